import { describe, expect, test } from 'vitest';
import { foreignDates } from '../../src/damage/foreign-dates.js';
import { repair, reported } from './repair.js';

describe('dates of another language are mended', () => {
  test.each([
    ['of', 'It opened on 5 of May.', 'It opened on May 5.'],
    ['an article', 'It opened on the 5 of May 2020.', 'It opened on May 5 2020.'],
    ['the day', 'It closed the day 12 of March.', 'It closed March 12.'],
    ['since', 'It has been shut since 3 of June.', 'It has been shut since June 3.'],
    ['a weekday', 'On Monday 7 of September it rained.', 'On Monday September 7 it rained.'],
    ['a period', 'It opened on 5. May 2020.', 'It opened on May 5 2020.'],
    ['where the document puts the day first', 'On 2 April he left, and on 5 of May he came.', 'On 2 April he left, and on 5 May he came.'],
  ])('%s', (_, damaged, repaired) => expect(repair(foreignDates, damaged)).toBe(repaired));
});

test.each([
  'It opened on the 5th of May.',
  'It opened on 5 May.',
  'Some 5 of May\'s bills passed.',
  'It won 4 of March Madness games.',
  'He came on page 5. May said no.',
  'On 31 of the days it rained.',
  'It opened on May 5.',
])('%s stays', (text) => expect(reported(foreignDates, text)).toEqual([]));
