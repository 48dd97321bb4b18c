import { describe, expect, test } from 'vitest';
import { countryArticles } from '../../src/damage/country-articles.js';
import { repair, reported } from './repair.js';

describe('an article before a country goes', () => {
  test.each([
    ['at the end', 'It is the oldest port in the China.', 'It is the oldest port in China.'],
    ['before a verb', 'Exports from the Germany have fallen.', 'Exports from Germany have fallen.'],
    ['before a comma', 'Trade with the Iran, he said, is dead.', 'Trade with Iran, he said, is dead.'],
    ['a capital', 'They met in the Moscow.', 'They met in Moscow.'],
    ['before because', 'He left for the France because of the war.', 'He left for France because of the war.'],
    ['a continent', 'The trade of the Europe is slow.', 'The trade of Europe is slow.'],
  ])('%s', (_, damaged, repaired) => expect(repair(countryArticles, damaged)).toBe(repaired));
});

test.each([
  'It is the oldest port in China.',
  'The end of the China trade deal is near.',
  'He spoke of the Russia of his youth.',
  'The story of the France that he knew.',
  'In the Netherlands.',
  'Heads of the China, India and Brazil funds met.',
  'The edge of the china was gilt.',
])('%s stays', (text) => expect(reported(countryArticles, text)).toEqual([]));
