import fc from 'fast-check';
import { beforeAll, describe, expect, it, test } from 'vitest';
import { applyEdits, createRestorer, detect, restore, revertEdits, type Edit, type Options, type Restoration, type Restorer } from '../src/index.js';
import { CLEAN, SPUN, SPUN_PIECES } from './helpers/articles.js';
import { anyText } from './helpers/texts.js';

const RESTORERS: readonly [string, Options | undefined][] = [
  ['by default', undefined],
  ["with assume: 'synonym-spin'", { assume: 'synonym-spin' }],
  ['with assume and every edit applied', { assume: 'synonym-spin', minProbability: 0 }],
];

// Whole articles are stable under a second restoration (tests/corpus.test.ts); scraps are not meant to be, for two words may each be read as the other.
describe.each(RESTORERS)('restore %s', (_, options) => {
  let restorer: Restorer;
  beforeAll(() => {
    restorer = createRestorer(options);
  });

  const texts: readonly [string, fc.Arbitrary<string>][] = [
    ['any text', anyText()],
    ['any text with spun text mixed in', anyText(SPUN_PIECES)],
    ['a spun text with anything inside', fc.tuple(anyText(SPUN_PIECES), fc.nat(SPUN.length)).map(([text, at]) => SPUN.slice(0, at) + text + SPUN.slice(at))],
  ];

  describe.each(texts)('on %s', (__, arbitrary) => {
    it('gives edits that say what stood there, sorted, disjoint and revertible', () => {
      fc.assert(fc.property(arbitrary, (text) => checkRestoration(text, restorer.restore(text))), { numRuns: 200 });
    });
  });

  test.each([
    ['a clean text', CLEAN],
    ['a spun text', SPUN],
    ['both', `${CLEAN}\r\n\r\n${SPUN}`],
  ])('is the same 100 times on %s', (__, text) => {
    const first = JSON.stringify(restorer.restore(text));
    for (let i = 0; i < 100; i++) expect(JSON.stringify(restorer.restore(text))).toBe(first);
  });

  test.each<[string, string]>([
    ['100,000 spaces', ' '.repeat(100_000)],
    ['100,000 spaces inside a spun text', SPUN.replace(' of ', ' '.repeat(100_000))],
    ['one word of 100,000 letters', 'a'.repeat(100_000)],
    ['a spun text and one word of 100,000 letters', `${SPUN} ${'warfare'.repeat(14_000)}`],
    ['10,000 times one spun word', 'warfare '.repeat(10_000)],
    ['10,000 spun phrases in one sentence', 'in line with the warfare '.repeat(10_000)],
    ['100,000 opening braces', '{'.repeat(100_000)],
    ['50,000 leaks', '{dollars}'.repeat(50_000)],
    ['100,000 periods', '.'.repeat(100_000)],
    ['100,000 line breaks', '\r\n'.repeat(50_000)],
    ['100,000 lone surrogates', '\ud800'.repeat(100_000)],
  ])('%s in less than ten seconds', (__, text) => {
    const from = performance.now();
    checkRestoration(text, restorer.restore(text));
    expect(performance.now() - from).toBeLessThan(10_000);
  });
});

describe('words that objects inherit', () => {
  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'prototype'])('%s is a word like any other', (word) => {
    for (const text of [word, `${SPUN} The ${word} was mentioned ${word}.`]) checkRestoration(text, restore(text));
  });
});

describe('detect', () => {
  it('gives a probability, a family and passages within the text, for any text', () => {
    fc.assert(
      fc.property(anyText(SPUN_PIECES), (text) => {
        const { probability, family, words, passages, score } = detect(text);
        expect(probability).toBeGreaterThanOrEqual(0);
        expect(probability).toBeLessThanOrEqual(1);
        expect(Number.isFinite(score)).toBe(true);
        expect(words).toBeLessThanOrEqual(text.length);
        expect(passages.length > 0).toBe(family !== 'none');
        for (const { start, end } of passages) expect([start >= 0, start < end, end <= text.length]).toEqual([true, true, true]);
      }),
      { numRuns: 300 },
    );
  });
});

function checkRestoration(given: string, { text, edits, suggestions, verdict }: Restoration): void {
  checkEdits(given, edits);
  checkEdits(given, suggestions);
  expect(applyEdits(given, edits)).toBe(text);
  expect(revertEdits(text, edits)).toBe(given);
  if (verdict.family === 'none') expect(text).toBe(given);
}

function checkEdits(text: string, edits: readonly Edit[]): void {
  let from = 0;
  for (const { start, end, observed, replacement, probability } of edits) {
    expect(start).toBeGreaterThanOrEqual(from);
    expect(end).toBeGreaterThan(start);
    expect(observed).toBe(text.slice(start, end));
    expect(replacement).not.toBe(observed);
    expect(probability).toBeGreaterThanOrEqual(0);
    expect(probability).toBeLessThanOrEqual(1);
    from = end;
  }
}
