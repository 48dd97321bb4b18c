import { describe, expect, test } from 'vitest';
import { adjoins, gapBefore, readProse, unbroken } from '../../src/damage/prose.js';
import { tokenize } from '../../src/text/tokenize.js';

function paragraphs(text: string): string[] {
  const { words, paragraphs: starts } = readProse(tokenize(text));
  return Array.from(starts).slice(0, -1).map((from, p) => words.slice(from, starts[p + 1]).join(' '));
}

describe('paragraphs', () => {
  test.each([
    ['an empty line', 'One two\n\nthree.', ['one two', 'three']],
    ['a line behind a stop', 'One two.\nThree.', ['one two', 'three']],
    ['a wrapped line', 'One two\nthree.', ['one two three']],
    ['CRLF, wrapped', 'One two\r\nthree.', ['one two three']],
    ['CRLF, empty line', 'One two\r\n\r\nthree.', ['one two', 'three']],
    ['nothing', '', []],
  ])('%s', (_, text, expected) => expect(paragraphs(text)).toEqual(expected));
});

test('words are folded, gaps are as given', () => {
  const prose = readProse(tokenize('  The DON’T-know, then  left. '));
  expect(prose.words).toEqual(['the', 'don', "'t", 'know', 'then', 'left']);
  expect(gapBefore(prose.tokens, 0)).toBe('  ');
  expect(gapBefore(prose.tokens, 4)).toBe(', ');
  expect(gapBefore(prose.tokens, 6)).toBe('. ');
  expect(adjoins(prose, 5)).toBe(true);
  expect(adjoins(prose, 4)).toBe(false);
  expect(unbroken(prose, 4, 6)).toBe(true);
  expect(unbroken(prose, 3, 5)).toBe(false);
});
