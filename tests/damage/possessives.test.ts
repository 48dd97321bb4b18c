import { describe, expect, test } from 'vitest';
import { possessives } from '../../src/damage/possessives.js';
import { repair, reported } from './repair.js';

const KNOWN = 'Robert Haldane came on Monday, and Haldane spoke. Later Haldane left.';

describe('the possessive of a singular name', () => {
  test.each([
    ['an apostrophe behind the s', `${KNOWN} Haldanes' visit was short.`, `${KNOWN} Haldane's visit was short.`],
    ['a curly one', `${KNOWN} Haldanes\u2019 visit was short.`, `${KNOWN} Haldane\u2019s visit was short.`],
    ['no apostrophe', `${KNOWN} Then Haldanes visit ended.`, `${KNOWN} Then Haldane's visit ended.`],
    [
      'an office',
      'The mayor spoke. Nobody saw the mayor leave. Then the mayors lawyer spoke.',
      "The mayor spoke. Nobody saw the mayor leave. Then the mayor's lawyer spoke.",
    ],
  ])('%s', (_, damaged, repaired) => expect(repair(possessives, damaged)).toBe(repaired));
});

test('an office could be many officers: that repair is doubtful', () => {
  const text = 'The mayor spoke. Nobody saw the mayor leave. Then the mayors lawyer spoke.';
  expect(reported(possessives, text)).toEqual(['mayors']);
});

describe('rightful plurals and names stay', () => {
  test.each([
    ['a family', `${KNOWN} The Haldanes' house burned.`],
    ['a name in s', "Anna Dickens came. Anna Dickens' book sold."],
    ['a people', "An American came, the American left, one American stayed. Americans' votes count."],
    ['a plural before a verb', `${KNOWN} Three Haldanes were there.`],
    ['offices before a verb', 'The mayor left. One mayor stayed. The mayors met.'],
    ['a name that has the s more often', "Lord Baring came. Barings executives left Barings bank."],
  ])('%s', (_, text) => expect(reported(possessives, text)).toEqual([]));
});
