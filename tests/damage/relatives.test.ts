import { describe, expect, test } from 'vitest';
import { relatives } from '../../src/damage/relatives.js';
import { repair, reported } from './repair.js';

describe('relative pronouns of another language are mended', () => {
  test.each([
    ['a man', 'He is the man which has built the dam.', 'He is the man who has built the dam.'],
    ['people', 'Some people which were hurt sued.', 'Some people who were hurt sued.'],
    ['a woman', 'A woman which followed two boats came.', 'A woman who followed two boats came.'],
    ['those soldiers', 'Those soldiers which are left will go.', 'Those soldiers who are left will go.'],
    ['everything', 'He denied everything what he had said.', 'He denied everything that he had said.'],
    ['nothing', 'There was nothing what they could do.', 'There was nothing that they could do.'],
  ])('%s', (_, damaged, repaired) => expect(repair(relatives, damaged)).toBe(repaired));
});

test.each([
  'The treatment of the men which has shocked the town.',
  'He is the man who built it.',
  'The man, which is odd, left.',
  'After all what he did was right.',
  'The dam which holds is new.',
  'Call it what it is.',
  'He asked the man which bus to take.',
])('%s stays', (text) => expect(reported(relatives, text)).toEqual([]));
