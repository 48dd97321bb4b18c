import type { Lexicon } from '../dictionary/lexicon.js';
import { modelGap, modelHash } from './model-tokens.js';
import { hashWord, type Tokens } from '../text/tokenize.js';
import type { Candidate } from './candidates.js';
import { BOUNDARY, type Context, type ContextModel } from './context-model.js';

/** What the lattice weighs beside the context model; natural logarithms. */
export interface LatticeWeights {
  /** Factor on log probabilities of the context model. */
  readonly context: number;
  /** Factor on the log probability that a head stays, paid for keeping one; shared among its occurrences in the document. */
  readonly keepHead: number;
  /** Added to every replacement. */
  readonly replace: number;
}

/** Costs that may change between two decodings of the same lattice; natural logarithms, 0 or below. */
export interface LatticeCosts {
  /** Of keeping the token. */
  keep(token: number): number;
  /** Of the candidate: what the channel says of it. */
  channel(candidate: Candidate): number;
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
  readonly before2: number;
  readonly before1: number;
  context: Context | undefined;
  forward: number;
  best: number;
  bestArc: Arc | undefined;
  backward: number;
}

/** A step of the lattice: keeping a token, or a candidate in the place of several. */
interface Arc {
  readonly from: State;
  readonly to: State;
  /** Weighted log probability of the context model for the words it adds. */
  readonly log: number;
  /** Index of the candidate, or -1 for keeping `token`. */
  readonly candidate: number;
  readonly token: number;
}

/** States kept per token boundary; the best ones by forward probability. */
const BEAM = 6;
/** A path this much less likely than another (natural log) adds nothing to it. */
const NEGLIGIBLE = 25;

/**
 * The readings of one sentence: every way of keeping its tokens or putting candidates in their place. Built once, with the context model's view of each
 * step; decoded as often as the costs change. Cost is linear in the sentence's length: states and candidates per token are bounded.
 */
export class SentenceLattice {
  private readonly states: State[] = [];
  /** In the order of their starts, so that one pass forward and one backward see every state complete. */
  private readonly arcs: Arc[] = [];
  private readonly last: State[];
  private readonly candidates: readonly Candidate[];
  private readonly weights: LatticeWeights;
  private readonly model: ContextModel;

  constructor(
    tokens: Tokens, from: number, to: number, candidates: readonly Candidate[], lexicon: Lexicon, model: ContextModel, costs: LatticeCosts, weights: LatticeWeights,
  ) {
    this.candidates = candidates;
    this.weights = weights;
    this.model = model;
    const columns: State[][] = Array.from({ length: to - from + 1 }, () => []);
    const root = this.state(columns[0]!, BOUNDARY, BOUNDARY);
    root.forward = 0;
    let next = 0;
    for (let at = from; at < to; at++) {
      const column = prune(columns[at - from]!);
      const gap = at === from ? 0 : modelGap(tokens, at);
      const kept = modelHash(tokens, at);
      const keepCost = costs.keep(at);
      const first = next;
      while (next < candidates.length && candidates[next]!.from === at) next++;
      for (const state of column) {
        let place = this.contextOf(state);
        let gapLog = 0;
        if (gap !== 0) {
          gapLog = model.logProbability(place, gap) * weights.context;
          place = model.open(state.before1, gap);
        }
        const log = gapLog + model.logProbability(place, kept) * weights.context;
        this.connect(columns[at + 1 - from]!, state, place.before1, kept, log, log + keepCost, -1, at);
        for (let i = first; i < next; i++) {
          const words = hashesOf(lexicon, candidates[i]!.head);
          let here = place;
          let sum = gapLog;
          for (let w = 0; w < words.length; w++) {
            sum += model.logProbability(here, words[w]!) * weights.context;
            if (w < words.length - 1) here = model.open(here.before1, words[w]!);
          }
          const cost = costs.channel(candidates[i]!) + weights.replace;
          this.connect(columns[candidates[i]!.to - from]!, state, here.before1, words[words.length - 1]!, sum, sum + cost, i, at);
        }
      }
    }
    this.last = columns[to - from]!;
  }

  /** Viterbi for the best path, forward-backward for the posterior of each candidate. */
  decode(costs: LatticeCosts): SentenceDecision {
    const { states, arcs, candidates, weights, model, last } = this;
    for (const state of states) {
      state.forward = -Infinity;
      state.best = -Infinity;
      state.backward = -Infinity;
    }
    states[0]!.forward = 0;
    states[0]!.best = 0;
    const channel = candidates.map((candidate) => costs.channel(candidate) + weights.replace);
    const logs = new Float64Array(arcs.length);
    for (let a = 0; a < arcs.length; a++) {
      const arc = arcs[a]!;
      const log = arc.log + (arc.candidate >= 0 ? channel[arc.candidate]! : costs.keep(arc.token));
      logs[a] = log;
      const { from, to } = arc;
      to.forward = addLogs(to.forward, from.forward + log);
      if (from.best + log > to.best) {
        to.best = from.best + log;
        to.bestArc = arc;
      }
    }
    let total = -Infinity;
    let winner: State | undefined;
    for (const state of last) {
      state.backward = model.logProbability(this.contextOf(state), BOUNDARY) * weights.context;
      total = addLogs(total, state.forward + state.backward);
      if (!winner || state.best + state.backward > winner.best + winner.backward) winner = state;
    }
    const posterior = new Float64Array(candidates.length);
    for (let a = arcs.length - 1; a >= 0; a--) {
      const { from, to, candidate } = arcs[a]!;
      if (to.backward === -Infinity) continue;
      const behind = to.backward + logs[a]!;
      from.backward = addLogs(from.backward, behind);
      if (candidate >= 0) posterior[candidate]! += Math.exp(from.forward + behind - total);
    }
    const chosen: Candidate[] = [];
    for (let arc = winner?.bestArc; arc; arc = arc.from === states[0] ? undefined : arc.from.bestArc) {
      if (arc.candidate >= 0) chosen.push(candidates[arc.candidate]!);
    }
    return { chosen: chosen.reverse(), posterior };
  }

  private contextOf(state: State): Context {
    return (state.context ??= this.model.open(state.before2, state.before1));
  }

  private state(column: State[], before2: number, before1: number): State {
    for (const there of column) if (there.before1 === before1 && there.before2 === before2) return there;
    const state: State = { before2, before1, context: undefined, forward: -Infinity, best: -Infinity, bestArc: undefined, backward: -Infinity };
    column.push(state);
    this.states.push(state);
    return state;
  }

  /** Adds an arc; `reached` is its log probability under the first costs, for pruning. */
  private connect(column: State[], from: State, before2: number, before1: number, log: number, reached: number, candidate: number, token: number): void {
    const to = this.state(column, before2, before1);
    to.forward = addLogs(to.forward, from.forward + reached);
    this.arcs.push({ from, to, log, candidate, token });
  }
}

function prune(column: State[]): State[] {
  return column.length <= BEAM ? column : column.sort((a, b) => b.forward - a.forward).slice(0, BEAM);
}

const hashCache = new WeakMap<Lexicon, (Int32Array | undefined)[]>();

/** Hashes of the words of a phrase. */
function hashesOf(lexicon: Lexicon, phrase: number): Int32Array {
  let cache = hashCache.get(lexicon);
  if (!cache) hashCache.set(lexicon, (cache = new Array<Int32Array | undefined>(lexicon.phraseCount)));
  return (cache[phrase] ??= Int32Array.from(lexicon.wordsOf(phrase), hashWord));
}

/** log(exp(a) + exp(b)). */
function addLogs(a: number, b: number): number {
  const low = a < b ? a : b;
  const high = a < b ? b : a;
  return high - low > NEGLIGIBLE || low === -Infinity ? high : high + Math.log1p(Math.exp(low - high));
}
