import { describe, expect, test } from 'vitest';
import { superlatives } from '../../src/damage/superlatives.js';
import { repair, reported } from './repair.js';

describe('superlatives get their article', () => {
  test.each([
    ['largest', 'Oslo is largest city in Norway.', 'Oslo is the largest city in Norway.'],
    ['oldest', 'It was oldest bridge of the region.', 'It was the oldest bridge of the region.'],
    ['became', 'It became biggest bank in town.', 'It became the biggest bank in town.'],
    ['most important', 'He is most important man in the party.', 'He is the most important man in the party.'],
    ['most powerful', 'She remains most powerful judge of the court.', 'She remains the most powerful judge of the court.'],
    ['plural', 'They are largest producers of cod in the world.', 'They are the largest producers of cod in the world.'],
  ])('%s', (_, damaged, repaired) => expect(repair(superlatives, damaged)).toBe(repaired));
});

test.each([
  'Oslo is the largest city in Norway.',
  'Prices are highest in May.',
  'It is most likely in spring.',
  'He was oldest.',
  'The effect is strongest among men.',
  'Norway\'s largest city is in the south.',
  'It is most important to stay.',
])('%s stays', (text) => expect(reported(superlatives, text)).toEqual([]));
