import { describe, expect, test } from 'vitest';
import { movedFragments } from '../../src/damage/moved-fragments.js';
import { repair, reported } from './repair.js';

describe('a fragment behind a full stop goes back into its sentence', () => {
  test.each([
    ['a preposition', 'He spoke of the flood. during his tour.', 'He spoke of the flood during his tour.'],
    ['a conjunction', 'It backs open trade. and asks for fair rules.', 'It backs open trade and asks for fair rules.'],
    ['a participle', 'The fleet sailed at dawn. carrying grain.', 'The fleet sailed at dawn carrying grain.'],
    ['the last of a list', 'The clinic lacks beds and gowns. masks.', 'The clinic lacks beds, gowns and masks.'],
    [
      'what a name owns',
      "Norway's coast is long. They fined Norway. ships, in May.",
      "Norway's coast is long. They fined Norway's ships, in May.",
    ],
    ['what the verb acts on', 'The club is voted in. a new chairman.', 'The club votes in a new chairman.'],
    ['what the verb acted on', 'The town was given. the keys that it wanted.', 'The town gave the keys that it wanted.'],
    ['a whole sentence', 'The vote failed. they will try again.', 'The vote failed. They will try again.'],
  ])('%s', (_, damaged, repaired) => expect(repair(movedFragments, damaged)).toBe(repaired));
});

test('a fragment that fits nowhere is only reported', () => {
  const text = 'He will see the traders. journey to Oslo for talks.';
  expect(reported(movedFragments, text)).toEqual(['. journey']);
  expect(repair(movedFragments, text)).toBe(text);
});

describe('a small letter behind a rightful period stays', () => {
  test.each([
    ['an abbreviation', 'It pits Harlow Inc. against Bates, Dunn vs. the rest, at 9 a.m. on Friday, etc. and so on.'],
    ['a unit', 'Take 10 mg. daily, then 2 tbsp. flour.'],
    ['an initialism', 'In the U.S. it is rare.'],
    ['a name that begins small', 'So it began. von Braun left. eBay grew. iPhones sold.'],
    ['a name with its own period', 'Visit Bloom. for more. At Bloom. we sing, and Bloom. has tea.'],
    ['a site', 'See news. com for more.'],
    ['an ellipsis', 'He waited... and waited… and left.'],
    ['an exclamation', 'Yahoo! said so. Who knows? not me.'],
  ])('%s', (_, text) => expect(reported(movedFragments, text)).toEqual([]));
});
