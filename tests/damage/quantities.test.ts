import { describe, expect, test } from 'vitest';
import { quantities } from '../../src/damage/quantities.js';
import { repair, reported } from './repair.js';

describe('numbers and nouns are made to agree', () => {
  test.each([
    ['one of', 'It was one of the reason for the delay.', 'It was one of the reasons for the delay.'],
    ['one of the victim', 'He was one of the victim who spoke.', 'He was one of the victims who spoke.'],
    ['years ago', 'It opened two year ago.', 'It opened two years ago.'],
    ['were', 'Some 30 soldier were hurt.', 'Some 30 soldiers were hurt.'],
    ['months later', 'It closed six month later.', 'It closed six months later.'],
    ['much people', 'There were much people in the square.', 'There were many people in the square.'],
    ['much countries', 'In much countries it is banned.', 'In many countries it is banned.'],
  ])('%s', (_, damaged, repaired) => expect(repair(quantities, damaged)).toBe(repaired));
});

test.each([
  'It was one of the reasons.',
  'One of the country\'s banks failed.',
  'It is a five year plan.',
  'World War Two soldier were few.',
  'How much people earn is private.',
  'Much worker unrest followed.',
  'The highest one of the day for traders.',
  'It did not matter much, people said.',
])('%s stays', (text) => expect(reported(quantities, text)).toEqual([]));
