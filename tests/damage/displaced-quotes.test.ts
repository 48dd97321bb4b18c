import { describe, expect, test } from 'vitest';
import { displacedQuotes } from '../../src/damage/displaced-quotes.js';
import { repair, reported } from './repair.js';

describe('a closing mark behind the space comes before it', () => {
  test.each([
    ['behind a comma', '“It is far too late, ”said the pilot.', '“It is far too late,” said the pilot.'],
    ['behind a period', '“It is late. ”He left.', '“It is late.” He left.'],
    ['behind a word', 'The “late ”train came.', 'The “late” train came.'],
  ])('%s', (_, damaged, repaired) => expect(repair(displacedQuotes, damaged)).toBe(repaired));
});

test.each([
  '“It is late,” said the pilot.',
  '"It is late," he said. "We left."',
  'He said, “It is late.”',
  'a 6 ” pipe',
])('%s stays', (text) =>
  expect(reported(displacedQuotes, text)).toEqual([]),
);
