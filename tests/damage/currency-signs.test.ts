import { describe, expect, test } from 'vitest';
import { currencySigns } from '../../src/damage/currency-signs.js';
import { repair, reported } from './repair.js';

describe('currency signs of another language are mended', () => {
  test.each([
    ['dollars behind', 'The fine is 500$.', 'The fine is $500.'],
    ['euros behind', 'A ticket costs 50 €.', 'A ticket costs €50.'],
    ['with its million', 'It paid 500 million $ in May.', 'It paid $500 million in May.'],
    ['pounds behind', 'The meal was 20 £, he said.', 'The meal was £20, he said.'],
    ['a space behind the sign', 'It cost $ 20 a week.', 'It cost $20 a week.'],
    ['a space behind the euro sign', 'Sales of € 4.5 million.', 'Sales of €4.5 million.'],
  ])('%s', (_, damaged, repaired) => expect(repair(currencySigns, damaged)).toBe(repaired));
});

test.each([
  'It cost $20 a week.',
  'It cost $20 million.',
  'It paid 20 million dollars.',
  'Give him 500 $20 notes.',
  'He bet $5 $10 at a time.',
  'Version 5 US$ prices',
  'Fares: $5, €4.',
])('%s stays', (text) => expect(reported(currencySigns, text)).toEqual([]));
