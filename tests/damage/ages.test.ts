import { describe, expect, test } from 'vitest';
import { ages } from '../../src/damage/ages.js';
import { repair, reported } from './repair.js';

describe('ages of another language are mended', () => {
  test.each([
    ['of years old', 'A man of 45 years old was held.', 'A man aged 45 was held.'],
    ['aged of', 'A man aged of 45 years was held.', 'A man aged 45 was held.'],
    ['aged of, old', 'A girl aged of 7 years old was found.', 'A girl aged 7 was found.'],
    ['has', 'His son has 12 years old.', 'His son is 12 years old.'],
    ['had', 'She had 19 years old then.', 'She was 19 years old then.'],
    ['before a noun', 'He was seen with a 45 years old man.', 'He was seen with a 45-year-old man.'],
    ['joined', 'He met a 45-years-old woman.', 'He met a 45-year-old woman.'],
  ])('%s', (_, damaged, repaired) => expect(repair(ages, damaged)).toBe(repaired));
});

test.each([
  'A man aged 45 was held.',
  'He is 45 years old.',
  'A 45-year-old man was held.',
  'Children under the age of 10 years old are barred.',
  'A house 45 years old burned.',
  'A sentence of 45 years was handed down.',
  'He has 12 years left.',
])('%s stays', (text) => expect(reported(ages, text)).toEqual([]));
