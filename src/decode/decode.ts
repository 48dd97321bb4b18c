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

/** The edits of a document that was found to be spun, in order. `probabilityOf` turns the posterior of an edit into its probability. */
export function decode(
  tokens: Tokens, lexicon: Lexicon, model: ContextModel, evidence: Evidence, weights: DecoderWeights = WEIGHTS,
  probabilityOf: (posterior: number) => number = calibrate,
): Edit[] {
  const { sentences: starts, spun } = evidence;
  const sentenceOf = new Int32Array(tokens.count);
  for (let s = 0; s + 1 < starts.length; s++) sentenceOf.fill(s, starts[s], starts[s + 1]);
  const readings = readDocument(tokens, lexicon, evidence.family, (token) => spun[sentenceOf[token]!]! >= 0.5, model.knows, weights);
  const words = readings.matches.filter((match) => match.to - match.from === 1);
  const keepCosts = new Float64Array(tokens.count);
  for (const { from, phrase, shape } of words) {
    if (isHead(lexicon, phrase, evidence.family)) keepCosts[from] = (weights.keepHead * Math.log(1 - lexicon.replaced[phrase]!)) / (readings.standing.get(standingKey(phrase, shape)) ?? 1);
  }
  const first: LatticeCosts = { keep: (token) => keepCosts[token]!, channel: (candidate) => candidate.channel };
  const sentences = cutCandidates(readings.candidates, starts).map(({ from, to, candidates }): Sentence => {
    const lattice = new SentenceLattice(tokens, from, to, candidates, lexicon, model, first, weights);
    return { candidates, lattice, decision: lattice.decode(first) };
  });
  if (weights.prior > 0) decodeAgain(sentences, learnChannel(sentences, readings.matches, words, lexicon, evidence.family, weights, keepCosts), keepCosts, weights);
  const edits = sentences.flatMap(({ decision, candidates }) => editsOf(decision, candidates, tokens, lexicon, readings.standing, evidence.verdict.probability, probabilityOf));
  return withLeaks(edits, findLeaks(tokens, evidence));
}

/** Decodes each sentence with what the others told. */
function decodeAgain(sentences: readonly Sentence[], channel: DocumentChannel, keepCosts: Float64Array, weights: DecoderWeights): void {
  for (const sentence of sentences) {
    const own = new Map(sentence.candidates.map((candidate, i) => [candidate, sentence.decision.posterior[i]!]));
    sentence.decision = sentence.lattice.decode({
      keep: (token) => keepCosts[token]!,
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
  sentences: readonly Sentence[], matches: readonly Match[], words: readonly Match[], lexicon: Lexicon, family: number, weights: DecoderWeights, keepCosts: Float64Array,
): DocumentChannel {
  const channel = new DocumentChannel(lexicon, weights.prior);
  const touched = new Float64Array(keepCosts.length);
  for (const { candidates, decision } of sentences) {
    channel.count(candidates, decision.posterior);
    candidates.forEach((candidate, i) => {
      for (let token = candidate.from; token < candidate.to; token++) touched[token]! += decision.posterior[i]!;
    });
  }
  const kept = (token: number): number => 1 - Math.min(1, touched[token]!);
  for (const { phrase, shape } of matches) channel.countPlace(phrase, shape);
  for (const { from, phrase, shape } of words) channel.countKept(phrase, shape, kept(from));
  for (const { from, phrase, shape } of words) keepCosts[from] = weights.keepHead * channel.kept(phrase, shape, isHead(lexicon, phrase, family), kept(from));
  return channel;
}

function isHead(lexicon: Lexicon, phrase: number, family: number): boolean {
  for (let at = lexicon.headStart[phrase]!; at < lexicon.headStart[phrase + 1]!; at++) {
    if (lexicon.entries[lexicon.headEntries[at]!]!.family === family) return true;
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
