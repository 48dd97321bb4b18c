import { describe, expect, test } from 'vitest';
import { spacedHyphens } from '../../src/damage/spaced-hyphens.js';
import { repair, reported } from './repair.js';

describe('a space before the hyphen of a compound goes', () => {
  test.each([
    ['so -called', 'The so -called reform failed.', 'The so-called reform failed.'],
    ['large -scale', 'A large -scale search began.', 'A large-scale search began.'],
    ['a number', 'The 12 -year plan ended.', 'The 12-year plan ended.'],
  ])('%s', (_, damaged, repaired) => expect(repair(spacedHyphens, damaged)).toBe(repaired));
});

describe('dashes and hyphens stay', () => {
  test.each([
    'The plan - so called - failed.',
    'A well-known, large-scale search.',
    'He left -but came back.',
    'Set the switch -v on, and win 3 -1.',
    'The London -based firm',
  ])(
    '%s',
    (text) => expect(reported(spacedHyphens, text)).toEqual([]),
  );
});
