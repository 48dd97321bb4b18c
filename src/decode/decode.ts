import type { Lexicon } from '../dictionary/lexicon.js';
import type { Evidence } from '../evidence/verdict.js';
import type { Match } from '../match/find.js';
import type { Tokens } from '../text/tokenize.js';
import type { Edit } from '../types.js';
import { brokenArticle } from './articles.js';
import { calibrate } from './calibration.js';
import { readDocument, standingKey, type Candidate, type ChannelWeights } from './candidates.js';
import { editsOf } from './choose.js';
import type { ContextModel } from './context-model.js';
import { DocumentChannel } from './document-channel.js';
import { Lattice, type Decision, type LatticeCosts, type LatticeWeights, type SentenceSpan } from './lattice.js';
import { findLeaks } from './leaks.js';

/** Everything the decoder weighs; tuned on simulated text that no table was built from (`npm run evaluate -- --ladder` shows what each is worth). */
export interface DecoderWeights extends ChannelWeights, LatticeWeights {
  /** Weight of the dictionary against what the document shows of a head, in occurrences; 0 decodes once and learns nothing. */
  readonly prior: number;
}

export const WEIGHTS: DecoderWeights = { share: 1.75, survivor: 0.6, brokenName: 3, brokenArticle: -3, own: 6, context: 1, keepHead: 1, replace: 0, beam: 6, spread: 7, prior: 1 };

/** Tokens decoded together: more than any article has, and little enough to be held in memory. */
const BLOCK = 20_000;

/** The edits of a document that was found to be spun, in order. `probabilityOf` turns the posterior of an edit into its probability. */
export function decode(
  tokens: Tokens, lexicon: Lexicon, model: ContextModel, evidence: Evidence, weights: DecoderWeights = WEIGHTS,
  probabilityOf: (posterior: number) => number = calibrate,
): Edit[] {
  const { sentences: starts, spun } = evidence;
  const edits: Edit[][] = [];
  for (let first = 0; first + 1 < starts.length; ) {
    let last = first + 1;
    while (last + 1 < starts.length && starts[last + 1]! - starts[first]! <= BLOCK) last++;
    edits.push(decodeBlock(tokens, starts.subarray(first, last + 1), spun.subarray(first, last), lexicon, model, evidence, weights, probabilityOf));
    first = last;
  }
  return withLeaks(edits.flat(), findLeaks(tokens, evidence));
}

/** The edits of some sentences, decoded twice: once on their own, once with what the others told. */
function decodeBlock(
  tokens: Tokens, starts: Int32Array, spun: Float32Array, lexicon: Lexicon, model: ContextModel, { family, verdict }: Evidence, weights: DecoderWeights,
  probabilityOf: (posterior: number) => number,
): Edit[] {
  const from = starts[0]!;
  const to = starts[starts.length - 1]!;
  const mayEdit = new Uint8Array(to - from);
  for (let s = 0; s + 1 < starts.length; s++) if (spun[s]! >= 0.5) mayEdit.fill(1, starts[s]! - from, starts[s + 1]! - from);
  const { matches, candidates: found, standing } = readDocument(tokens, lexicon, family, (token) => mayEdit[token - from] === 1, model.knows, weights, from, to);
  const { candidates, sentences } = cutCandidates(found, starts);
  const words = matches.filter((match) => match.to - match.from === 1);
  const keep = new Float64Array(to - from);
  const broken = brokenArticles(tokens, from, to);
  for (const { phrase, shape, from: at } of words) {
    if (!isHead(lexicon, phrase, family)) continue;
    keep[at - from] = (weights.keepHead * Math.log(1 - lexicon.replaced[phrase]!)) / (standing.get(standingKey(phrase, shape)) ?? 1);
  }
  for (const token of broken) keep[token - from]! += weights.brokenArticle;
  const costs = { keep, channel: Float64Array.from(candidates, ({ channel }) => channel) };
  const lattice = new Lattice({ tokens, candidates, start: from, lexicon, model, weights }, sentences, costs);
  const first = lattice.decode(costs);
  if (weights.prior === 0) return editsOf(first, candidates, tokens, lexicon, standing, verdict.probability, probabilityOf);
  const learnt = relearnt(first, candidates, matches, words, lexicon, family, weights, from, keep.length);
  for (const token of broken) learnt.keep[token - from]! += weights.brokenArticle;
  const decision = lattice.decode(learnt);
  return editsOf(decision, candidates, tokens, lexicon, standing, verdict.probability, probabilityOf);
}

/** Tokens that follow an article that does not fit them. */
function brokenArticles(tokens: Tokens, from: number, to: number): number[] {
  const found: number[] = [];
  for (let i = from + 1; i < to; i++) if (brokenArticle(tokens, i) !== undefined) found.push(i);
  return found;
}

/** The candidates sentence by sentence; those that cross the end of theirs are dropped. */
function cutCandidates(found: readonly Candidate[], starts: Int32Array): { candidates: Candidate[]; sentences: SentenceSpan[] } {
  const candidates: Candidate[] = [];
  const sentences: SentenceSpan[] = [];
  let next = 0;
  for (let s = 0; s + 1 < starts.length; s++) {
    const to = starts[s + 1]!;
    const firstCandidate = candidates.length;
    for (; next < found.length && found[next]!.from < to; next++) if (found[next]!.to <= to) candidates.push(found[next]!);
    if (candidates.length > firstCandidate) sentences.push({ from: starts[s]!, to, firstCandidate, lastCandidate: candidates.length });
  }
  return { candidates, sentences };
}

/** Costs learnt from a first decoding: what became of each head and each observed form elsewhere in this document. */
function relearnt(
  { posterior }: Decision, candidates: readonly Candidate[], matches: readonly Match[], words: readonly Match[], lexicon: Lexicon, family: number,
  weights: DecoderWeights, start: number, length: number,
): LatticeCosts {
  const channel = new DocumentChannel(lexicon, weights.prior, candidates, posterior);
  const touched = new Float64Array(length);
  candidates.forEach((candidate, i) => {
    for (let token = candidate.from; token < candidate.to; token++) touched[token - start]! += posterior[i]!;
  });
  const kept = (token: number): number => 1 - Math.min(1, touched[token - start]!);
  for (const { phrase, shape } of matches) channel.countPlace(phrase, shape);
  for (const { from, phrase, shape } of words) channel.countKept(phrase, shape, kept(from));
  const keep = new Float64Array(length);
  for (const { from, phrase, shape } of words) keep[from - start] = weights.keepHead * channel.keeping(phrase, shape, isHead(lexicon, phrase, family), kept(from));
  return { keep, channel: Float64Array.from(posterior, (own, i) => channel.channel(i, own) * weights.share) };
}

function isHead(lexicon: Lexicon, phrase: number, family: number): boolean {
  for (let at = lexicon.headStart[phrase]!; at < lexicon.headStart[phrase + 1]!; at++) {
    if (lexicon.entries.family[lexicon.headEntries[at]!] === family) return true;
  }
  return false;
}

/** Puts the leaks among the edits; where both claim a place, the leak does. */
function withLeaks(edits: Edit[], leaks: readonly Edit[]): Edit[] {
  if (leaks.length === 0) return edits;
  const all: Edit[] = [];
  let next = 0;
  for (const edit of edits) {
    while (next < leaks.length && leaks[next]!.end <= edit.start) all.push(leaks[next++]!);
    if (next === leaks.length || leaks[next]!.start >= edit.end) all.push(edit);
  }
  return [...all, ...leaks.slice(next)];
}
