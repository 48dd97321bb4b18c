import { describe, expect, test } from 'vitest';
import { titleOrder } from '../../src/damage/title-order.js';
import { repair, reported } from './repair.js';

describe('a title before its name is put as English puts it', () => {
  test.each([
    ['a secretary', 'secretary of the treasury Henry Fowler spoke.', 'Treasury Secretary Henry Fowler spoke.'],
    ['with an article', 'On Monday the secretary of commerce Luther Hodges spoke.', 'On Monday Commerce Secretary Luther Hodges spoke.'],
    ['a minister', 'They met minister of foreign affairs Halvard Lange.', 'They met Foreign Minister Halvard Lange.'],
    ['a minister with an article in the field', 'They met minister of the interior Jens Moe.', 'They met Interior Minister Jens Moe.'],
  ])('%s', (_, damaged, repaired) => expect(repair(titleOrder, damaged)).toBe(repaired));
});

test.each([
  'The secretary of the treasury, Henry Fowler, spoke.',
  'Secretary of State Dean Rusk spoke.',
  'The minister of defense spoke.',
  'a secretary of the club Henry Fowler ran',
  'minister of constructor Henry Fowler',
])(
  '%s stays',
  (text) => expect(reported(titleOrder, text)).toEqual([]),
);
