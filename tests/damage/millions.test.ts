import { describe, expect, test } from 'vitest';
import { millions } from '../../src/damage/millions.js';
import { repair, reported } from './repair.js';

describe('number words of another language are mended', () => {
  test.each([
    ['a plural before what is counted', 'Some 1.5 millions of people fled.', 'Some 1.5 million people fled.'],
    ['a plural before the', 'He lost 3 millions of the shares.', 'He lost 3 million of the shares.'],
    ['a plural in words', 'The port cost two millions.', 'The port cost two million.'],
    ['of before a currency', 'It paid 500 million of dollars.', 'It paid 500 million dollars.'],
    ['of before people, in words', 'Some twenty million of inhabitants vote.', 'Some twenty million inhabitants vote.'],
    ['thousand millions', 'A plan worth 10 thousand millions was shelved.', 'A plan worth 10 billion was shelved.'],
    ['thousand millions of a currency', 'It costs 4 thousand millions of euros.', 'It costs 4 billion euros.'],
    ['a plural of billion', 'Debts of 40 billions of euros grew.', 'Debts of 40 billion euros grew.'],
  ])('%s', (_, damaged, repaired) => expect(repair(millions, damaged)).toBe(repaired));
});

test.each([
  'It cost 1.5 million dollars.',
  'Millions of people fled.',
  'Tens of millions of voters stayed home.',
  'In 2015 millions of people fled.',
  'A million of the shares were sold.',
  'It sold $500 million of bonds.',
  'Over the years billions were spent.',
  'They owe 3 million of their own.',
])('%s stays', (text) => expect(reported(millions, text)).toEqual([]));
