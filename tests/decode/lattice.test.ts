import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { readDocument, type Candidate } from '../../src/decode/candidates.js';
import { BOUNDARY } from '../../src/decode/context-model.js';
import { WEIGHTS as DECODER_WEIGHTS } from '../../src/decode/decode.js';
import { Lattice, type Decision, type LatticeCosts } from '../../src/decode/lattice.js';
import { compile } from '../../src/dictionary/compile.js';
import { buildLexicon, type Lexicon } from '../../src/dictionary/lexicon.js';
import { modelGap, modelHash } from '../../src/decode/model-tokens.js';
import { hashWord, tokenize, type Tokens } from '../../src/text/tokenize.js';
import { entriesFrom, lexiconFrom } from '../helpers/lexicons.js';
import { randomModel } from '../helpers/models.js';

const LEXICON = lexiconFrom('x: [a]\nz w: [b c]\nv: [d]\nlong head here: [d e]');
const WEIGHTS = { ...DECODER_WEIGHTS, context: 1, keepHead: 1, replace: 0, beam: Infinity, spread: Infinity };

describe('Lattice', () => {
  test.each(['a b c d', 'a', 'd e', 'q q q', 'a, b c', 'b c b c', 'a b c d e q'])('finds on "%s" what an enumeration of all paths finds', (text) => {
    const numbers = fc.array(fc.integer({ min: -300, max: 0 }), { minLength: 20, maxLength: 20 });
    fc.assert(
      fc.property(fc.integer(), numbers, (seed, prices) => {
        const tokens = tokenize(text);
        const candidates = candidatesOf(tokens, prices);
        const keep = (token: number): number => (prices[10 + token] ?? 0) / 100;
        const { decision, paths } = decodeBoth(tokens, candidates, seed, keep);
        expectAgreement(decision, paths, candidates);
      }),
      { numRuns: 60 },
    );
  });

  it('can be decoded again at other costs', () => {
    const tokens = tokenize('a b c d');
    const candidates = candidatesOf(tokens, [-1, -1, -1]);
    const costs = (keep: number, channel: number): LatticeCosts => ({ keep: new Float64Array(4).fill(keep), channel: new Float64Array(candidates.length).fill(channel) });
    const sentence = { from: 0, to: 4, firstCandidate: 0, lastCandidate: candidates.length };
    const lattice = new Lattice({ tokens, candidates, start: 0, lexicon: LEXICON, model: randomModel(7), weights: WEIGHTS }, [sentence], costs(0, 0));
    const never = lattice.decode(costs(0, -100));
    const always = lattice.decode(costs(-100, 0));
    expect(never.chosen).toEqual([]);
    expect(always.chosen.map((i) => LEXICON.textOf(candidates[i]!.head))).toEqual(['x', 'z w', 'v']);
    expect(Math.max(...never.posterior)).toBeLessThan(0.001);
    expect(Math.min(...always.posterior)).toBeGreaterThan(0.999);
    expect(lattice.decode(costs(0, -100))).toEqual(never);
  });

  it('decodes a stretch of a longer text', () => {
    const tokens = tokenize('Q q. A b c d. Q');
    const candidates = candidatesOf(tokens, Array(20).fill(-50));
    const { decision, paths } = decodeBoth(tokens, candidates, 3, () => 0, 2, 6);
    expectAgreement(decision, paths, candidates);
  });

  it('decodes sentences side by side as it does each alone', () => {
    const tokens = tokenize('A b c d. D e q a. Q v.');
    const starts = [0, 4, 8, 10];
    const candidates = candidatesOf(tokens, [-20, -70, -10]);
    const spans = [0, 1, 2].map((s) => {
      const own = candidates.flatMap(({ from }, i) => (from >= starts[s]! && from < starts[s + 1]! ? [i] : []));
      return { from: starts[s]!, to: starts[s + 1]!, firstCandidate: own[0] ?? 0, lastCandidate: (own.at(-1) ?? -1) + 1 };
    });
    const costs = { keep: new Float64Array(tokens.count).fill(-0.3), channel: Float64Array.from(candidates, ({ channel }) => channel) };
    const input = { tokens, candidates, start: 0, lexicon: LEXICON, model: randomModel(5), weights: WEIGHTS };
    const together = new Lattice(input, spans, costs).decode(costs);
    const alone = spans.map((span) => new Lattice(input, [span], costs).decode(costs));
    expect(together.chosen).toEqual(alone.flatMap(({ chosen }) => chosen));
    candidates.forEach((_, i) => expect(together.posterior[i]).toBeCloseTo(Math.max(...alone.map(({ posterior }) => posterior[i]!)), 12));
    expect(Math.max(...together.posterior)).toBeGreaterThan(0);
  });

  it('puts in a head of which the context model sees nothing', () => {
    const lexicon = buildLexicon(compile([{ ...entriesFrom('war: [half]')[0]!, intended: '½' }]));
    const tokens = tokenize('cut half off');
    const { candidates } = readDocument(tokens, lexicon, 0, () => true, () => true, DECODER_WEIGHTS);
    expect(candidates).toHaveLength(1);
    const costs = { keep: Float64Array.from([0, -50, 0]), channel: new Float64Array(1) };
    const sentence = { from: 0, to: 3, firstCandidate: 0, lastCandidate: 1 };
    const { chosen, posterior } = new Lattice({ tokens, candidates, start: 0, lexicon, model: randomModel(1), weights: WEIGHTS }, [sentence], costs).decode(costs);
    expect(chosen).toEqual([0]);
    expect(posterior[0]).toBeGreaterThan(0.99);
  });

  it('decodes a sentence of 40,000 words in less than ten seconds', () => {
    const tokens = tokenize('a b c d '.repeat(10_000));
    const from = performance.now();
    decodeLattice(tokens, candidatesOf(tokens, []), 1, () => 0);
    expect(performance.now() - from).toBeLessThan(10_000);
  });
});

interface Path {
  readonly log: number;
  readonly chosen: readonly number[];
}

function decodeLattice(tokens: Tokens, candidates: readonly Candidate[], seed: number, keep: (token: number) => number, from = 0, to = tokens.count): Decision {
  const costs = { keep: Float64Array.from({ length: to - from }, (_, i) => keep(from + i)), channel: Float64Array.from(candidates, ({ channel }) => channel) };
  const input = { tokens, candidates, start: from, lexicon: LEXICON, model: randomModel(seed), weights: WEIGHTS };
  return new Lattice(input, [{ from, to, firstCandidate: 0, lastCandidate: candidates.length }], costs).decode(costs);
}

function decodeBoth(
  tokens: Tokens, candidates: readonly Candidate[], seed: number, keep: (token: number) => number, from = 0, to = tokens.count,
): { decision: Decision; paths: Path[] } {
  return { decision: decodeLattice(tokens, candidates, seed, keep, from, to), paths: allPaths(tokens, candidates, randomModel(seed).log, keep, from, to) };
}

/** Every sequence of keeping and replacing, scored word by word. */
function allPaths(
  tokens: Tokens, candidates: readonly Candidate[], log: (before2: number, before1: number, word: number) => number, keep: (token: number) => number,
  from: number, to: number,
): Path[] {
  const paths: Path[] = [];
  const walk = (at: number, words: readonly number[], cost: number, chosen: readonly number[]): void => {
    if (at === to) {
      const all = [BOUNDARY, BOUNDARY, ...words, BOUNDARY];
      let sum = cost;
      for (let i = 2; i < all.length; i++) sum += log(all[i - 2]!, all[i - 1]!, all[i]!);
      paths.push({ log: sum, chosen });
      return;
    }
    const gap = at === from ? 0 : modelGap(tokens, at);
    const before = gap === 0 ? words : [...words, gap];
    walk(at + 1, [...before, modelHash(tokens, at)], cost + keep(at), chosen);
    candidates.forEach((candidate, i) => {
      if (candidate.from !== at) return;
      walk(candidate.to, [...before, ...headWords(LEXICON, candidate)], cost + candidate.channel, [...chosen, i]);
    });
  };
  walk(from, [], 0, []);
  return paths;
}

function headWords(lexicon: Lexicon, { head }: Candidate): number[] {
  return lexicon.wordsOf(head).map(hashWord);
}

function expectAgreement({ chosen, posterior }: Decision, paths: readonly Path[], candidates: readonly Candidate[]): void {
  const best = Math.max(...paths.map((path) => path.log));
  const total = paths.reduce((sum, path) => sum + Math.exp(path.log - best), 0);
  candidates.forEach((_, i) => {
    const own = paths.filter((path) => path.chosen.includes(i)).reduce((sum, path) => sum + Math.exp(path.log - best), 0);
    expect(posterior[i]).toBeCloseTo(own / total, 8);
  });
  const found = paths.find((path) => path.chosen.length === chosen.length && path.chosen.every((i, place) => i === chosen[place]));
  expect(found!.log).toBeCloseTo(best, 8);
}

/** The candidates of the lexicon in a text, in order, each at its own channel cost in hundredths. */
function candidatesOf(tokens: Tokens, prices: readonly number[]): Candidate[] {
  const { candidates } = readDocument(tokens, LEXICON, 0, () => true, () => true, DECODER_WEIGHTS);
  return candidates.map((candidate, place) => ({ ...candidate, channel: (prices[place] ?? -50) / 100 }));
}
