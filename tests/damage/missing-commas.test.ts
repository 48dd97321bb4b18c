import { expect, test } from 'vitest';
import { missingCommas } from '../../src/damage/missing-commas.js';
import { repair, reported } from './repair.js';

test('an afterthought gets its comma', () => {
  const repaired = 'They have leverage, especially given the price of gas.';
  expect(repair(missingCommas, 'They have leverage especially given the price of gas.')).toBe(repaired);
});

test.each([
  'They have leverage, especially given the price.',
  'It is especially considerate.',
  'That was especially given to her.',
  'He likes tea, especially green tea.',
])('%s stays', (text) =>
  expect(reported(missingCommas, text)).toEqual([]),
);
