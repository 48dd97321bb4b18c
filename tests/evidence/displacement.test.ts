import { describe, expect, it, test } from 'vitest';
import { contributions, displacementWeights, phraseHits } from '../../src/evidence/displacement.js';
import { tokenize } from '../../src/text/tokenize.js';
import { entriesFrom, lexiconFrom, phraseOf } from '../helpers/lexicons.js';

const LEXICON = lexiconFrom(
  [...entriesFrom('war: [warfare, battle]\nlast year: [final yr]\nlast: [final]\nCold War: [Chilly Struggle]\nwarfare: [fighting style]'), ...entriesFrom('can: [tin]', 'volition-spin')],
  { war: 400, battle: 90, 'last year': 300, last: 900, final: 60, can: 2000, tin: 8, 'Cold War': 20, warfare: 5 },
);
const FAMILY = LEXICON.families.indexOf('synonym-spin');

describe('displacementWeights', () => {
  const { weights } = displacementWeights(LEXICON)[FAMILY]!;
  const weightOf = (phrase: string): number => weights[phraseOf(LEXICON, phrase)]!;

  test.each(['warfare', 'battle', 'final yr', 'final', 'Chilly Struggle'])('speaks for a spinner where "%s" stands', (phrase) => {
    expect(weightOf(phrase)).toBeGreaterThan(0);
  });

  test.each(['war', 'last year', 'last', 'Cold War'])('speaks against one where the head "%s" stands', (phrase) => {
    expect(weightOf(phrase)).toBeLessThan(0);
  });

  it('weighs a variant the more the rarer it is in clean news', () => {
    expect(weightOf('warfare')).toBeGreaterThan(weightOf('battle'));
  });

  it('gives no weight to other families, and stays within bounds', () => {
    expect([weightOf('can'), weightOf('tin')]).toEqual([0, 0]);
    const other = displacementWeights(LEXICON)[LEXICON.families.indexOf('volition-spin')]!.weights;
    expect(other[phraseOf(LEXICON, 'tin')]).toBeGreaterThan(0);
    expect(other[phraseOf(LEXICON, 'warfare')]).toBe(0);
    for (const weight of weights) expect(Math.abs(weight)).toBeLessThanOrEqual(5);
  });
});

describe('phraseHits', () => {
  test.each([
    ['the longest from the left', 'It ended final yr.', ['final yr']],
    ['none twice', 'final final yr', ['final', 'final yr']],
    ['heads and variants', 'The war, the warfare and the battle', ['war', 'warfare', 'battle']],
    ['no phrase over a stop', 'It was final. Yr', ['final']],
    ['no plain phrase in capitals', 'FINAL YR OF WARFARE', []],
    ['none', 'Nothing here at all', []],
  ])('finds %s', (_, text, expected) => {
    const hits = phraseHits(tokenize(text), LEXICON);
    expect(Array.from(hits.phrase.subarray(0, hits.count), LEXICON.textOf)).toEqual(expected);
  });

  it('says where', () => {
    const hits = phraseHits(tokenize('It ended final yr and final'), LEXICON);
    expect([...hits.from.subarray(0, 2), ...hits.to.subarray(0, 2)]).toEqual([2, 5, 4, 6]);
  });
});

describe('contributions', () => {
  it('count a phrase less each time it comes again, and leave no trace', () => {
    const weights = displacementWeights(LEXICON)[FAMILY]!;
    const seen = new Uint16Array(LEXICON.phraseCount);
    const hits = phraseHits(tokenize('warfare battle warfare warfare'), LEXICON);
    const parts = [...contributions(hits, weights, seen)];
    const warfare = weights.weights[phraseOf(LEXICON, 'warfare')]!;
    expect(parts[0]).toBeCloseTo(warfare, 5);
    expect(parts[2]).toBeCloseTo(warfare / 2, 5);
    expect(parts[3]).toBeLessThan(parts[2]!);
    expect(parts[1]).toBeCloseTo(weights.weights[phraseOf(LEXICON, 'battle')]!, 5);
    expect([...contributions(hits, weights, seen)]).toEqual(parts);
  });

  it('stay small for a word repeated a thousand times', () => {
    const weights = displacementWeights(LEXICON)[FAMILY]!;
    const hits = phraseHits(tokenize('battle '.repeat(1000)), LEXICON);
    const parts = contributions(hits, weights, new Uint16Array(LEXICON.phraseCount));
    expect(parts.at(-1)).toBeLessThan(parts[0]! / 5);
  });
});
