import { describe, expect, test } from 'vitest';
import { thatCommas } from '../../src/damage/that-commas.js';
import { repair, reported } from './repair.js';

describe('a comma before "that" goes', () => {
  test.each([
    ['said', 'The minister said, that the dam would hold.', 'The minister said that the dam would hold.'],
    ['announced', 'The town announced, that it would pay.', 'The town announced that it would pay.'],
    ['believes', 'He believes, that they lied.', 'He believes that they lied.'],
    ['a name', 'Officials confirmed, that Dahl had left.', 'Officials confirmed that Dahl had left.'],
    ['a possessive', 'The clerk reported, that his desk was empty.', 'The clerk reported that his desk was empty.'],
    [
      'a number of words before',
      'In a letter to all of the shop owners of the town the mayor claimed, that no one had asked.',
      'In a letter to all of the shop owners of the town the mayor claimed that no one had asked.',
    ],
  ])('%s', (_, damaged, repaired) => expect(repair(thatCommas, damaged)).toBe(repaired));
});

test.each([
  'The minister said that the dam would hold.',
  'The plan, he said, that the town voted for was dead.',
  'It was, she said, that or nothing.',
  'He said, "that the dam would hold."',
  '"We think, that the dam holds," he said.',
  'He knows, that is, he thinks he does.',
  'He came and said, that being the rule, nothing.',
])('%s stays', (text) => expect(reported(thatCommas, text)).toEqual([]));
