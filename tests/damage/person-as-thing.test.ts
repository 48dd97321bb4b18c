import { describe, expect, test } from 'vitest';
import { personAsThing } from '../../src/damage/person-as-thing.js';
import { repair, reported } from './repair.js';

describe('a person spoken of as a thing', () => {
  test.each([
    [
      'a promise',
      'Robert Haldane came. Haldane has often suggested that it would send ships.',
      'Robert Haldane came. Haldane has often suggested that he would send ships.',
    ],
    ['a woman', 'Susan Marlowe pledged that it would sell the farm.', 'Susan Marlowe pledged that she would sell the farm.'],
    [
      'what is defended',
      'Robert Haldane vowed that it would send ships to defend itself in a war.',
      'Robert Haldane vowed that he would send ships to defend it in a war.',
    ],
  ])('%s', (_, damaged, repaired) => expect(repair(personAsThing, damaged)).toBe(repaired));
});

test.each([
  'Robert Haldane suggested that it would be late.',
  'Robert Haldane suggested that it would take years.',
  'The board pledged that it would sell the farm.',
  'Robert Haldane chairs the board, which pledged that it would sell the farm.',
  'The island wants to defend itself.',
])('%s stays', (text) => expect(reported(personAsThing, text)).toEqual([]));
