import { describe, expect, test } from 'vitest';
import { decimalCommas } from '../../src/damage/decimal-commas.js';
import { repair, reported } from './repair.js';

describe('a comma before a fraction becomes a point', () => {
  test.each([
    ['percent', 'Prices rose 3,5 percent.', 'Prices rose 3.5 percent.'],
    ['the sign', 'Prices rose 12,75% in May.', 'Prices rose 12.75% in May.'],
    ['the sign with a space', 'Prices rose 12,7 % in May.', 'Prices rose 12.7 % in May.'],
    ['per cent', 'Turnout fell 0,4 per cent.', 'Turnout fell 0.4 per cent.'],
    ['millions', 'It cost 2,25 million euros.', 'It cost 2.25 million euros.'],
    ['distance', 'The dam is 4,8 kilometers long.', 'The dam is 4.8 kilometers long.'],
    ['magnitude', 'A quake of 6,2 degrees hit the coast.', 'A quake of 6.2 degrees hit the coast.'],
  ])('%s', (_, damaged, repaired) => expect(repair(decimalCommas, damaged)).toBe(repaired));
});

test.each([
  'Some 3,500 percent more.',
  'It cost 3.5 million euros.',
  'See pages 3,5 and 7.',
  'Rooms 3,5 are shut.',
  'About 12,000 tons of coal.',
  'In 1,2 and 3 the answer is yes.',
  'A line 1,250 meters long.',
])('%s stays', (text) => expect(reported(decimalCommas, text)).toEqual([]));
