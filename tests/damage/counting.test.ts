import { describe, expect, test } from 'vitest';
import { isCount, isYear } from '../../src/damage/counting.js';
import { readProse } from '../../src/damage/prose.js';
import { tokenize } from '../../src/text/tokenize.js';

const lastOf = (text: string): [ReturnType<typeof readProse>, number] => {
  const prose = readProse(tokenize(text));
  return [prose, prose.tokens.count - 1];
};

describe('isCount', () => {
  test.each([
    ['some 30', true],
    ['Some 30', true],
    ['about 1.5', true],
    ['more than 1,900', true],
    ['with two', true],
    ['only 1', false],
    ['in 2015', false],
    ['on May 3', false],
    ['World War Two', false],
    ['World War two', false],
    ['Section 5', false],
    ['a few', false],
    ['a B52', false],
  ])('%s: %s', (text, expected) => expect(isCount(...lastOf(text))).toBe(expected));
});

describe('isYear', () => {
  test.each([['in 1999', true], ['in 2030', true], ['in 999', false], ['in 12000', false], ['in 1,999', false]])('%s: %s', (text, expected) =>
    expect(isYear(...lastOf(text))).toBe(expected),
  );
});
