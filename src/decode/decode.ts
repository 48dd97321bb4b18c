import type { Lexicon } from '../dictionary/lexicon.js';
import type { Evidence } from '../evidence/verdict.js';
import type { Tokens } from '../text/tokenize.js';
import type { Edit } from '../types.js';
import { readDocument, standingKey, type Candidate, type ChannelWeights } from './candidates.js';
import { editsOf } from './choose.js';
import type { ContextModel } from './context-model.js';
import { decodeSentence, type LatticeWeights } from './lattice.js';
import { findLeaks } from './leaks.js';

/** Everything the decoder weighs; tuned on simulated text that no table was built from (`npm run evaluate -- --ladder` shows what each is worth). */
export interface DecoderWeights extends ChannelWeights, LatticeWeights {}

export const WEIGHTS: DecoderWeights = { share: 1, survivor: 0.3, context: 1, keepHead: 1, replace: 0 };

/** The edits of a document that was found to be spun, in order. */
export function decode(tokens: Tokens, lexicon: Lexicon, model: ContextModel, evidence: Evidence, weights: DecoderWeights = WEIGHTS): Edit[] {
  const { sentences, spun } = evidence;
  const sentenceOf = new Int32Array(tokens.count);
  for (let s = 0; s + 1 < sentences.length; s++) sentenceOf.fill(s, sentences[s], sentences[s + 1]);
  const { matches, candidates, standing } = readDocument(tokens, lexicon, evidence.family, (token) => spun[sentenceOf[token]!]! >= 0.5, weights);
  const keepCosts = new Float64Array(tokens.count);
  for (const match of matches) {
    if (match.to - match.from > 1 || !isHead(lexicon, match.phrase, evidence.family)) continue;
    keepCosts[match.from] = (weights.keepHead * Math.log(1 - lexicon.replaced[match.phrase]!)) / (standing.get(standingKey(match.phrase, match.shape)) ?? 1);
  }
  const edits: Edit[] = [];
  let next = 0;
  for (let s = 0; s + 1 < sentences.length; s++) {
    const own: Candidate[] = [];
    while (next < candidates.length && candidates[next]!.from < sentences[s + 1]!) {
      const candidate = candidates[next++]!;
      if (candidate.to <= sentences[s + 1]!) own.push(candidate);
    }
    if (own.length === 0) continue;
    const decision = decodeSentence(tokens, sentences[s]!, sentences[s + 1]!, own, lexicon, model, (token) => keepCosts[token]!, weights);
    edits.push(...editsOf(decision, own, tokens, lexicon, standing, evidence.verdict.probability));
  }
  return withLeaks(edits, findLeaks(tokens, evidence));
}

function isHead(lexicon: Lexicon, phrase: number, family: number): boolean {
  for (let at = lexicon.headStart[phrase]!; at < lexicon.headStart[phrase + 1]!; at++) {
    if (lexicon.entries[lexicon.headEntries[at]!]!.family === family) return true;
  }
  return false;
}

/** Puts the leaks among the edits; where both claim a place, the leak does. */
function withLeaks(edits: readonly Edit[], leaks: readonly Edit[]): Edit[] {
  const free = edits.filter((edit) => !leaks.some((leak) => leak.start < edit.end && edit.start < leak.end));
  return [...free, ...leaks].sort((a, b) => a.start - b.start);
}
