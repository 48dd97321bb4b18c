import { describe, expect, test } from 'vitest';
import { pronounGender } from '../../src/damage/pronoun-gender.js';
import { repair, reported } from './repair.js';

describe('a pronoun follows the only person it can mean', () => {
  test.each([
    ['her visit', 'Robert Haldane landed in Oslo on Monday during her visit.', 'Robert Haldane landed in Oslo on Monday during his visit.'],
    ['told her', 'Robert Haldane asked the crew to let her in.', 'Robert Haldane asked the crew to let him in.'],
    ['he', 'Susan Marlowe left Oslo after he lost the vote.', 'Susan Marlowe left Oslo after she lost the vote.'],
    ['his', 'Susan Marlowe sold his shares.', 'Susan Marlowe sold her shares.'],
    ['himself', 'Susan Marlowe saw himself in the glass.', 'Susan Marlowe saw herself in the glass.'],
    ['by a title', 'Mrs. Marlowe came late. He left early.', 'Mrs. Marlowe came late. She left early.'],
  ])('%s', (_, damaged, repaired) => expect(repair(pronounGender, damaged)).toBe(repaired));
});

describe('a pronoun that may mean someone else stays', () => {
  test.each([
    ['the right one', 'Robert Haldane landed in Oslo on his tour. He left.'],
    ['two people', 'Robert Haldane met Susan Marlowe before her visit.'],
    ['a woman without a name', 'Robert Haldane thanked the nurse for her help.'],
    ['his wife', 'Robert Haldane and his wife left in her car.'],
    ['a person who comes next', 'After her speech Robert Haldane met the senator.'],
    ['a name without a gender', 'Kiri Haldane landed in Oslo during her visit.'],
    ['quoted speech', 'Robert Haldane came. "I saw her," he said.'],
    ['nobody', 'The fleet left with her captain.'],
  ])('%s', (_, text) => expect(reported(pronounGender, text)).toEqual([]));
});
