import { describe, expect, test } from 'vitest';
import { doubledTitles } from '../../src/damage/doubled-titles.js';
import { repair, reported } from './repair.js';

describe('a second title goes, and its article', () => {
  test.each([
    ['an article', 'It was the Mr Smith who paid.', 'It was Mr Smith who paid.'],
    ['an article before Mrs.', 'A letter from the Mrs. Dahl was read.', 'A letter from Mrs. Dahl was read.'],
    ['an article before a full name', 'He thanked the Ms. Ingrid Dahl.', 'He thanked Ms. Ingrid Dahl.'],
    ['two titles', 'He thanked Mr. Minister Olsen.', 'He thanked Minister Olsen.'],
    ['president', 'Reporters asked Mr President Moe about it.', 'Reporters asked President Moe about it.'],
    ['twice', 'He thanked Mr. Mr. Olsen.', 'He thanked Mr. Olsen.'],
  ])('%s', (_, damaged, repaired) => expect(repair(doubledTitles, damaged)).toBe(repaired));
});

test.each([
  'He thanked Mr Smith.',
  'She won the Mr. Olympia contest.',
  'He read the Mr Men books.',
  '"Thank you, Mr. President Moe," he said.',
  'Mr. President, the time is up.',
  'The Mrs Beeton-style cake sank.',
  'He is the Minister Olsen met.',
])('%s stays', (text) => expect(reported(doubledTitles, text)).toEqual([]));
