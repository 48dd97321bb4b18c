import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { SHAPE_EXACT, SHAPE_LOWER, SHAPE_RAISED, findMatches, spelledRight } from '../../src/match/find.js';
import { findWord } from '../../src/dictionary/lexicon.js';
import { findEdge } from '../../src/dictionary/trie.js';
import { wordAt } from '../../src/dictionary/words.js';
import { hashWord, tokenize } from '../../src/text/tokenize.js';
import { lexiconFrom, phraseOf } from '../helpers/lexicons.js';
import { milliseconds } from '../helpers/tokens.js';
import { anyText } from '../helpers/texts.js';

const lexicon = lexiconFrom(`
war: [warfare, cold struggle]
struggle: [cold]
Cold War: [Chilly Struggle]
last year: [final yr]
last: [final]
isn't: [is just not]
world's: [globe's]
Bed Bath & Beyond: [Mattress Bath & Past]
G 20: [Gramme 20]
long-term: [lengthy-time period]
`);

describe('findMatches', () => {
  test.each([
    ['lower case', 'a warfare', ['warfare lower 1-2']],
    ['raised first letter', 'Warfare there', ['warfare raised 0-1']],
    ['all capitals stay', 'WARFARE', []],
    ['overlapping ones, by start and length', 'the cold struggle', ['cold lower 1-2', 'cold struggle lower 1-3', 'struggle lower 2-3']],
    ['only the first word of a phrase may be raised', 'Cold struggle', ['cold raised 0-1', 'cold struggle raised 0-2', 'struggle lower 1-2']],
    ['a phrase raised throughout is none', 'Cold Struggle', ['cold raised 0-1', 'struggle raised 1-2']],
    ['a cased phrase as written', 'the Chilly Struggle', ['Chilly Struggle exact 1-3', 'struggle raised 2-3']],
    ['a cased phrase in lower case is none', 'chilly', []],
    ['heads are found as well', 'last year', ['last lower 0-1', 'last year lower 0-2']],
    ['a phrase does not go over a comma', 'final, yr', ['final lower 0-1']],
    ['nor over a line break', 'final\nyr', ['final lower 0-1']],
    ['nor over two spaces and a dash', 'final — yr', ['final lower 0-1']],
    ['but over several spaces', 'final   yr', ['final lower 0-1', 'final yr lower 0-2']],
    ['and a no-break space', 'final\u00a0yr', ['final lower 0-1', 'final yr lower 0-2']],
    ['a clitic, straight', "the globe's end", ["globe's lower 1-3"]],
    ['a clitic, curly', 'the globe’s end', ["globe's lower 1-3"]],
    ['a head with a clitic', 'It isn’t', ["isn't lower 1-3"]],
    ['a phrase that spaces do not spell', 'at Mattress Bath & Past now', ['Mattress Bath & Past exact 1-4']],
    ['the same without its mark is none', 'Mattress Bath Past', []],
    ['a number in a cased phrase', 'Gramme 20', ['Gramme 20 exact 0-2']],
    ['a compound is one word', 'lengthy-time period', ['lengthy-time period lower 0-2']],
    ['words unknown', 'nothing here', []],
  ])('%s', (_, text, expected) => {
    expect(matchesOf(text)).toEqual(expected);
  });

  it('finds a phrase under either apostrophe where it is matched case by case', () => {
    const cased = lexiconFrom("Queen's Gambit: [Queen’s Gamble]\nQueen’s Guard: [King’s Guard]");
    const found = (text: string): string[] => findMatches(tokenize(text), cased, 0, 3).map(({ phrase }) => cased.textOf(phrase));
    expect(found('Queen’s Gamble')).toEqual(["Queen's Gamble"]);
    expect(found("Queen's Gamble")).toEqual(["Queen's Gamble"]);
    expect(found("Queen's Guard")).toEqual(['Queen’s Guard']);
  });

  it('stays in the range it was given', () => {
    const tokens = tokenize('warfare final yr warfare');
    const found = findMatches(tokens, lexicon, 1, 2).map(({ from, to }) => [from, to]);
    expect(found).toEqual([[1, 2]]);
  });

  it('finds what a plain search of all phrases finds', () => {
    const piece = fc.constantFrom('war', 'warfare', 'cold', 'struggle', 'final', 'yr', 'last', 'year', 'Chilly', 'Struggle', 'Cold', 'other', 'FINAL', ',');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (words) => {
        const text = words.join(' ');
        expect(matchesOf(text).sort()).toEqual(bruteForce(text).sort());
      }),
    );
  });

  it('ends in time on texts of nothing but matches', () => {
    const text = 'cold struggle '.repeat(50_000);
    expect(milliseconds(() => findMatches(tokenize(text), lexicon, 0, 100_000))).toBeLessThan(10_000);
  });

  it('takes any string', () => {
    fc.assert(fc.property(anyText(['cold struggle', 'final yr', 'globe']), (text) => {
      const tokens = tokenize(text);
      for (const match of findMatches(tokens, lexicon, 0, tokens.count)) expect(match.to).toBeLessThanOrEqual(tokens.count);
    }));
  });
});

describe('findWord and findEdge', () => {
  it('know the words of the lexicon and no others', () => {
    expect(wordAt(lexicon.words, findWord(lexicon, hashWord('warfare')))).toBe('warfare');
    expect(findWord(lexicon, hashWord('harbour'))).toBe(-1);
    expect(findWord(lexicon, hashWord('__proto__'))).toBe(-1);
  });

  it('lead from word to word of a phrase', () => {
    const [final, yr, war] = ['final', 'yr', 'war'].map((word) => findWord(lexicon, hashWord(word)));
    const node = findEdge(lexicon, lexicon.roots[final!]!, yr!);
    expect(lexicon.phraseAt[node]).toBe(phraseOf(lexicon, 'final yr'));
    expect(findEdge(lexicon, lexicon.roots[final!]!, war!)).toBe(-1);
  });
});

describe('spelledRight', () => {
  it('holds for what findMatches finds, and not for a stranger of the same hash', () => {
    const tokens = tokenize('Final\u00a0yr');
    const match = { from: 0, to: 2, phrase: phraseOf(lexicon, 'final yr'), shape: SHAPE_RAISED };
    expect(spelledRight(tokens, lexicon, match)).toBe(true);
    expect(spelledRight(tokenize('other yr'), lexicon, match)).toBe(false);
  });
});

const SHAPES = { [SHAPE_LOWER]: 'lower', [SHAPE_RAISED]: 'raised', [SHAPE_EXACT]: 'exact' };

function matchesOf(text: string): string[] {
  const tokens = tokenize(text);
  return findMatches(tokens, lexicon, 0, tokens.count).map(({ from, to, phrase, shape }) => `${lexicon.textOf(phrase)} ${SHAPES[shape as 0 | 1 | 2]} ${from}-${to}`);
}

/** Every phrase against every run of words; only for words, spaces and commas. */
function bruteForce(text: string): string[] {
  const words = text.split(' ').filter((word) => word !== '' && word !== ',');
  const pauses = new Set<number>();
  let index = 0;
  for (const piece of text.split(' ')) piece === ',' ? pauses.add(index) : index++;
  const found: string[] = [];
  for (let from = 0; from < words.length; from++) {
    for (let to = from + 1; to <= words.length; to++) {
      if ([...pauses].some((pause) => pause > from && pause < to)) continue;
      const run = words.slice(from, to).join(' ');
      for (let phrase = 0; phrase < lexicon.phraseCount; phrase++) {
        const listed = lexicon.textOf(phrase);
        const lower = listed === listed.toLowerCase();
        const raised = listed[0]!.toUpperCase() + listed.slice(1);
        const shape = !lower ? (run === listed ? 'exact' : undefined) : run === listed ? 'lower' : run === raised ? 'raised' : undefined;
        if (shape) found.push(`${listed} ${shape} ${from}-${to}`);
      }
    }
  }
  return found;
}
