import { describe, expect, it, test } from 'vitest';
import {
  DIGIT, GAP_APOSTROPHE, GAP_HYPHEN, GAP_LINE, GAP_OTHER, GAP_PAUSE, GAP_QUOTE, GAP_SHIFT, GAP_SPACE, GAP_STOP, LETTER, UPPER, WORD, cellOf,
} from '../../src/text/characters.js';

describe('cellOf', () => {
  test.each([
    ['a', LETTER, 'a'],
    ['A', UPPER, 'a'],
    ['é', LETTER, 'é'],
    ['É', UPPER, 'é'],
    ['Ж', UPPER, 'ж'],
    ['ß', LETTER, 'ß'],
    ['京', LETTER, '京'],
    ['\u0301', LETTER, '\u0301'],
    ['7', DIGIT, '7'],
    ['٣', DIGIT, '٣'],
  ])('%s is of a word and folds to its lower case', (char, kind, folded) => {
    const cell = cellOf(char.charCodeAt(0));
    expect(cell & WORD).toBe(kind);
    expect(String.fromCharCode(cell & 0xffff)).toBe(folded);
  });

  test.each([
    ['space', ' ', GAP_SPACE],
    ['no-break space', '\u00a0', GAP_SPACE],
    ['tab', '\t', GAP_SPACE],
    ['line feed', '\n', GAP_LINE],
    ['carriage return', '\r', GAP_LINE],
    ['paragraph separator', '\u2029', GAP_LINE],
    ['period', '.', GAP_STOP],
    ['ellipsis', '…', GAP_STOP],
    ['comma', ',', GAP_PAUSE],
    ['em dash', '—', GAP_PAUSE],
    ['hyphen', '-', GAP_HYPHEN],
    ['no-break hyphen', '\u2011', GAP_HYPHEN],
    ['straight quote', '"', GAP_QUOTE],
    ['left single quote', '‘', GAP_QUOTE],
    ['straight apostrophe', "'", GAP_APOSTROPHE],
    ['curly apostrophe', '’', GAP_APOSTROPHE],
    ['percent', '%', GAP_OTHER],
    ['underscore', '_', GAP_OTHER],
    ['zero-width space', '\u200b', GAP_OTHER],
    ['left half of a pair', '\ud83d', GAP_OTHER],
    ['right half of a pair', '\ude00', GAP_OTHER],
    ['NUL', '\u0000', GAP_OTHER],
  ])('%s is of a gap', (_, char, bit) => {
    expect(cellOf(char.charCodeAt(0)) >>> GAP_SHIFT).toBe(bit);
    expect(cellOf(char.charCodeAt(0)) & WORD).toBe(0);
  });

  it('folds both apostrophes to the straight one, all hyphens to the plain one', () => {
    const folded = (char: string): string => String.fromCharCode(cellOf(char.charCodeAt(0)) & 0xffff);
    expect(["'", '’', 'ʼ'].map(folded)).toEqual(["'", "'", "'"]);
    expect(['-', '‐', '\u2011'].map(folded)).toEqual(['-', '-', '-']);
  });

  it('leaves a capital whose lower case is longer than one unit as it is', () => {
    expect('İ'.toLowerCase()).toHaveLength(2);
    expect(cellOf('İ'.charCodeAt(0))).toBe(LETTER | 'İ'.charCodeAt(0));
  });

  it('puts every code unit in exactly one class', () => {
    const odd: number[] = [];
    for (let unit = 0; unit < 65536; unit++) {
      const cell = cellOf(unit);
      const classes = [LETTER, UPPER, DIGIT].filter((kind) => (cell & kind) !== 0).length + bits(cell >>> GAP_SHIFT);
      if (classes !== 1) odd.push(unit);
    }
    expect(odd).toEqual([]);
  });
});

function bits(number: number): number {
  return number.toString(2).replaceAll('0', '').length;
}
