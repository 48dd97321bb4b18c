import type { Lexicon } from '../dictionary/lexicon.js';
import type { Evidence } from '../evidence/verdict.js';
import type { Match } from '../match/find.js';
import type { Tokens } from '../text/tokenize.js';
import type { Edit } from '../types.js';
import { calibrate } from './calibration.js';
import { readDocument, standingKey, type Candidate, type ChannelWeights } from './candidates.js';
import { editsOf } from './choose.js';
import type { ContextModel } from './context-model.js';
import { DocumentChannel } from './document-channel.js';
import { SentenceLattice, type LatticeCosts, type LatticeWeights, type SentenceDecision } from './lattice.js';
import { findLeaks } from './leaks.js';

/** Everything the decoder weighs; tuned on simulated text that no table was built from (`npm run evaluate -- --ladder` shows what each is worth). */
export interface DecoderWeights extends ChannelWeights, LatticeWeights {
  /** Weight of the dictionary against what the document shows of a head, in occurrences; 0 decodes once and learns nothing. */
  readonly prior: number;
}

export const WEIGHTS: DecoderWeights = { share: 1.75, survivor: 0.6, brokenName: 3, context: 1, keepHead: 1, replace: 0, prior: 1 };

/** A sentence with something to decide. */
interface Sentence {
  readonly candidates: readonly Candidate[];
  readonly lattice: SentenceLattice;
  decision: SentenceDecision;
}

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
  const readings = readDocument(tokens, lexicon, family, (token) => mayEdit[token - from] === 1, model.knows, weights, from, to);
  const words = readings.matches.filter((match) => match.to - match.from === 1);
  const keepCosts = new Float64Array(to - from);
  for (const match of words) {
    const standing = readings.standing.get(standingKey(match.phrase, match.shape)) ?? 1;
    if (isHead(lexicon, match.phrase, family)) keepCosts[match.from - from] = (weights.keepHead * Math.log(1 - lexicon.replaced[match.phrase]!)) / standing;
  }
  const first: LatticeCosts = { keep: (token) => keepCosts[token - from]!, channel: (candidate) => candidate.channel };
  const sentences = cutCandidates(readings.candidates, starts).map((sentence): Sentence => {
    const lattice = new SentenceLattice(tokens, sentence.from, sentence.to, sentence.candidates, lexicon, model, first, weights);
    return { candidates: sentence.candidates, lattice, decision: lattice.decode(first) };
  });
  if (weights.prior > 0) {
    const channel = learnChannel(sentences, readings.matches, words, lexicon, family, weights, from, keepCosts);
    decodeAgain(sentences, channel, first.keep, weights);
  }
  return sentences.flatMap(({ decision, candidates }) => editsOf(decision, candidates, tokens, lexicon, readings.standing, verdict.probability, probabilityOf));
}

/** Decodes each sentence with what the others told. */
function decodeAgain(sentences: readonly Sentence[], channel: DocumentChannel, keep: LatticeCosts['keep'], weights: DecoderWeights): void {
  for (const sentence of sentences) {
    const own = new Map(sentence.candidates.map((candidate, i) => [candidate, sentence.decision.posterior[i]!]));
    sentence.decision = sentence.lattice.decode({
      keep,
      channel: (candidate) => channel.channel(candidate, own.get(candidate)!) * weights.share,
    });
  }
}

/** The candidates of each sentence that has any; those that cross its end are dropped. */
function cutCandidates(candidates: readonly Candidate[], starts: Int32Array): { from: number; to: number; candidates: Candidate[] }[] {
  const sentences: { from: number; to: number; candidates: Candidate[] }[] = [];
  let next = 0;
  for (let s = 0; s + 1 < starts.length; s++) {
    const own: Candidate[] = [];
    while (next < candidates.length && candidates[next]!.from < starts[s + 1]!) {
      const candidate = candidates[next++]!;
      if (candidate.to <= starts[s + 1]!) own.push(candidate);
    }
    if (own.length > 0) sentences.push({ from: starts[s]!, to: starts[s + 1]!, candidates: own });
  }
  return sentences;
}

/** Learns from a first decoding what became of each head in this document, and prices keeping accordingly. */
function learnChannel(
  sentences: readonly Sentence[], matches: readonly Match[], words: readonly Match[], lexicon: Lexicon, family: number, weights: DecoderWeights, start: number,
  keepCosts: Float64Array,
): DocumentChannel {
  const channel = new DocumentChannel(lexicon, weights.prior);
  const touched = new Float64Array(keepCosts.length);
  for (const { candidates, decision } of sentences) {
    channel.count(candidates, decision.posterior);
    candidates.forEach((candidate, i) => {
      for (let token = candidate.from; token < candidate.to; token++) touched[token - start]! += decision.posterior[i]!;
    });
  }
  const kept = (token: number): number => 1 - Math.min(1, touched[token - start]!);
  for (const { phrase, shape } of matches) channel.countPlace(phrase, shape);
  for (const { from, phrase, shape } of words) channel.countKept(phrase, shape, kept(from));
  for (const { from, phrase, shape } of words) keepCosts[from - start] = weights.keepHead * channel.kept(phrase, shape, isHead(lexicon, phrase, family), kept(from));
  return channel;
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
