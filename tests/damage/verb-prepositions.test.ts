import { describe, expect, test } from 'vitest';
import { verbPrepositions } from '../../src/damage/verb-prepositions.js';
import { repair, reported } from './repair.js';

describe('prepositions behind verbs of another language are mended', () => {
  test.each([
    ['discuss about', 'They discussed about the plan.', 'They discussed the plan.'],
    ['participate to', 'Ten states participated to the talks.', 'Ten states participated in the talks.'],
    ['emphasize on', 'He emphasized on the need to act.', 'He emphasized the need to act.'],
    ['accused for', 'He was accused for stealing boats.', 'He was accused of stealing boats.'],
    ['arrived to', 'She arrived to Oslo late.', 'She arrived in Oslo late.'],
    ['despite of', 'He came despite of rain.', 'He came despite rain.'],
    ['attended to', 'They attended to the summit.', 'They attended the summit.'],
    ['married with', 'She is married with Per Moe.', 'She is married to Per Moe.'],
    ['capable to', 'He was charged of stealing boats.', 'He was charged with stealing boats.'],
    ['said him', 'She said him that they would pay.', 'She told him that they would pay.'],
  ])('%s', (_, damaged, repaired) => expect(repair(verbPrepositions, damaged)).toBe(repaired));
});

test.each([
  'They discussed about 20 plans.',
  'They discussed the plan.',
  'A discussion about the plan.',
  'He emphasized on Monday that all was well.',
  'She arrived to find it shut.',
  'She arrived to cheers.',
  'He is married with children.',
  'They attended to the wounded.',
  'His visits to Oslo are rare.',
  'He said him or me.',
])('%s stays', (text) => expect(reported(verbPrepositions, text)).toEqual([]));
