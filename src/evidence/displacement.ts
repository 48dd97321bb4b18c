import { findWord, type Lexicon } from '../dictionary/lexicon.js';
import { findEdge } from '../dictionary/trie.js';
import { shapeOfMatch } from '../match/find.js';
import { GAP_SPACE } from '../text/characters.js';
import { CAPITALS, RAISED, type Tokens } from '../text/tokenize.js';

/**
 * Displacement: in a spun text heads are absent and variants present beyond chance. Each phrase of the dictionary has a weight, the
 * natural-log ratio of its rate in spun and in clean news (Poisson rates, so that occurrences add up), and the score of a text is their sum.
 */
export interface DisplacementWeights {
  /** Per phrase; 0 for phrases of other families. */
  readonly weights: Float32Array;
}

/** Rate added to both sides of a ratio: below it, counts say nothing. */
const FLOOR = 2e-7;
const LOWEST = -2.5;
const HIGHEST = 5;

/** Share of its weight that the first, second, … occurrence of one phrase contributes: a word repeated is one decision of the spinner. */
const DECAY = Float32Array.from([1, 0.5, 0.35, 0.25, 0.2, 0.15, 0.12, 0.1]);

/** Family whose entries are fixed phrases of translators: no displacement of common heads, so no displacement score. */
const ROUND_TRIP = 'round-trip';

/** Weights of each family's phrases, from the rates of its heads in clean news; none for the family of translators. */
export function displacementWeights(lexicon: Lexicon): (DisplacementWeights | undefined)[] {
  const { families, rates, phraseCount, entries, headStart, headEntries, pairs, pairStart, replaced } = lexicon;
  // First the rate at which each phrase comes in as a variant, then, in its place, the weight.
  const weights = families.map(() => new Float32Array(phraseCount));
  for (let phrase = 0; phrase < phraseCount; phrase++) {
    for (let at = pairStart[phrase]!; at < pairStart[phrase + 1]!; at++) {
      const entry = pairs.entry[at]!;
      weights[entries.family[entry]!]![phrase]! += rates[entries.head[entry]!]! * pairs.share[at]!;
    }
  }
  weights.forEach((inflow, family) => {
    for (let phrase = 0; phrase < phraseCount; phrase++) {
      let head = false;
      for (let at = headStart[phrase]!; at < headStart[phrase + 1]!; at++) head ||= entries.family[headEntries[at]!] === family;
      if (inflow[phrase] === 0 && !head) continue;
      const clean = rates[phrase]!;
      const spun = inflow[phrase]! + clean * (head ? 1 - replaced[phrase]! : 1);
      inflow[phrase] = Math.max(LOWEST, Math.min(HIGHEST, Math.log((spun + FLOOR) / (clean + FLOOR))));
    }
  });
  return families.map((name, family) => (name === ROUND_TRIP ? undefined : { weights: weights[family]! }));
}

/** Which phrase a text has where, for scoring: the longest from the left, none twice. */
export interface PhraseHits {
  readonly count: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly phrase: Int32Array;
}

/** The phrases of the lexicon in the text, leftmost and longest first, never overlapping. */
export function phraseHits(tokens: Tokens, lexicon: Lexicon): PhraseHits {
  const from = new Int32Array(tokens.count);
  const to = new Int32Array(tokens.count);
  const phrases = new Int32Array(tokens.count);
  let count = 0;
  for (let i = 0; i < tokens.count; ) {
    const { phrase, length } = longestAt(tokens, lexicon, i);
    if (phrase < 0) {
      i++;
      continue;
    }
    from[count] = i;
    to[count] = i + length;
    phrases[count++] = phrase;
    i += length;
  }
  return { count, from, to, phrase: phrases };
}

const hit = { phrase: -1, length: 0 };

function longestAt(tokens: Tokens, lexicon: Lexicon, i: number): { phrase: number; length: number } {
  hit.phrase = -1;
  const word = findWord(lexicon, tokens.hash[i]!);
  if (word < 0) return hit;
  const shape = tokens.shape[i]!;
  let node = lexicon.roots[word]!;
  let lower = true;
  for (let j = i; node >= 0; ) {
    for (let phrase = lexicon.phraseAt[node]!; phrase >= 0; phrase = lexicon.nextPhrase[phrase]!) {
      const fits = lexicon.cased[phrase] === 1 ? shapeOfMatch(tokens, lexicon, i, j + 1, phrase) >= 0 : shape !== CAPITALS && lower;
      if (!fits) continue;
      hit.phrase = phrase;
      hit.length = j + 1 - i;
      if (lexicon.cased[phrase] === 1) break;
    }
    if (lexicon.hasEdges[node] === 0 || ++j >= tokens.count || tokens.gap[j]! > GAP_SPACE) break;
    if (tokens.shape[j] === RAISED || tokens.shape[j] === CAPITALS) lower = false;
    const next = findWord(lexicon, tokens.hash[j]!);
    if (next < 0) break;
    node = findEdge(lexicon, node, next);
  }
  return hit;
}

/** Contribution of each hit to the score of its text, in order: its weight, less for every repetition. */
export function contributions(hits: PhraseHits, { weights }: DisplacementWeights, seen: Uint16Array): Float32Array {
  const parts = new Float32Array(hits.count);
  for (let i = 0; i < hits.count; i++) {
    const phrase = hits.phrase[i]!;
    parts[i] = weights[phrase]! * DECAY[Math.min(seen[phrase]!++, DECAY.length - 1)]!;
  }
  for (let i = 0; i < hits.count; i++) seen[hits.phrase[i]!] = 0;
  return parts;
}
