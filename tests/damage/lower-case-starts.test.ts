import { describe, expect, test } from 'vitest';
import { lowerCaseStarts } from '../../src/damage/lower-case-starts.js';
import { repair, reported } from './repair.js';

const BEFORE = 'The council met on Monday.\n\nNobody voted.\n\nIt rained all day.\n\n';
const AFTER = '\n\nThe meeting ended.\n\nThe hall was locked.';

test('a paragraph of prose begins with a capital', () => {
  const text = (first: string): string => `${BEFORE}${first}embers of the board left before the end.${AFTER}`;
  expect(repair(lowerCaseStarts, text('m'))).toBe(text('M'));
});

describe('small beginnings that are meant stay', () => {
  test.each([
    [
      'a list',
      'Bring these things.\n\nbread from the good baker in town.\n\nmilk from the farm up the hill.\n\neggs from the hens behind the barn.',
    ],
    ['a name', `${BEFORE}von Braun and his men left before the end.${AFTER}`],
    ['a numbered item', `${BEFORE}a) bring the bread and milk and eggs.${AFTER}`],
    ['a wrapped line', 'The council met on Monday and then\nwent home because it was raining and late.\nNobody voted.'],
    ['a scrap', `${BEFORE}by our staff.${AFTER}`],
    ['behind a heading without a stop', `${BEFORE}Weather\n\nrain is expected in all parts of the county.${AFTER}`],
    ['a quotation', `${BEFORE}"members of the board left before the end."${AFTER}`],
  ])('%s', (_, text) => expect(reported(lowerCaseStarts, text)).toEqual([]));
});
