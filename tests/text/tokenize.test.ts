import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { GAP_HYPHEN, GAP_LINE, GAP_OTHER, GAP_PAUSE, GAP_QUOTE, GAP_SHIFT, GAP_SPACE, GAP_STOP, WORD, cellOf } from '../../src/text/characters.js';
import { CAPITALS, LOWER, NUMERIC, RAISED, fold, hashWord, tokenize } from '../../src/text/tokenize.js';
import { anyText } from '../helpers/texts.js';
import { listOf, milliseconds, words } from '../helpers/tokens.js';

describe('tokenize', () => {
  test.each([
    ['', []],
    [' \n ', []],
    ['The mayor spoke.', ['The', 'mayor', 'spoke']],
    ['the nation’s leaders', ['the', 'nation', '’s', 'leaders']],
    ["it isn't", ['it', 'isn', "'t"]],
    ["they're, we've, he'll, she'd, I'm", ['they', "'re", 'we', "'ve", 'he', "'ll", 'she', "'d", 'I', "'m"]],
    ['THE NATION’S', ['THE', 'NATION', '’S']],
    ["the dogs' bowls", ['the', 'dogs', 'bowls']],
    ["'s", ['s']],
    ["the 'scene'", ['the', 'scene']],
    ["O'Brien and o'clock", ["O'Brien", 'and', "o'clock"]],
    ["rock'n'roll", ["rock'n'roll"]],
    ['people-to-people talks', ['people-to-people', 'talks']],
    ['then-House speaker', ['then', 'House', 'speaker']],
    ['Anglo-american', ['Anglo', 'american']],
    ['co\u2011op', ['co\u2011op']],
    ['well--known', ['well', 'known']],
    ['pre- and post-war', ['pre', 'and', 'post-war']],
    ['a 20-year bond, 2024-25', ['a', '20-year', 'bond', '2024-25']],
    ['COVID-19', ['COVID', '19']],
    ['the U.S. and U.K.', ['the', 'U.S.', 'and', 'U.K.']],
    ['at 9 a.m. today', ['at', '9', 'a.m.', 'today']],
    ['U.S.-made', ['U.S.', 'made']],
    ['He is A. Jones', ['He', 'is', 'A', 'Jones']],
    ['the end.Next', ['the', 'end', 'Next']],
    ['1,200.5 of 3.14, 7.', ['1,200.5', 'of', '3.14', '7']],
    ['one, two', ['one', 'two']],
    ['$5bn or 50%', ['5bn', 'or', '50']],
    ['snake_case @user #tag', ['snake', 'case', 'user', 'tag']],
    ['naïve cafe\u0301', ['naïve', 'cafe\u0301']],
    ['Москва и 北京', ['Москва', 'и', '北京']],
    ['a😀b', ['a', 'b']],
    ['__proto__', ['proto']],
    ['no\u200bspace', ['no', 'space']],
  ])('%j', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  test.each([
    ['word', LOWER],
    ['Word', RAISED],
    ['A', RAISED],
    ['WORD', CAPITALS],
    ['iPhone', CAPITALS],
    ["O'Brien", CAPITALS],
    ['1990s', NUMERIC],
    ['20-year', NUMERIC],
    ['G7', RAISED],
    ['北京', LOWER],
  ])('the shape of %s', (word, shape) => {
    const tokens = tokenize(word);
    expect([tokens.count, tokens.shape[0]]).toEqual([1, shape]);
  });

  test.each([
    ['one two', [GAP_LINE, GAP_SPACE]],
    ['nation’s', [GAP_LINE, 0]],
    ['end. Next', [GAP_LINE, GAP_STOP | GAP_SPACE]],
    ['then-House', [GAP_LINE, GAP_HYPHEN]],
    ['so, “we', [GAP_LINE, GAP_PAUSE | GAP_SPACE | GAP_QUOTE]],
    ['one\r\ntwo', [GAP_LINE, GAP_LINE]],
    ['50% up', [GAP_LINE, GAP_OTHER | GAP_SPACE]],
    ['“Yes', [GAP_LINE | GAP_QUOTE]],
    ['U.S. dollar', [GAP_LINE, GAP_SPACE]],
  ])('what stands before the tokens of %j', (text, gaps) => {
    expect(listOf(tokenize(text), (tokens, i) => tokens.gap[i])).toEqual(gaps);
  });

  it('is lossless for any string: tokens rise, hold no gap, and every letter and digit is in one', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        const tokens = tokenize(text);
        let from = 0;
        for (let i = 0; i < tokens.count; i++) {
          expect(tokens.start[i]).toBeGreaterThanOrEqual(from);
          expect(tokens.end[i]).toBeGreaterThan(tokens.start[i]!);
          checkGap(text, from, tokens.start[i]!, tokens.gap[i]!, i === 0);
          from = tokens.end[i]!;
        }
        expect(from).toBeLessThanOrEqual(text.length);
        checkGap(text, from, text.length);
        expect(rebuilt(text)).toBe(text);
      }),
      { numRuns: 500 },
    );
  });

  it('hashes each token as hashWord does its folded form', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        const tokens = tokenize(text);
        const expected = words(text).map((word) => hashWord(fold(word)));
        expect(listOf(tokens, ({ hash }, i) => hash[i])).toEqual(expected);
      }),
    );
  });

  test.each([
    ['one letter', 'a'],
    ['spaces', ' '],
    ['an initialism without end', 'U.'],
    ['apostrophes', "'"],
    ['a compound without end', 'a-'],
    ['clitics', "x's"],
    ['thousands', '1,'],
  ])('%s, a million characters, in less than five seconds', (_, piece) => {
    const text = piece.repeat(1_000_000 / piece.length);
    expect(milliseconds(() => tokenize(text))).toBeLessThan(5000);
  });
});

describe('fold', () => {
  test.each([
    ['Cold', 'cold'],
    ['NATION’S', "nation's"],
    ['ÉCOLE', 'école'],
    ['co\u2011op', 'co-op'],
    ['', ''],
  ])('%j is compared as %j', (word, folded) => {
    expect(fold(word)).toBe(folded);
  });

  it('keeps the length and is stable', () => {
    fc.assert(fc.property(anyText(), (text) => fold(text).length === text.length && fold(fold(text)) === fold(text)));
  });
});

/** The gap holds no letter or digit, and its bits are those of its characters. */
function checkGap(text: string, from: number, to: number, bits?: number, first = false): void {
  let found = first ? GAP_LINE : 0;
  for (let at = from; at < to; at++) {
    const cell = cellOf(text.charCodeAt(at));
    expect(cell & WORD).toBe(0);
    found |= cell >>> GAP_SHIFT;
  }
  if (bits !== undefined) expect(bits).toBe(found);
}

function rebuilt(text: string): string {
  const tokens = tokenize(text);
  let out = '';
  let from = 0;
  for (let i = 0; i < tokens.count; i++) {
    out += text.slice(from, tokens.start[i]) + text.slice(tokens.start[i], tokens.end[i]);
    from = tokens.end[i]!;
  }
  return out + text.slice(from);
}
