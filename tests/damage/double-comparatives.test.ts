import { describe, expect, test } from 'vitest';
import { doubleComparatives } from '../../src/damage/double-comparatives.js';
import { repair, reported } from './repair.js';

describe('what is compared twice is compared once', () => {
  test.each([
    ['than', 'It is more easier than before.', 'It is easier than before.'],
    ['at the end', 'The rest was more worse.', 'The rest was worse.'],
    ['much', 'He is much more stronger now.', 'He is much stronger now.'],
    ['superlative', 'It is the most biggest dam.', 'It is the biggest dam.'],
    ['the best', 'She was the most best of them.', 'She was the best of them.'],
    ['for', 'It made life more simpler for all.', 'It made life simpler for all.'],
  ])('%s', (_, damaged, repaired) => expect(repair(doubleComparatives, damaged)).toBe(repaired));
});

test.each([
  'It is more easily done.',
  'They hired more older workers.',
  'We need more better schools.',
  'It is the most part.',
  'Once more better men came.',
  'It is no more worse than it was.',
  'Most best men are married.',
])('%s stays', (text) => expect(reported(doubleComparatives, text)).toEqual([]));
