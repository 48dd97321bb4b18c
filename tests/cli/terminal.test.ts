import { describe, expect, test } from 'vitest';
import { mayColour, printable } from '../../src/cli/terminal.js';

describe('mayColour', () => {
  test.each([
    ['a terminal', { isTTY: true }, {}, true],
    ['a terminal, NO_COLOR set', { isTTY: true }, { NO_COLOR: '1' }, false],
    ['a terminal, NO_COLOR empty', { isTTY: true }, { NO_COLOR: '' }, true],
    ['a terminal that shows none', { isTTY: true }, { TERM: 'dumb' }, false],
    ['a pipe or file', {}, {}, false],
    ['a pipe, FORCE_COLOR set', {}, { FORCE_COLOR: '1' }, true],
    ['a pipe, FORCE_COLOR set, NO_COLOR set', {}, { FORCE_COLOR: '3', NO_COLOR: '1' }, true],
    ['a pipe, FORCE_COLOR empty', {}, { FORCE_COLOR: '' }, false],
    ['a terminal, FORCE_COLOR 0', { isTTY: true }, { FORCE_COLOR: '0' }, false],
    ['a terminal, FORCE_COLOR false', { isTTY: true }, { FORCE_COLOR: 'false' }, false],
  ] as const)('%s', (_, stream, environment, expected) => {
    expect(mayColour(stream, environment)).toBe(expected);
  });
});

describe('printable', () => {
  test.each([
    ['leaves letters, tabs and line breaks', 'Ünï\tcode\n😀', 'Ünï\tcode\n😀'],
    ['shows an escape sequence instead of sending it', 'a\u001b[31mb', 'a␛[31mb'],
    ['shows a carriage return', 'a\r', 'a␍'],
    ['shows C1 controls and delete', '\u007f\u009b', '␡␡'],
    ['shows what turns the direction of writing', 'a\u202eb\u2066', 'a<U+202E>b<U+2066>'],
    ['leaves letters that run from right to left', 'שלום', 'שלום'],
  ])('%s', (_, text, expected) => {
    expect(printable(text)).toBe(expected);
  });
});
