import type { Lexicon } from '../dictionary/lexicon.js';
import { modelGap, modelHash } from '../text/model-tokens.js';
import { hashWord, type Tokens } from '../text/tokenize.js';
import type { Candidate } from './candidates.js';
import { BOUNDARY, type ContextModel } from './context-model.js';

/** What the lattice weighs beside the context model; natural logarithms. */
export interface LatticeWeights {
  /** Factor on log probabilities of the context model. */
  readonly context: number;
  /** Factor on the log probability that a head stays, paid for keeping one; shared among its occurrences in the document. */
  readonly keepHead: number;
  /** Added to every replacement. */
  readonly replace: number;
}

/** Decision over one sentence. */
export interface SentenceDecision {
  /** The candidates on the best path, in order. */
  readonly chosen: readonly Candidate[];
  /** Posterior probability of each candidate of the sentence, in the order given. */
  readonly posterior: Float64Array;
}

/** A point of the lattice: a token boundary and the two words before it. */
interface State {
  before2: number;
  before1: number;
  /** Log of the summed probability of all paths that lead here, and of the best one. */
  forward: number;
  best: number;
  bestArc: Arc | undefined;
  backward: number;
}

interface Arc {
  from: State;
  to: State;
  log: number;
  /** Index of the candidate, or -1 for keeping. */
  candidate: number;
}

/** States kept per token boundary; the best ones by forward probability. */
const BEAM = 10;

/**
 * Decodes one sentence: Viterbi for the best path over keeping and replacing, forward-backward for the posterior of each candidate.
 * Cost is linear in the sentence's length: states and candidates per token are bounded.
 */
export function decodeSentence(
  tokens: Tokens, from: number, to: number, candidates: readonly Candidate[], lexicon: Lexicon, model: ContextModel,
  keepCost: (token: number) => number, weights: LatticeWeights,
): SentenceDecision {
  const columns: State[][] = Array.from({ length: to - from + 1 }, () => []);
  const arcsInto: Arc[][] = Array.from({ length: to - from + 1 }, () => []);
  columns[0]!.push({ before2: BOUNDARY, before1: BOUNDARY, forward: 0, best: 0, bestArc: undefined, backward: -Infinity });
  const byStart: number[][] = Array.from({ length: to - from }, () => []);
  candidates.forEach((candidate, i) => byStart[candidate.from - from]?.push(i));
  const headHashes = candidates.map((candidate) => hashesOf(lexicon, candidate.head));
  for (let at = from; at < to; at++) {
    const column = prune(columns[at - from]!);
    columns[at - from] = column;
    const gap = at === from ? 0 : modelGap(tokens, at);
    const keepHash = modelHash(tokens, at);
    const keep = keepCost(at);
    for (const state of column) {
      let { before2, before1 } = state;
      let gapLog = 0;
      if (gap !== 0) {
        gapLog = model.logProbability(before2, before1, gap) * weights.context;
        before2 = before1;
        before1 = gap;
      }
      const keepLog = gapLog + model.logProbability(before2, before1, keepHash) * weights.context + keep;
      connect(columns, arcsInto, at + 1 - from, state, before1, keepHash, keepLog, -1);
      for (const i of byStart[at - from]!) {
        const candidate = candidates[i]!;
        let log = gapLog + candidate.channel + weights.replace;
        let a = before2;
        let b = before1;
        for (const hash of headHashes[i]!) {
          log += model.logProbability(a, b, hash) * weights.context;
          a = b;
          b = hash;
        }
        connect(columns, arcsInto, candidate.to - from, state, a, b, log, i);
      }
    }
  }
  const last = prune(columns[to - from]!);
  for (const state of last) {
    state.backward = model.logProbability(state.before2, state.before1, BOUNDARY) * weights.context;
  }
  return finish(last, columns, arcsInto, candidates, to - from);
}

function connect(columns: State[][], arcsInto: Arc[][], column: number, from: State, before2: number, before1: number, log: number, candidate: number): void {
  let to = columns[column]!.find((state) => state.before1 === before1 && state.before2 === before2);
  if (!to) {
    to = { before2, before1, forward: -Infinity, best: -Infinity, bestArc: undefined, backward: -Infinity };
    columns[column]!.push(to);
  }
  const arc = { from, to, log, candidate };
  to.forward = addLogs(to.forward, from.forward + log);
  if (from.best + log > to.best) {
    to.best = from.best + log;
    to.bestArc = arc;
  }
  arcsInto[column]!.push(arc);
}

function prune(column: State[]): State[] {
  return column.length <= BEAM ? column : column.sort((a, b) => b.forward - a.forward).slice(0, BEAM);
}

function finish(last: readonly State[], columns: readonly State[][], arcsInto: readonly Arc[][], candidates: readonly Candidate[], length: number): SentenceDecision {
  let total = -Infinity;
  let winner: State | undefined;
  for (const state of last) {
    total = addLogs(total, state.forward + state.backward);
    if (!winner || state.best + state.backward > winner.best + winner.backward) winner = state;
  }
  const posterior = new Float64Array(candidates.length);
  for (let column = length; column > 0; column--) {
    const alive = new Set(column === length ? last : columns[column]);
    for (const arc of arcsInto[column]!) {
      if (!alive.has(arc.to)) continue;
      arc.from.backward = addLogs(arc.from.backward, arc.to.backward + arc.log);
      if (arc.candidate >= 0) posterior[arc.candidate]! += Math.exp(arc.from.forward + arc.log + arc.to.backward - total);
    }
  }
  const chosen: Candidate[] = [];
  for (let arc = winner?.bestArc; arc; arc = arc.from.bestArc) if (arc.candidate >= 0) chosen.push(candidates[arc.candidate]!);
  return { chosen: chosen.reverse(), posterior };
}

const hashCache = new WeakMap<Lexicon, Map<number, Int32Array>>();

/** Hashes of the words of a phrase. */
function hashesOf(lexicon: Lexicon, phrase: number): Int32Array {
  let cache = hashCache.get(lexicon);
  if (!cache) hashCache.set(lexicon, (cache = new Map()));
  let hashes = cache.get(phrase);
  if (!hashes) cache.set(phrase, (hashes = Int32Array.from(lexicon.wordsOf(phrase), hashWord)));
  return hashes;
}

/** log(exp(a) + exp(b)). */
function addLogs(a: number, b: number): number {
  if (a === -Infinity) return b;
  if (b === -Infinity) return a;
  return a > b ? a + Math.log1p(Math.exp(b - a)) : b + Math.log1p(Math.exp(a - b));
}
