import { describe, expect, test } from 'vitest';
import { verbForms } from '../../src/damage/verb-forms.js';
import { repair, reported } from './repair.js';

describe('a verb takes the form its place wants', () => {
  test.each([
    ['behind avoid', 'They want to avoid maintain the old road.', 'They want to avoid maintaining the old road.'],
    ['behind without', 'He left without receive the prize.', 'He left without receiving the prize.'],
    [
      'in a row of -ing forms',
      'He spoke of pressing its friends and meddling in trade and promote fear.',
      'He spoke of pressing its friends and meddling in trade and promoting fear.',
    ],
    ['behind a modal', 'The plan will provides homes.', 'The plan will provide homes.'],
    ['behind to', 'It helps to provides homes.', 'It helps to provide homes.'],
    ['behind did not', 'It did not provided homes.', 'It did not provide homes.'],
    ["behind doesn't", "It doesn't provides homes.", "It doesn't provide homes."],
    ['behind has', 'The state has provide the land.', 'The state has provided the land.'],
  ])('%s', (_, damaged, repaired) => expect(repair(verbForms, damaged)).toBe(repaired));
});

test('an owned verb is only reported', () => {
  const text = 'They thanked him for his provide of aid.';
  expect(reported(verbForms, text)).toEqual(['his provide']);
  expect(repair(verbForms, text)).toBe(text);
});

describe('rightful forms stay', () => {
  test.each([
    'They will not provide homes, and cannot pretend to.',
    'They look forward to providing homes.',
    'He was used to received wisdom.',
    'The will provides for two sons.',
    "Its might threatens them, and China's might threatens all.",
    'It has sort of become the norm.',
    'He helped build it, and let them provide aid.',
    'They had to come. He has come. It has become late.',
    'They pay users by sending and reading notes, and receive news.',
    'She hopes of sailing and swimming and to become rich.',
    'He did not only agree.',
    'They thanked him for his support.',
    'It may brings luck to May.',
  ])('%s', (text) => expect(reported(verbForms, text)).toEqual([]));
});
