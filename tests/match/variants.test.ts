import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { findNearMatches } from '../../src/match/variants.js';
import { tokenize } from '../../src/text/tokenize.js';
import { lexiconFrom } from '../helpers/lexicons.js';
import { anyText } from '../helpers/texts.js';
import { milliseconds } from '../helpers/tokens.js';

const LEXICON = lexiconFrom('war: [warfare]\nagainst: [in opposition to]\nburning: [flammable]\nbut: [however]\nhow: [how ever so]\never: [at any time]\nCold War: [Chilly Struggle]\nact: [deed]');

describe('findNearMatches', () => {
  test.each([
    ['a letter missing', 'It is flamable', ['flamable: flammable, misspelt 1']],
    ['a letter too many', 'It is flammmable', ['flammmable: flammable, misspelt 1']],
    ['a letter changed', 'Warfaro came', ['Warfaro: warfare, misspelt 1']],
    ['two letters in a short word are too many', 'the wurfere', []],
    ['another first letter', 'the karfare', []],
    ['a short word', 'a ded', []],
    ['a phrase written together', 'was inoppositionto it', ['inoppositionto: in opposition to, joined 1']],
    ['a word written apart', 'how ever it went', ['how ever: however, split 1']],
    ['not over punctuation', 'how, ever', []],
    ['the word itself', 'the warfare', []],
    ['in capitals', 'THE FLAMABLE', []],
    ['unlike anything', 'the harbour', []],
  ])('%s', (_, text, expected) => {
    expect(near(text, () => false)).toEqual(expected);
  });

  it('leaves words alone that are words', () => {
    expect(near('It is flamable', () => true)).toEqual([]);
  });

  it('takes any text', () => {
    fc.assert(fc.property(anyText(['flamable', 'how ever']), (text) => {
      const tokens = tokenize(text);
      for (const { from, to } of findNearMatches(tokens, LEXICON, 0, tokens.count, () => false)) expect([from < to, to <= tokens.count]).toEqual([true, true]);
    }));
  });

  it('ends in time on many unknown words and on a long one', () => {
    for (const text of ['flamablo '.repeat(20_000), 'f'.repeat(1_000_000)]) {
      const tokens = tokenize(text);
      expect(milliseconds(() => findNearMatches(tokens, LEXICON, 0, tokens.count, () => false))).toBeLessThan(10_000);
    }
  });
});

function near(text: string, isWord: (hash: number) => boolean): string[] {
  const tokens = tokenize(text);
  return findNearMatches(tokens, LEXICON, 0, tokens.count, isWord).map(({ from, to, phrase, kind, distance }) => {
    const observed = text.slice(tokens.start[from], tokens.end[to - 1]);
    return `${observed}: ${LEXICON.textOf(phrase)}, ${kind} ${distance}`;
  });
}
