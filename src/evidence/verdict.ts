import type { Lexicon } from '../dictionary/lexicon.js';
import { sentenceStarts } from '../text/sentences.js';
import type { Tokens } from '../text/tokenize.js';
import type { Displacement, Passage, Verdict } from '../types.js';
import { contributions, phraseHits, type DisplacementWeights, type PhraseHits } from './displacement.js';
import { verdictProbability } from './verdict-calibration.js';

/** What the evidence step hands on: the verdict, and which sentences the decoder may edit. */
export interface Evidence {
  readonly verdict: Verdict;
  /** Number of the family in the lexicon, or -1. */
  readonly family: number;
  /** First token of each sentence; the last item is the number of tokens. */
  readonly sentences: Int32Array;
  /** Probability that each sentence is spun, given all the others. */
  readonly spun: Float32Array;
}

/** Prior share of spun sentences in a text under suspicion, and the chance per sentence that the text changes hands. */
const PRIOR = 0.1;
const CHANGE = 0.01;
/** The evidence of one sentence is trusted this far: words of one sentence are not independent. */
const TRUST = 0.7;
const SHOWN = 12;
/** Below this many words a text is too short for its score alone: one odd phrase must not decide. */
const ENOUGH = 50;
/** Doubt about a text of no words, in units of the logit. */
const SHORT = 8;
/** What the choice of a passage among the sentences of a clean text costs, in units of the logarithm of their number. */
const CHOICES = 1.5;

/** A verdict on nothing. */
export function emptyVerdict(words: number): Verdict {
  return { probability: 0, family: 'none', words, score: 0, displaced: [], phrases: [], passages: [] };
}

/** Weighs the evidence of a tokenized text for each family and says which one, if any, paraphrased it. */
export function judge(tokens: Tokens, lexicon: Lexicon, families: readonly (DisplacementWeights | undefined)[], seen: Uint16Array): Evidence {
  const hits = phraseHits(tokens, lexicon);
  let best = 0;
  let bestScore = -Infinity;
  let parts = new Float32Array(0);
  families.forEach((weights, family) => {
    if (!weights) return;
    const own = contributions(hits, weights, seen);
    const score = total(own);
    if (score > bestScore) {
      best = family;
      bestScore = score;
      parts = own as Float32Array<ArrayBuffer>;
    }
  });
  const sentences = sentenceStarts(tokens);
  const perSentence = sumBySentence(hits, parts, sentences);
  const whole = tokens.count === 0 ? 0 : verdictProbability(bestScore, SHORT * Math.max(0, 1 - tokens.count / ENOUGH));
  const spun = sentencePosteriors(perSentence, whole);
  const passages = findPassages(tokens, sentences, spun, perSentence, lexicon.families[best] ?? 'none', whole);
  const probability = Math.max(whole, ...passages.map((passage) => passage.probability));
  const decided = probability >= 0.5;
  return {
    verdict: {
      probability,
      family: decided ? lexicon.families[best]! : 'none',
      words: tokens.count,
      score: Number.isFinite(bestScore) ? bestScore : 0,
      ...explain(lexicon, hits, parts),
      passages: decided ? passages : [],
    },
    family: decided ? best : -1,
    sentences,
    spun,
  };
}

function total(parts: Float32Array): number {
  let sum = 0;
  for (const part of parts) sum += part;
  return sum;
}

function sumBySentence(hits: PhraseHits, parts: Float32Array, sentences: Int32Array): Float32Array {
  const sums = new Float32Array(Math.max(0, sentences.length - 1));
  for (let i = 0, sentence = 0; i < hits.count; i++) {
    while (hits.from[i]! >= sentences[sentence + 1]!) sentence++;
    sums[sentence]! += parts[i]!;
  }
  return sums;
}

/** Forward-backward over the sentences of a two-state chain, clean or spun. */
function sentencePosteriors(scores: Float32Array, whole: number): Float32Array {
  const count = scores.length;
  const prior = Math.max(PRIOR, Math.min(0.999, whole));
  const forward = new Float64Array(count);
  let odds = prior / (1 - prior);
  for (let i = 0; i < count; i++) {
    odds = step(odds) * Math.exp(clamp(scores[i]! * TRUST));
    forward[i] = odds;
  }
  const spun = new Float32Array(count);
  let behind = 1;
  for (let i = count - 1; i >= 0; i--) {
    const both = forward[i]! * behind;
    spun[i] = both === Infinity ? 1 : both / (1 + both);
    const likelihood = Math.exp(clamp(scores[i]! * TRUST)) * behind;
    behind = ((1 - CHANGE) * likelihood + CHANGE) / (CHANGE * likelihood + (1 - CHANGE));
  }
  return spun;
}

/** Odds of "spun" one sentence on. */
function step(odds: number): number {
  const p = odds === Infinity ? 1 : odds / (1 + odds);
  const next = p * (1 - CHANGE) + (1 - p) * CHANGE;
  return next / (1 - next);
}

function clamp(value: number): number {
  return Math.max(-30, Math.min(30, value));
}

/** Runs of sentences that are likelier spun than not, each with the verdict of its own words. */
function findPassages(tokens: Tokens, sentences: Int32Array, spun: Float32Array, scores: Float32Array, family: string, whole: number): Passage[] {
  const passages: Passage[] = [];
  // In a text that is clean as a whole, the best of many stretches was bound to look odd: each must stand out of all of them.
  const choices = whole >= 0.5 ? 0 : SHORT * Math.max(0, 1 - tokens.count / ENOUGH) + CHOICES * Math.log(spun.length + 1);
  for (let from = 0; from < spun.length; from++) {
    if (spun[from]! < 0.5) continue;
    let to = from;
    let score = 0;
    while (to < spun.length && spun[to]! >= 0.5) score += scores[to++]!;
    const probability = verdictProbability(score, choices);
    if (probability >= 0.5) passages.push({ start: tokens.start[sentences[from]!]!, end: tokens.end[sentences[to]! - 1]!, family, probability });
    from = to;
  }
  return passages;
}

/** The strongest displaced pairs and telling phrases, for people. */
function explain(lexicon: Lexicon, hits: PhraseHits, parts: Float32Array): Pick<Verdict, 'displaced' | 'phrases'> {
  const weight = new Map<number, { weight: number; count: number }>();
  for (let i = 0; i < hits.count; i++) {
    const phrase = hits.phrase[i]!;
    if (lexicon.pairStart[phrase] === lexicon.pairStart[phrase + 1]) continue;
    const entry = weight.get(phrase) ?? { weight: 0, count: 0 };
    entry.weight += parts[i]!;
    entry.count++;
    weight.set(phrase, entry);
  }
  const strongest = [...weight].filter(([, entry]) => entry.weight > 0.5).sort((a, b) => b[1].weight - a[1].weight || a[0] - b[0]);
  const displaced = strongest.slice(0, SHOWN).map(([phrase, entry]): Displacement => ({
    observed: lexicon.textOf(phrase),
    intended: lexicon.textOf(likeliestHead(lexicon, phrase)),
    count: entry.count,
    weight: entry.weight,
  }));
  const phrases = strongest.filter(([phrase]) => lexicon.lengths[phrase]! > 1).slice(0, SHOWN).map(([phrase]) => lexicon.textOf(phrase));
  return { displaced, phrases };
}

function likeliestHead(lexicon: Lexicon, phrase: number): number {
  let best = -1;
  let bestRate = -1;
  for (let at = lexicon.pairStart[phrase]!; at < lexicon.pairStart[phrase + 1]!; at++) {
    const head = lexicon.entries.head[lexicon.pairs.entry[at]!]!;
    const rate = lexicon.rates[head]! * lexicon.pairs.share[at]!;
    if (rate > bestRate) {
      best = head;
      bestRate = rate;
    }
  }
  return best;
}
