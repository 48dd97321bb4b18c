import { describe, expect, test } from 'vitest';
import { nameSpellings } from '../../src/damage/name-spellings.js';
import { repair, reported } from './repair.js';

const MANY = 'Robert Haldane came. Haldane spoke, and then Haldane left.';

describe('the rarer spelling of one person gives way', () => {
  test.each([
    ['another letter', `${MANY} Robert Haldene was tired.`, `${MANY} Robert Haldane was tired.`],
    ['a letter less', `${MANY} Robert Hadane was tired.`, `${MANY} Robert Haldane was tired.`],
    ['two letters changed about', `${MANY} Robert Hadlane was tired.`, `${MANY} Robert Haldane was tired.`],
  ])('%s', (_, damaged, repaired) => expect(repair(nameSpellings, damaged)).toBe(repaired));
});

describe('two names stay two', () => {
  test.each([
    ['another first name', `${MANY} Peter Haldene was tired.`],
    ['no first name', `${MANY} The Haldene was tired.`],
    ['an inflected form', `${MANY} Robert Haldanes was tired.`],
    ['as often as the other', 'Robert Haldane came. Robert Haldene came. Haldane left. Haldene left.'],
    ['too far apart', `${MANY} Robert Halloran was tired.`],
  ])('%s', (_, text) => expect(reported(nameSpellings, text)).toEqual([]));
});
