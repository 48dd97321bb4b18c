import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { phraseParts, raiseFirst, spell } from '../../src/dictionary/phrase.js';
import { CAPITALS, LOWER, NUMERIC, RAISED } from '../../src/text/tokenize.js';
import { anyText } from '../helpers/texts.js';

describe('phraseParts', () => {
  test.each([
    ['war', ['war'], [], true],
    ['as well as', ['as', 'well', 'as'], [], true],
    ['10 years', ['10', 'years'], [], true],
    ['long-term', ['long-term'], [], true],
    ['Cold War', ['cold', 'war'], [RAISED, RAISED], true],
    ['House speaker', ['house', 'speaker'], [RAISED, LOWER], true],
    ['G 20', ['g', '20'], [RAISED, NUMERIC], true],
    ['NATO', ['nato'], [CAPITALS], true],
    ['U.S.', ['u.s.'], [CAPITALS], true],
    ["world's", ['world', "'s"], [], true],
    ['iPhone', ['iphone'], [CAPITALS], false],
    ['Bed Bath & Beyond', ['bed', 'bath', 'beyond'], [RAISED, RAISED, RAISED], false],
    ['St. Louis', ['st', 'louis'], [RAISED, RAISED], false],
    ['100%', ['100'], [], false],
  ])('%s', (phrase, words, shapes, plain) => {
    expect(phraseParts(phrase)).toEqual({ words, shapes, plain });
  });

  it('calls plain only what its words and shapes spell again', () => {
    fc.assert(
      fc.property(anyText(), (phrase) => {
        const { words, shapes, plain } = phraseParts(phrase);
        if (plain) expect(spell(words, shapes)).toBe(phrase);
      }),
    );
  });
});

describe('spell', () => {
  test.each([
    [['cold', 'war'], [], 'cold war'],
    [['cold', 'war'], [RAISED, RAISED], 'Cold War'],
    [['nato', 'chief'], [CAPITALS, LOWER], 'NATO chief'],
    [['world', "'s", 'end'], [], "world's end"],
    [[], [], ''],
  ])('%j, %j', (words, shapes, phrase) => {
    expect(spell(words, shapes)).toBe(phrase);
  });
});

describe('raiseFirst', () => {
  test.each([
    ['cold war', 'Cold war'],
    ['éclair', 'Éclair'],
    ['𐐨', '𐐀'],
    ['10 years', '10 years'],
    ['"x', '"x'],
  ])('%s to %s', (text, raised) => {
    expect(raiseFirst(text)).toBe(raised);
  });
});
