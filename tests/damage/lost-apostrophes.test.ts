import { describe, expect, test } from 'vitest';
import { lostApostrophes } from '../../src/damage/lost-apostrophes.js';
import { repair, reported } from './repair.js';

describe('possessives get their apostrophe', () => {
  test.each([
    ['today', 'In todays vote he lost.', 'In today\'s vote he lost.'],
    ['an office', 'She asked the mayors lawyer.', 'She asked the mayor\'s lawyer.'],
    ['a former office', 'They searched the former governors house.', 'They searched the former governor\'s house.'],
    ['the world', 'It is the worlds largest dam.', 'It is the world\'s largest dam.'],
    ['last year', 'It was in last years budget.', 'It was in last year\'s budget.'],
    ['a country', 'It hurts the countrys image.', 'It hurts the country\'s image.'],
    ['a curly mark elsewhere', 'It’s in todays paper.', 'It’s in today’s paper.'],
  ])('%s', (_, damaged, repaired) => expect(repair(lostApostrophes, damaged)).toBe(repaired));
});

test.each([
  'In today\'s vote he lost.',
  'The mayors met.',
  'The last years of his life.',
  'Two governors house guests.',
  'Many worlds exist.',
  'Over the last years prices rose.',
  'The kings were buried.',
])('%s stays', (text) => expect(reported(lostApostrophes, text)).toEqual([]));
