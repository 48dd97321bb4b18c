import { describe, expect, test } from 'vitest';
import { wordOrder } from '../../src/damage/word-order.js';
import { repair, reported } from './repair.js';

describe('word order', () => {
  test.each([
    ['an adverb behind its participle', 'They are deemed jailed unlawfully.', 'They are deemed unlawfully jailed.'],
    ['a second subject', 'Town officials I believe Norway will pay.', 'Town officials believe Norway will pay.'],
  ])('%s', (_, damaged, repaired) => expect(repair(wordOrder, damaged)).toBe(repaired));
});

test.each([
  'They were jailed unlawfully.',
  'They are deemed unlawfully jailed.',
  'Town officials, I believe, will pay.',
  '"The officials I know Norway sent are here," he said.',
  'The officials I know are here.',
])('%s stays', (text) => expect(reported(wordOrder, text)).toEqual([]));
