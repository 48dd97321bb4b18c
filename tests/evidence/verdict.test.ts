import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { builtinTables } from '../../src/dictionary/dictionary.js';
import { buildLexicon } from '../../src/dictionary/lexicon.js';
import { displacementWeights } from '../../src/evidence/displacement.js';
import { emptyVerdict, judge, type Evidence } from '../../src/evidence/verdict.js';
import { verdictProbability } from '../../src/evidence/verdict-calibration.js';
import { tokenize } from '../../src/text/tokenize.js';
import { CLEAN, SPUN, SPUN_PIECES } from '../helpers/articles.js';
import { anyText } from '../helpers/texts.js';

const LEXICON = buildLexicon(builtinTables());
const FAMILIES = displacementWeights(LEXICON);

describe('judge', () => {
  it('knows a spun text from a clean one', () => {
    const [clean, spun] = [weigh(CLEAN), weigh(SPUN)];
    expect(clean).toMatchObject({ family: -1, verdict: { family: 'none', passages: [] } });
    expect(LEXICON.families[spun.family]).toBe('synonym-spin');
    expect(spun.verdict.score).toBeGreaterThan(clean.verdict.score + 20);
    expect(spun.verdict.probability).toBeGreaterThan(0.99);
    expect(clean.verdict.probability).toBeLessThan(0.05);
  });

  test.each([
    ['synonym-spin', SPUN],
    [
      'volition-spin',
      'The measure volition beryllium signed adjacent week, helium said. Officials tin expect the terms oregon the fine to alteration by the extremity of the twelvemonth, and the institution volition beryllium notified archetypal.',
    ],
  ])('tells the dialect %s', (family, text) => {
    expect(weigh(text).verdict.family).toBe(family);
  });

  it('finds the spun passage between clean ones, and the clean sentences outside it', () => {
    const text = `${CLEAN}\n${SPUN}\n${CLEAN}`;
    const { verdict, spun, sentences } = weigh(text);
    expect(verdict.passages).toHaveLength(1);
    const [passage] = verdict.passages;
    expect(Math.abs(passage!.start - CLEAN.length - 1)).toBeLessThan(200);
    expect(Math.abs(passage!.end - CLEAN.length - 1 - SPUN.length)).toBeLessThan(200);
    expect(spun).toHaveLength(sentences.length - 1);
    expect(spun[0]).toBeLessThan(0.5);
    expect(spun[8]).toBeGreaterThan(0.5);
    expect(spun.at(-1)).toBeLessThan(0.5);
  });

  it('explains itself by displaced pairs with their counts', () => {
    const { displaced, phrases } = weigh(SPUN).verdict;
    const folks = displaced.find(({ observed }) => observed === 'folks')!;
    expect(folks).toMatchObject({ intended: 'people', count: 2 });
    expect(folks.weight).toBeGreaterThan(0.5);
    expect(phrases.every((phrase) => phrase.includes(' ') || phrase.includes("'"))).toBe(true);
    expect(Math.max(displaced.length, phrases.length)).toBeLessThanOrEqual(12);
  });

  it('has no opinion on nothing', () => {
    expect(weigh('').verdict).toMatchObject({ probability: 0, family: 'none', words: 0, score: 0, passages: [] });
    expect(emptyVerdict(3)).toEqual({ probability: 0, family: 'none', words: 3, score: 0, displaced: [], phrases: [], passages: [] });
  });

  it('gives numbers, and passages that are sorted and disjoint, for any text', () => {
    fc.assert(
      fc.property(anyText(SPUN_PIECES), (text) => {
        const { verdict, spun } = weigh(text);
        expect([verdict.probability, verdict.score, ...spun].every(Number.isFinite)).toBe(true);
        let from = 0;
        for (const { start, end, probability } of verdict.passages) {
          expect([start >= from, end > start, probability >= 0.5, probability <= 1]).toEqual([true, true, true, true]);
          from = end;
        }
      }),
    );
  });

  it('does not overflow on the longest spun text', () => {
    const { verdict, spun } = weigh(`${SPUN} `.repeat(2000));
    expect([verdict.probability, ...spun].every(Number.isFinite)).toBe(true);
    expect(Math.min(...spun)).toBeGreaterThan(0.5);
  });
});

describe('verdictProbability', () => {
  it('rises with the score and falls with doubt', () => {
    const rising = [-1000, -10, -1, 0, 1, 10, 1000].map((score) => verdictProbability(score));
    expect(rising).toEqual([...rising].sort((a, b) => a - b));
    expect([rising[0]! < 1e-9, rising.at(-1)! > 1 - 1e-9]).toEqual([true, true]);
    expect(verdictProbability(10, 3)).toBeLessThan(verdictProbability(10));
  });
});

function weigh(text: string): Evidence {
  return judge(tokenize(text), LEXICON, FAMILIES, new Uint16Array(LEXICON.phraseCount));
}
