import { describe, expect, test } from 'vitest';
import { articles } from '../../src/damage/articles.js';
import { repair, reported } from './repair.js';

describe('articles', () => {
  test.each([
    ['a before a vowel', 'He met a adviser.', 'He met an adviser.'],
    ['an before a consonant', 'He met an banker.', 'He met a banker.'],
    ['at the start', 'A adviser came.', 'An adviser came.'],
    ['doubled by a possessive', 'They cut the their losses.', 'They cut their losses.'],
    ['missing in a set phrase', 'It grew at same time.', 'It grew at the same time.'],
    ['missing behind of', 'It is one of most famous.', 'It is one of the most famous.'],
  ])('%s', (_, damaged, repaired) => expect(repair(articles, damaged)).toBe(repaired));
});

test('two articles are only reported', () => {
  expect(reported(articles, 'They sold the an old boat.')).toEqual(['the an']);
  expect(repair(articles, 'They sold the an old boat.')).toBe('They sold the an old boat.');
});

test.each([
  'He spent an hour at a university in an honest way.',
  'A historic day, or an historic one.',
  'It was an M&A deal, and a eulogy, and a one-off.',
  'Plan A is ready. Vitamin A especially helps.',
  'She sang the My Way song.',
  'An FBI agent and a UN envoy met.',
  'At the same time it grew.',
])('%s stays', (text) => expect(reported(articles, text)).toEqual([]));
