import { describe, expect, test } from 'vitest';
import { foreignWords } from '../../src/damage/foreign-words.js';
import { repair, reported } from './repair.js';

describe('Spanish initials become the United States', () => {
  test.each([
    ['with periods', 'He sells oil to EE.UU. and to Canada.', 'He sells oil to the United States and to Canada.'],
    ['with a space', 'He sells oil to EE. UU. each year.', 'He sells oil to the United States each year.'],
    ['without periods', 'He sells oil to EEUU each year.', 'He sells oil to the United States each year.'],
    ['behind an article', 'In the EE.UU. he sells oil.', 'In the United States he sells oil.'],
    ['at the end', 'He sells oil to EE.UU.', 'He sells oil to the United States.'],
    ['at the end of a sentence', 'He left for EE.UU. She stayed.', 'He left for the United States. She stayed.'],
  ])('%s', (_, damaged, repaired) => expect(repair(foreignWords, damaged)).toBe(repaired));
});

describe('words left over are reported', () => {
  test.each([
    ['the boats und the nets', 'und'],
    ['the mayor nicht yet elected', 'nicht'],
    ['the boats avec their nets', 'avec'],
    ['the vote según the clerk', 'según'],
    ['the old президент said no', 'президент'],
    ['the old 总统 said no', '总统'],
    ['the port também was shut', 'também'],
  ])('%s', (text, word) => expect(reported(foreignWords, text)).toEqual([word]));
});

test.each([
  'He read Krieg und Frieden there.',
  'Prince Alois von und zu Adelstein came.',
  'He said "und so weiter" and left.',
  'Rain will pour down on us.',
  'The CEEUU of Oslo met.',
  'He lives in the U.S. now.',
  'The head of EE.UUX sold it.',
])('%s stays', (text) => expect(reported(foreignWords, text)).toEqual([]));
