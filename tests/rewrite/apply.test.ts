import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { applyEdits, revertEdits, type Replacement } from '../../src/rewrite/apply.js';
import { anyText } from '../helpers/texts.js';

const TEXT = 'The Chilly Struggle ended.';
const EDIT: Replacement = { start: 4, end: 19, observed: 'Chilly Struggle', replacement: 'Cold War' };

describe('applyEdits', () => {
  test.each<[string, string, Replacement[], string]>([
    ['no edit', TEXT, [], TEXT],
    ['one edit', TEXT, [EDIT], 'The Cold War ended.'],
    ['two edits side by side', 'abcd', [edit(0, 'ab', 'x'), edit(2, 'cd', 'y')], 'xy'],
    ['a deletion', 'a b', [edit(1, ' b', '')], 'a'],
    ['an insertion', 'ab', [edit(1, '', '-')], 'a-b'],
    ['the whole text', 'ab', [edit(0, 'ab', 'ba')], 'ba'],
    ['half of a surrogate pair', '😀', [edit(0, '\ud83d', 'x')], 'x\ude00'],
    ['dollar signs, which are no patterns', 'a', [edit(0, 'a', "$& $1 $'")], "$& $1 $'"],
  ])('%s', (_, text, edits, expected) => {
    expect(applyEdits(text, edits)).toBe(expected);
  });

  test.each<[string, string, Replacement[], RegExp]>([
    ['unsorted edits', 'abcd', [edit(2, 'cd', 'y'), edit(0, 'ab', 'x')], /got an edit at 0–2 after one that ends at 4 in a text of 4; expected sorted edits that do not overlap/],
    ['overlapping edits', 'abcd', [edit(0, 'abc', 'x'), edit(2, 'cd', 'y')], /got an edit at 2–4 after one that ends at 3/],
    ['an edit beyond the end', 'ab', [edit(1, 'bc', 'x')], /got an edit at 1–3 .* in a text of 2/],
    ['an edit before the beginning', 'ab', [edit(-1, 'a', 'x')], /got an edit at -1–0/],
    ['an edit that ends before it starts', 'ab', [{ start: 1, end: 0, observed: '', replacement: 'x' }], /got an edit at 1–0/],
    ['another text', 'The Mild Struggle ended.', [EDIT], /got "Mild Struggle e" at 4–19, expected "Chilly Struggle"; pass the edits with the text they belong to/],
  ])('refuses %s', (_, text, edits, message) => {
    expect(() => applyEdits(text, edits)).toThrow(RangeError);
    expect(() => applyEdits(text, edits)).toThrow(message);
  });
});

describe('revertEdits', () => {
  it('takes back what was applied', () => {
    expect(revertEdits('The Cold War ended.', [EDIT])).toBe(TEXT);
  });

  it('refuses a text that these edits did not make', () => {
    expect(() => revertEdits(TEXT, [EDIT])).toThrow(RangeError);
    expect(() => revertEdits(TEXT, [EDIT])).toThrow('got "Chilly S" at 4–12, expected "Cold War"; pass the edits with the text they belong to');
    expect(() => revertEdits('The', [EDIT])).toThrow(/got an edit at 4–12 after one that ends at 0 in a text of 3/);
  });

  it('is the inverse of applyEdits for any text and any sorted edits', () => {
    fc.assert(
      fc.property(anyText(), fc.array(fc.nat(60)), fc.array(fc.string({ unit: 'binary', maxLength: 5 })), (text, numbers, wordings) => {
        const edits = sortedEdits(text, numbers, wordings);
        const applied = applyEdits(text, edits);
        expect(revertEdits(applied, edits)).toBe(text);
        expect(applied.length).toBe(text.length + edits.reduce((sum, { observed, replacement }) => sum + replacement.length - observed.length, 0));
      }),
    );
  });

  it('hands back the very same string where there are no edits', () => {
    expect(revertEdits(TEXT, [])).toBe(TEXT);
  });
});

function edit(start: number, observed: string, replacement: string): Replacement {
  return { start, end: start + observed.length, observed, replacement };
}

/** Cuts the text at the numbers; every other piece becomes an edit. */
function sortedEdits(text: string, numbers: readonly number[], wordings: readonly string[]): Replacement[] {
  const cuts = [...new Set(numbers.map((number) => Math.min(number, text.length)))].sort((a, b) => a - b);
  const edits: Replacement[] = [];
  for (let i = 0; i + 1 < cuts.length; i += 2) edits.push(edit(cuts[i]!, text.slice(cuts[i], cuts[i + 1]), wordings[i] ?? 'x'));
  return edits;
}
