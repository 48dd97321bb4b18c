import { describe, expect, test } from 'vitest';
import { foreignPunctuation } from '../../src/damage/foreign-punctuation.js';
import { repair, reported } from './repair.js';

describe('punctuation of another language are mended', () => {
  test.each([
    ['a wide comma', 'It rained，he said.', 'It rained, he said.'],
    ['a wide comma with a space', 'It rained， he said.', 'It rained, he said.'],
    ['a wide stop', 'It rained。', 'It rained.'],
    ['a wide question mark', 'Did it rain？ No.', 'Did it rain? No.'],
    ['an Arabic comma', 'It rained، he said.', 'It rained, he said.'],
    ['an enumeration comma', 'Rice、wheat and corn.', 'Rice, wheat and corn.'],
    ['an inverted mark', '¿What did he say?', 'What did he say?'],
  ])('%s', (_, damaged, repaired) => expect(repair(foreignPunctuation, damaged)).toBe(repaired));
});

test.each([
  'It rained, he said.',
  'Did it rain?',
  '下雨了，他说。',
  '¿Qué pasa?',
  'The band ¡Viva! played.',
  'He said ¡No pasarán! twice.',
  'Sales: up',
])('%s stays', (text) => expect(reported(foreignPunctuation, text)).toEqual([]));
