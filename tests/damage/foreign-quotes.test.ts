import { describe, expect, test } from 'vitest';
import { foreignQuotes } from '../../src/damage/foreign-quotes.js';
import { repair, reported } from './repair.js';

describe('quotation marks of another language are mended', () => {
  test.each([
    ['low marks', 'He called it „a scandal“ on Monday.', 'He called it "a scandal" on Monday.'],
    ['angles', 'He called it «a scandal» on Monday.', 'He called it "a scandal" on Monday.'],
    ['angles with blanks', 'He called it « a scandal » on Monday.', 'He called it "a scandal" on Monday.'],
    ['angles turned in', 'He called it »a scandal« on Monday.', 'He called it "a scandal" on Monday.'],
    ['two commas', 'He called it ,,a scandal\'\' on Monday.', 'He called it "a scandal" on Monday.'],
    ['corners', 'He called it 「a scandal」 on Monday.', 'He called it "a scandal" on Monday.'],
    ['curly where the apostrophes are', 'It’s «a scandal», he said.', 'It’s “a scandal”, he said.'],
  ])('%s', (_, damaged, repaired) => expect(repair(foreignQuotes, damaged)).toBe(repaired));
});

test.each([
  'He called it "a scandal" on Monday.',
  'He called it “a scandal” on Monday.',
  'Read on »',
  '« Back to the list',
  'Prices: 5,, 6,, 7.',
  'He said «no and left.\n\nThen he came» back.',
  'It went 3,,4 and 5.',
])('%s stays', (text) => expect(reported(foreignQuotes, text)).toEqual([]));
