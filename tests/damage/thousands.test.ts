import { describe, expect, test } from 'vitest';
import { thousands } from '../../src/damage/thousands.js';
import { repair, reported } from './repair.js';

describe('a period between thousands becomes a comma', () => {
  test.each([
    ['people', 'Some 4.250 families fled.', 'Some 4,250 families fled.'],
    ['with an adjective', 'About 12.400 young voters came.', 'About 12,400 young voters came.'],
    ['millions', 'It cost 1.300.000 jobs.', 'It cost 1,300,000 jobs.'],
  ])('%s', (_, damaged, repaired) => expect(repair(thousands, damaged)).toBe(repaired));
});

test.each([
  'It rose 4.250 percent.',
  'It weighs 1.250 tonnes.',
  'Some 4,250 families fled.',
  'There are 2.5 people a room.',
  'Rates of 0.125 cases a day.',
])('%s stays', (text) =>
  expect(reported(thousands, text)).toEqual([]),
);
