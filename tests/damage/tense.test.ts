import { describe, expect, test } from 'vitest';
import { tense } from '../../src/damage/tense.js';
import { repair, reported } from './repair.js';

describe('a past time wants the past tense', () => {
  test.each([
    [
      'earlier this month',
      'Haldane and Marlowe speak in Oslo earlier this month.',
      'Haldane and Marlowe spoke in Oslo earlier this month.',
    ],
    ['last week', 'The chair, Robert Haldane meets the board last week.', 'The chair, Robert Haldane met the board last week.'],
    ['ago', 'In Oslo Haldane announces a plan two years ago.', 'In Oslo Haldane announced a plan two years ago.'],
  ])('%s', (_, damaged, repaired) => expect(repair(tense, damaged)).toBe(repaired));
});

test.each([
  'Haldane speaks in Oslo this month.',
  'Haldane spoke in Oslo last week.',
  'Haldane remembers that they met last week.',
  'Haldane and Marlowe agree on what they said last week.',
  'That follows a move last year.',
  'Haldane says, last week was hard.',
  '"Haldane meets the board last week," he wrote.',
])('%s stays', (text) => expect(reported(tense, text)).toEqual([]));
