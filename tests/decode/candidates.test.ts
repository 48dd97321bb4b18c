import { describe, expect, it, test } from 'vitest';
import { readDocument, standingKey, type Readings } from '../../src/decode/candidates.js';
import { WEIGHTS } from '../../src/decode/decode.js';
import type { Lexicon } from '../../src/dictionary/lexicon.js';
import { SHAPE_LOWER } from '../../src/match/find.js';
import { tokenize } from '../../src/text/tokenize.js';
import { lexiconFrom, phraseOf } from '../helpers/lexicons.js';

const LEXICON = lexiconFrom(
  'war: [warfare, battle]\nfight: [battle]\nlast year: [final yr]\nCold War: [Chilly Struggle]\nbill:\n  observed: [invoice]\n  unless: [invoice number]\nlaw: [rule]',
  { war: 300, fight: 90 },
);

const CHANNEL = { ...WEIGHTS, share: 1, survivor: 0.5 };

describe('readDocument', () => {
  test.each([
    ['one reading', 'The warfare ended.', ['warfare→war']],
    ['two readings of one word', 'The battle ended.', ['battle→fight', 'battle→war']],
    ['a phrase', 'It ended final yr.', ['final yr→last year']],
    ['a cased phrase', 'The Chilly Struggle ended.', ['Chilly Struggle→Cold War']],
    ['at the start of a sentence', 'Warfare ended.', ['Warfare→war']],
    ['none in capitals', 'WARFARE ENDED', []],
    ['none where a longer phrase says that it stays', 'The invoice number is 7.', []],
    ['but elsewhere', 'The invoice is due; the invoice number is 7.', ['invoice→bill']],
  ])('%s', (_, text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test.each([
    ['an address', 'See https://example.org/warfare/today for more.'],
    ['an address without a scheme', 'See example.warfare.org for more.'],
    ['the query of an address', 'See https://example.org/find?warfare for more.'],
    ['the end of a query', 'See https://example.org/find?q=old+warfare for more.'],
    ['a fragment of an address', 'See https://example.org/page#warfare for more.'],
    ['a file name', 'Open warfare.txt first.'],
    ['a path', 'Look in C:\\warfare\\maps first.'],
    ['an e-mail address before the sign', 'Write to warfare@example.org today.'],
    ['an e-mail address after a period', 'Write to john.warfare@example.org today.'],
    ['an e-mail address after the sign', 'Write to press@warfare.example today.'],
    ['a handle', 'Thanks to @warfare for this.'],
    ['a tag', 'More under #warfare today.'],
    ['a name in code', 'The variable old_warfare_count is set.'],
    ['the left of a lower-case compound', 'The warfare-era law.'],
    ['the right of a lower-case compound', 'The anti-warfare law.'],
    ['a compound with a no-break hyphen', 'The anti\u2011warfare law.'],
    ['a word left before a capitalised compound part', 'The warfare-Era law.'],
  ])('leaves alone a word inside %s', (_, text) => {
    expect(read(text).filter((reading) => reading.startsWith('warfare'))).toEqual([]);
  });

  test.each([
    ['parentheses', 'The end (warfare) came.'],
    ['quotation marks', 'The “warfare” ended.'],
    ['a full stop', 'It was warfare. Peace came.'],
    ['an ellipsis', 'It was warfare… Peace came.'],
    ['dashes', 'The end — warfare — came.'],
    ['a slash with spaces', 'Peace / warfare ended.'],
  ])('reads a word between %s', (_, text) => {
    expect(read(text)).toEqual(['warfare→war']);
  });

  it('reads a capitalised part of a compound, which spinners do not spare', () => {
    expect(read('A then-Warfare minister.')).toEqual(['Warfare→war']);
  });

  it('counts the heads that stand, by case shape', () => {
    const { standing } = readings('The war. A war. War! The Cold War.', LEXICON);
    const war = phraseOf(LEXICON, 'war');
    expect(standing.get(standingKey(war, SHAPE_LOWER))).toBe(2);
    expect(standing.get(standingKey(phraseOf(LEXICON, 'warfare'), SHAPE_LOWER))).toBeUndefined();
  });

  it('makes a reading less likely for each time that its head stands, up to three', () => {
    const channel = (text: string): number => readings(`${text} The warfare.`, LEXICON).candidates.find(({ observedPhrase }) => observedPhrase === phraseOf(LEXICON, 'warfare'))!.channel;
    expect(channel('The war.')).toBeCloseTo(channel('') + Math.log(0.5), 6);
    expect(channel('The war, a war, any war, this war.')).toBeCloseTo(channel('') + 3 * Math.log(0.5), 6);
  });

  it('reads only where it may edit, and only one family', () => {
    const text = 'The warfare ended. The battle began.';
    const first = readDocument(tokenize(text), LEXICON, 0, (token) => token < 3, () => true, CHANNEL);
    expect(show(text, first, LEXICON)).toEqual(['warfare→war']);
    expect(readDocument(tokenize(text), LEXICON, 1, () => true, () => true, CHANNEL).candidates).toEqual([]);
  });
});

function readings(text: string, lexicon: Lexicon): Readings {
  return readDocument(tokenize(text), lexicon, 0, () => true, () => true, CHANNEL);
}

function read(text: string): string[] {
  return show(text, readings(text, LEXICON), LEXICON);
}

function show(text: string, { candidates }: Readings, lexicon: Lexicon): string[] {
  const tokens = tokenize(text);
  return candidates.map(({ from, to, head }) => `${text.slice(tokens.start[from], tokens.end[to - 1])}→${lexicon.textOf(head)}`).sort();
}
