import { describe, expect, test } from 'vitest';
import { prepositions } from '../../src/damage/prepositions.js';
import { repair, reported } from './repair.js';

describe('prepositions', () => {
  test.each([
    ['a missing of', 'It is in the interest small farms.', 'It is in the interest of small farms.'],
    ['a missing of before an article', 'He spoke on behalf the club.', 'He spoke on behalf of the club.'],
    ['hosted to', 'The mayor hosted his Danish guests to a spring dinner.', 'The mayor hosted his Danish guests for a spring dinner.'],
  ])('%s', (_, damaged, repaired) => expect(repair(prepositions, damaged)).toBe(repaired));
});

test.each([
  'It is in the interest of farms.',
  'It was done in the interest that they share.',
  'A rise in the interest rate of the bank.',
  'He acted on behalf of the club.',
  'The mayor hosted the games from April to the end of June.',
  'It is in the interest.',
])('%s stays', (text) => expect(reported(prepositions, text)).toEqual([]));
