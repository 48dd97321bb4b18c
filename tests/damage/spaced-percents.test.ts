import { describe, expect, test } from 'vitest';
import { spacedPercents } from '../../src/damage/spaced-percents.js';
import { repair, reported } from './repair.js';

describe('the percent sign goes to its number', () => {
  test.each([
    ['a space', 'Prices rose 5 % in May.', 'Prices rose 5% in May.'],
    ['a fraction', 'It fell by 0.5 %, he said.', 'It fell by 0.5%, he said.'],
    ['a hard space', 'Some 40\u00a0% of them left.', 'Some 40% of them left.'],
    ['before a bracket', 'The rest (60 %) stayed.', 'The rest (60%) stayed.'],
    ['the sign first', 'Growth of %5 is planned.', 'Growth of 5% is planned.'],
    ['the sign first in brackets', 'A third (%33) agreed.', 'A third (33%) agreed.'],
  ])('%s', (_, damaged, repaired) => expect(repair(spacedPercents, damaged)).toBe(repaired));
});

test.each([
  'Prices rose 5% in May.',
  'Prices rose 5 percent.',
  'The code %20 means a blank%20.',
  'a 5 %-point fall',
  'Type %d or 7 %s here.',
  'He drew a % sign.',
])('%s stays', (text) => expect(reported(spacedPercents, text)).toEqual([]));
