import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { sentenceStarts, startsSentence } from '../../src/text/sentences.js';
import { tokenize } from '../../src/text/tokenize.js';
import { anyText } from '../helpers/texts.js';

describe('sentenceStarts', () => {
  test.each([
    ['one', 'The river rose.', ['The river rose']],
    ['two', 'The river rose. Farmers fled.', ['The river rose', 'Farmers fled']],
    ['a question', 'Who paid? Nobody knows!', ['Who paid', 'Nobody knows']],
    ['a line break without a stop', 'River rises\nFarmers flee', ['River rises', 'Farmers flee']],
    ['a title', 'Mr. Hale met Dr. Osei.', ['Mr. Hale met Dr. Osei']],
    ['an initial', 'John A. Hale spoke.', ['John A. Hale spoke']],
    ['an initialism before a name', 'The U.S. Navy sailed.', ['The U.S. Navy sailed']],
    ['a time of day', 'It opened at 9 a.m. on Friday.', ['It opened at 9 a.m. on Friday']],
    ['a stop before a lower-case word', 'He waited. then left.', ['He waited. then left']],
    ['a decimal', 'It rose 3.5 points.', ['It rose 3.5 points']],
    ['a quotation', '“We won.” The crowd cheered.', ['We won', 'The crowd cheered']],
    ['a question inside a sentence', '“Why?” asked the judge.', ['Why?” asked the judge']],
    ['an ellipsis', 'It was late… Nobody came.', ['It was late', 'Nobody came']],
    ['a month', 'On Sept. 4 it closed.', ['On Sept. 4 it closed']],
  ])('%s', (_, text, expected) => {
    expect(sentencesOf(text)).toEqual(expected);
  });

  it('has no sentence in an empty text', () => {
    expect([...sentenceStarts(tokenize(''))]).toEqual([0]);
  });

  it('rises from the first token to the count, and agrees with startsSentence, for any string', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        const tokens = tokenize(text);
        const starts = [...sentenceStarts(tokens)];
        expect(starts.at(-1)).toBe(tokens.count);
        const expected = Array.from({ length: tokens.count }, (_, i) => i).filter((i) => startsSentence(tokens, i));
        expect(starts.slice(0, -1)).toEqual(expected);
        if (tokens.count > 0) expect(starts[0]).toBe(0);
      }),
    );
  });
});

function sentencesOf(text: string): string[] {
  const tokens = tokenize(text);
  const starts = sentenceStarts(tokens);
  return Array.from({ length: starts.length - 1 }, (_, s) => text.slice(tokens.start[starts[s]!], tokens.end[starts[s + 1]! - 1]));
}
