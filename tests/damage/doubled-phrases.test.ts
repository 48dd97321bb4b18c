import { describe, expect, test } from 'vitest';
import { doubledPhrases } from '../../src/damage/doubled-phrases.js';
import { repair, reported } from './repair.js';

describe('a phrase that stands twice is dropped once', () => {
  test.each([
    ['two words', 'Most of the of the grain was lost.', 'Most of the grain was lost.'],
    ['three words', 'They met in the hall in the hall of records.', 'They met in the hall of records.'],
    ['a verb and its object, joined', 'We reject it and reject it, the envoy wrote.', 'We reject it, the envoy wrote.'],
    ['a noun and its plural', 'It serves the need of the needs of farmers.', 'It serves the needs of farmers.'],
    ['a plural and its noun', 'It is in the rights of the right of all.', 'It is in the right of all.'],
  ])('%s', (_, damaged, repaired) => expect(repair(doubledPhrases, damaged)).toBe(repaired));
});

describe('what rightly repeats stays', () => {
  test.each([
    'He climbed step by step by step to the roof.',
    'It grew more and more and more costly.',
    'They sold it piece by piece by the road.',
    'She is a friend of a friend of the singer.',
    'For years and years and years nothing moved.',
    'You are going to have to have patience.',
    'Whoever he was he was polite.',
    'He moved to New York, New York.',
    'They love it and hate it.',
    'The king of kings of old wore gold.',
    'The end of the beginning of the war came.',
  ])('%s', (text) => expect(reported(doubledPhrases, text)).toEqual([]));
});
