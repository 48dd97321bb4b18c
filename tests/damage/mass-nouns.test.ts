import { describe, expect, test } from 'vitest';
import { massNouns } from '../../src/damage/mass-nouns.js';
import { repair, reported } from './repair.js';

describe('plurals of another language are mended', () => {
  test.each([
    ['informations', 'He gave false informations to the court.', 'He gave false information to the court.'],
    ['advices', 'They ignored the advices of the doctors.', 'They ignored the advice of the doctors.'],
    ['equipments', 'They stole medical equipments.', 'They stole medical equipment.'],
    ['aircrafts', 'Two aircrafts collided.', 'Two aircraft collided.'],
    ['peoples', 'Some two million peoples fled.', 'Some two million people fled.'],
    ['softwares', 'It sells softwares for banks.', 'It sells software for banks.'],
  ])('%s', (_, damaged, repaired) => expect(repair(massNouns, damaged)).toBe(repaired));
});

test.each([
  'He gave false information.',
  'The peoples of the north.',
  'Many peoples speak it.',
  'The company\'s softwares\' names.',
  'He researches bees.',
  'She advises them.',
  'The Informations desk.',
])('%s stays', (text) => expect(reported(massNouns, text)).toEqual([]));
