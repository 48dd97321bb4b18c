import { describe, expect, test } from 'vitest';
import { mayColour, printable } from '../../src/cli/terminal.js';

describe('mayColour', () => {
  test.each([
    ['a terminal', { isTTY: true }, {}, true],
    ['a terminal, NO_COLOR set', { isTTY: true }, { NO_COLOR: '1' }, false],
    ['a terminal, NO_COLOR empty', { isTTY: true }, { NO_COLOR: '' }, true],
    ['a pipe or file', {}, {}, false],
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
  ])('%s', (_, text, expected) => {
    expect(printable(text)).toBe(expected);
  });
});
