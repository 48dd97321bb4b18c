import { expect, test } from 'vitest';
import { binned } from '../../src/report/plots.js';
import { count, grouped, shownProbability, sortTypes } from '../../src/report/words.js';

test.each([
  [0, '<0.01'], [0.004, '<0.01'], [0.01, '0.01'], [0.5, '0.50'], [0.989, '0.99'], [0.99, '0.99'], [0.9999, '>0.99'], [1, '>0.99'],
])('probability %d is shown as %s', (probability, shown) => {
  expect(shownProbability(probability)).toBe(shown);
});

test.each([[0, '0'], [999, '999'], [1000, '1,000'], [1234567, '1,234,567'], [-1200, '-1,200']])('%d is shown as %s', (number, shown) => {
  expect(grouped(number)).toBe(shown);
});

test('one is singular, other numbers are plural', () => {
  expect([0, 1, 2].map((number) => count(number, 'edit'))).toEqual(['0 edits', '1 edit', '2 edits']);
});

test('types come in their fixed order, unknown ones last', () => {
  expect(sortTypes(['zeal', 'sense', 'lexical', 'term', 'lexical'])).toEqual(['term', 'lexical', 'sense', 'zeal']);
});

test('values fall into the bin whose bound they reach', () => {
  expect(binned([-1, 0, 0.49, 0.5, 1, 7], [0, 0.5, 1], ['a', 'b', 'c'])).toEqual([
    { label: 'a', value: 3 }, { label: 'b', value: 1 }, { label: 'c', value: 2 },
  ]);
});
