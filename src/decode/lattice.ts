import type { Lexicon } from '../dictionary/lexicon.js';
import type { Tokens } from '../text/tokenize.js';
import type { Candidate } from './candidates.js';
import { BOUNDARY, Places, copyInto, type ContextModel } from './context-model.js';
import { modelGap, modelHash, modelWord } from './model-tokens.js';

/** What the lattice weighs beside the context model; natural logarithms. */
export interface LatticeWeights {
  /** Factor on log probabilities of the context model. */
  readonly context: number;
  /** Factor on the log probability that a head stays, paid for keeping one; shared among its occurrences in the document. */
  readonly keepHead: number;
  /** Added to every replacement. */
  readonly replace: number;
  /** States followed per token boundary: the likeliest so far. */
  readonly beam: number;
  /** A state this much less likely (natural log) than the best of its boundary is not followed. */
  readonly spread: number;
}

/** Costs that may change between two decodings of the same lattice; natural logarithms, 0 or below. */
export interface LatticeCosts {
  /** Of keeping each token, counted from the first token of the lattice. */
  readonly keep: Float64Array;
  /** Of each candidate: what the channel says of it. */
  readonly channel: Float64Array;
}

/** A sentence to decode: half-open spans of tokens and of candidates. */
export interface SentenceSpan {
  readonly from: number;
  readonly to: number;
  readonly firstCandidate: number;
  readonly lastCandidate: number;
}

/** Decision over the sentences of a lattice. */
export interface Decision {
  /** Numbers of the candidates on the best path, in order. */
  readonly chosen: readonly number[];
  /** Posterior probability of each candidate; 0 for those of no sentence. */
  readonly posterior: Float64Array;
}

/** What the lattice is made over. */
export interface LatticeInput {
  readonly tokens: Tokens;
  /** In order of their starts. */
  readonly candidates: readonly Candidate[];
  /** First token that `costs.keep` counts from. */
  readonly start: number;
  readonly lexicon: Lexicon;
  readonly model: ContextModel;
  readonly weights: LatticeWeights;
}

/** A path this much less likely than another (natural log) adds nothing to it. */
const NEGLIGIBLE = 25;
const NONE = -1;

/**
 * The readings of some sentences: every way of keeping their tokens or putting candidates in their place. Built once, with the context model's view of each
 * step; decoded as often as the costs change. Cost is linear in the number of tokens: states and candidates per token are bounded.
 *
 * A state is a token boundary and the two words before it; an arc leads from state to state by keeping a token or by putting a candidate in the place of
 * several. Both are numbers into columns, sentence after sentence; arcs are in the order of their starts, so that one pass forward and one backward
 * see every state complete.
 */
export class Lattice {
  private readonly input: LatticeInput;
  private readonly places = new Places();
  private readonly sentences: { readonly root: number; readonly firstArc: number; readonly lastArc: number; readonly ends: readonly number[] }[] = [];

  private states = 0;
  private before2: Int32Array = new Int32Array(1024);
  private before1: Int32Array = new Int32Array(1024);
  /** Number in `places`, or NONE. */
  private place: Int32Array = new Int32Array(1024);
  /** The next state of the same boundary, or NONE. */
  private sibling: Int32Array = new Int32Array(1024);
  private forward: Float64Array = new Float64Array(1024);

  private arcs = 0;
  private arcFrom: Int32Array = new Int32Array(1024);
  private arcTo: Int32Array = new Int32Array(1024);
  /** Number of the candidate, or below 0 for keeping token -1 - n. */
  private arcStep: Int32Array = new Int32Array(1024);
  /** Weighted log probability of the context model for the words the arc adds. */
  private arcLog: Float64Array = new Float64Array(1024);

  constructor(input: LatticeInput, sentences: readonly SentenceSpan[], costs: LatticeCosts) {
    this.input = input;
    for (const sentence of sentences) this.addSentence(sentence, costs);
  }

  /** Viterbi for the best paths, forward-backward for the posterior of each candidate. */
  decode({ keep, channel }: LatticeCosts): Decision {
    const { arcs, arcFrom, arcTo, arcStep, arcLog, states, input } = this;
    const { replace } = input.weights;
    const forward = new Float64Array(states).fill(-Infinity);
    const best = new Float64Array(states).fill(-Infinity);
    const backward = new Float64Array(states).fill(-Infinity);
    const bestArc = new Int32Array(states).fill(NONE);
    const logs = new Float64Array(arcs);
    for (const { root } of this.sentences) forward[root] = best[root] = 0;
    for (let arc = 0; arc < arcs; arc++) {
      const step = arcStep[arc]!;
      const log = arcLog[arc]! + (step >= 0 ? channel[step]! + replace : keep[-1 - step]!);
      logs[arc] = log;
      const from = arcFrom[arc]!;
      const to = arcTo[arc]!;
      forward[to] = addLogs(forward[to]!, forward[from]! + log);
      if (best[from]! + log > best[to]!) {
        best[to] = best[from]! + log;
        bestArc[to] = arc;
      }
    }
    const posterior = new Float64Array(channel.length);
    const chosen: number[] = [];
    for (const { root, firstArc, lastArc, ends } of this.sentences) {
      let total = -Infinity;
      let winner = NONE;
      for (const state of ends) {
        backward[state] = this.logOf(state, BOUNDARY);
        total = addLogs(total, forward[state]! + backward[state]!);
        if (winner === NONE || best[state]! + backward[state]! > best[winner]! + backward[winner]!) winner = state;
      }
      for (let arc = lastArc - 1; arc >= firstArc; arc--) {
        const to = arcTo[arc]!;
        if (backward[to] === -Infinity) continue;
        const behind = backward[to]! + logs[arc]!;
        const from = arcFrom[arc]!;
        backward[from] = addLogs(backward[from]!, behind);
        if (arcStep[arc]! >= 0) posterior[arcStep[arc]!]! += Math.exp(forward[from]! + behind - total);
      }
      const path: number[] = [];
      for (let state = winner; state >= 0 && state !== root && bestArc[state]! >= 0; state = arcFrom[bestArc[state]!]!) {
        if (arcStep[bestArc[state]!]! >= 0) path.push(arcStep[bestArc[state]!]!);
      }
      for (let i = path.length - 1; i >= 0; i--) chosen.push(path[i]!);
    }
    return { chosen, posterior };
  }

  private addSentence({ from, to, firstCandidate, lastCandidate }: SentenceSpan, costs: LatticeCosts): void {
    const { tokens, candidates, start } = this.input;
    // The first state of each boundary; its siblings follow.
    const columns = new Int32Array(to - from + 1).fill(NONE);
    const firstArc = this.arcs;
    const root = this.state(columns, 0, BOUNDARY, BOUNDARY);
    this.forward[root] = 0;
    let next = firstCandidate;
    let reach = from;
    for (let at = from; at < to; at++) {
      const gap = at === from ? 0 : modelGap(tokens, at);
      const kept = modelHash(tokens, at);
      const keep = costs.keep[at - start]!;
      const first = next;
      for (; next < lastCandidate && candidates[next]!.from === at; next++) reach = Math.max(reach, candidates[next]!.to);
      const only = columns[at - from]!;
      if (first === next && reach <= at && this.sibling[only] === NONE) {
        // Every path keeps this token after these words: its cost decides nothing, and the context model need not be asked.
        const before = gap === 0 ? this.before1[only]! : gap;
        this.connect(only, this.state(columns, at + 1 - from, before, kept), 0, keep, start - 1 - at);
        continue;
      }
      for (const state of this.bestStates(columns[at - from]!)) this.extend(state, columns, from, at, gap, kept, keep, first, next, costs.channel);
    }
    const ends: number[] = [];
    for (let state = columns[to - from]!; state >= 0; state = this.sibling[state]!) ends.push(state);
    this.sentences.push({ root, firstArc, lastArc: this.arcs, ends });
  }

  /** Adds the arcs that leave a state: keeping the token `at`, and candidates `first` to `last`. */
  private extend(
    state: number, columns: Int32Array, from: number, at: number, gap: number, kept: number, keep: number, first: number, last: number, channel: Float64Array,
  ): void {
    const { candidates, lexicon, model, weights, start } = this.input;
    const { places } = this;
    const { phraseStart, phraseHashes } = lexicon;
    let place = this.placeOf(state);
    let gapLog = 0;
    if (gap !== 0) {
      gapLog = model.logProbability(places, place, gap) * weights.context;
      place = model.open(places, this.before1[state]!, gap);
    }
    const log = gapLog + model.logProbability(places, place, kept) * weights.context;
    const before = places.before1[place]!;
    this.connect(state, this.state(columns, at + 1 - from, before, kept), log, log + keep, start - 1 - at);
    for (let i = first; i < last; i++) {
      const { head, to } = candidates[i]!;
      const cost = channel[i]! + weights.replace;
      const end = phraseStart[head + 1]! - 1;
      if (end < phraseStart[head]!) {
        // A head such as ½, which is no token: the context model sees nothing there.
        const before2 = gap === 0 ? this.before2[state]! : this.before1[state]!;
        this.connect(state, this.state(columns, to - from, before2, before), gapLog, gapLog + cost, i);
        continue;
      }
      let here = place;
      let sum = gapLog;
      for (let w = phraseStart[head]!; w < end; w++) {
        const word = modelWord(phraseHashes[w]!);
        sum += model.logProbability(places, here, word) * weights.context;
        here = model.open(places, places.before1[here]!, word);
      }
      const word = modelWord(phraseHashes[end]!);
      sum += model.logProbability(places, here, word) * weights.context;
      this.connect(state, this.state(columns, to - from, places.before1[here]!, word), sum, sum + cost, i);
    }
  }

  /** The best states of a boundary, of which `first` is the first. */
  private bestStates(first: number): readonly number[] {
    const { forward, sibling } = this;
    const { beam, spread } = this.input.weights;
    let best = -Infinity;
    for (let state = first; state >= 0; state = sibling[state]!) best = Math.max(best, forward[state]!);
    const column: number[] = [];
    for (let state = first; state >= 0; state = sibling[state]!) if (forward[state]! >= best - spread) column.push(state);
    return column.length <= beam ? column : column.sort((a, b) => forward[b]! - forward[a]!).slice(0, beam);
  }

  /** The state of a boundary with these words before it, made where there is none. */
  private state(columns: Int32Array, boundary: number, before2: number, before1: number): number {
    for (let there = columns[boundary]!; there >= 0; there = this.sibling[there]!) {
      if (this.before1[there] === before1 && this.before2[there] === before2) return there;
    }
    const state = this.states++;
    if (state === this.before1.length) this.widenStates();
    this.before2[state] = before2;
    this.before1[state] = before1;
    this.place[state] = NONE;
    this.sibling[state] = columns[boundary]!;
    this.forward[state] = -Infinity;
    columns[boundary] = state;
    return state;
  }

  /** Adds an arc; `reached` is its log probability under the first costs, for pruning. */
  private connect(from: number, to: number, log: number, reached: number, step: number): void {
    this.forward[to] = addLogs(this.forward[to]!, this.forward[from]! + reached);
    const arc = this.arcs++;
    if (arc === this.arcFrom.length) this.widenArcs();
    this.arcFrom[arc] = from;
    this.arcTo[arc] = to;
    this.arcStep[arc] = step;
    this.arcLog[arc] = log;
  }

  private placeOf(state: number): number {
    if (this.place[state] === NONE) this.place[state] = this.input.model.open(this.places, this.before2[state]!, this.before1[state]!);
    return this.place[state]!;
  }

  private logOf(state: number, word: number): number {
    return this.input.model.logProbability(this.places, this.placeOf(state), word) * this.input.weights.context;
  }

  private widenStates(): void {
    const room = this.before1.length * 2;
    this.before2 = copyInto(new Int32Array(room), this.before2);
    this.before1 = copyInto(new Int32Array(room), this.before1);
    this.place = copyInto(new Int32Array(room), this.place);
    this.sibling = copyInto(new Int32Array(room), this.sibling);
    this.forward = copyInto(new Float64Array(room), this.forward);
  }

  private widenArcs(): void {
    const room = this.arcFrom.length * 2;
    this.arcFrom = copyInto(new Int32Array(room), this.arcFrom);
    this.arcTo = copyInto(new Int32Array(room), this.arcTo);
    this.arcStep = copyInto(new Int32Array(room), this.arcStep);
    this.arcLog = copyInto(new Float64Array(room), this.arcLog);
  }
}

/** log(exp(a) + exp(b)). */
function addLogs(a: number, b: number): number {
  const low = a < b ? a : b;
  const high = a < b ? b : a;
  return high - low > NEGLIGIBLE || low === -Infinity ? high : high + Math.log1p(Math.exp(low - high));
}
