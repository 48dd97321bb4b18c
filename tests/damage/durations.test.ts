import { describe, expect, test } from 'vitest';
import { durations } from '../../src/damage/durations.js';
import { repair, reported } from './repair.js';

describe('"since" before a duration becomes "for"', () => {
  test.each([
    ['years', 'He has lived there since 3 years.', 'He has lived there for 3 years.'],
    ['in words', 'It has been shut since two months.', 'It has been shut for two months.'],
    ['at the start', 'Since ten years the mine is closed.', 'For ten years the mine is closed.'],
    ['without a number', 'They have waited since decades.', 'They have waited for decades.'],
    ['several', 'It has rained since several weeks.', 'It has rained for several weeks.'],
    ['long time', 'He is ill since long time.', 'He is ill for a long time.'],
  ])('%s', (_, damaged, repaired) => expect(repair(durations, damaged)).toBe(repaired));
});

test.each([
  'He has lived there since 1999.',
  'He has lived there for 3 years.',
  'Since three years ago it has been shut.',
  'It was the worst since two years earlier.',
  'He left since years of war had ruined it.',
  'Since May it has rained.',
  'It has been shut since the two months ended.',
])('%s stays', (text) => expect(reported(durations, text)).toEqual([]));
