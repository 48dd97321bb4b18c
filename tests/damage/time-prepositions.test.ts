import { describe, expect, test } from 'vitest';
import { timePrepositions } from '../../src/damage/time-prepositions.js';
import { repair, reported } from './repair.js';

describe('prepositions of time of another language are mended', () => {
  test.each([
    ['at', 'The vote is at Monday.', 'The vote is on Monday.'],
    ['in', 'They met in Tuesday, he said.', 'They met on Tuesday, he said.'],
    ['a month with its year', 'It opened on May 2020.', 'It opened in May 2020.'],
    ['a month with its day', 'The vote was held in May 5.', 'The vote was held on May 5.'],
    ['last week', 'He was killed in last week.', 'He was killed last week.'],
    ['at the start', 'In Monday the port was shut.', 'On Monday the port was shut.'],
  ])('%s', (_, damaged, repaired) => expect(repair(timePrepositions, damaged)).toBe(repaired));
});

test.each([
  'The vote is on Monday.',
  'They met at Friday prayers.',
  'He was sworn in Monday.',
  'It rose in May 5 percent.',
  'It opened in May 2020.',
  'Work on May 2020 budgets began.',
  'They build on last year.',
  'He is at Monday night games.',
])('%s stays', (text) => expect(reported(timePrepositions, text)).toEqual([]));
