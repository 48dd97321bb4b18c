import { slotOf, type Lexicon } from '../dictionary/lexicon.js';
import { tableSize } from '../dictionary/trie.js';
import { CELLS, WORD, fillCells } from '../text/characters.js';
import { PRIME, SEED } from '../text/tokenize.js';
import type { Verdict } from '../types.js';
import type { DisplacementWeights } from './displacement.js';
import { emptyVerdict } from './verdict.js';
import { verdictProbability } from './verdict-calibration.js';

/** What a first look at a text says. */
export interface Screening {
  /** Words, counted more simply than the tokenizer does: runs of letters and digits. */
  readonly words: number;
  /** Displacement score of the first family, over single words. */
  readonly score: number;
  /** The best such score of any stretch of the text. */
  readonly best: number;
  /** Sum of the telling weights of the other families. */
  readonly telling: number;
}

/** The look itself. Reads each code unit once and allocates nothing. */
export type Screen = (text: string) => Screening;

/** Fewer words than this are always judged in full. */
const ENOUGH = 100;
/** A text is cleared below all three: score per word, best stretch, telling words of other families per word. */
const CLEAR_SCORE = -0.08;
const CLEAR_STRETCH = 12;
const CLEAR_TELLING = 0.1;

/** Whether the first look is enough to call the text clean (thresholds from `tools/calibrate`'s kinds of text: no spun one in a thousand is cleared). */
export function isCleared({ words, score, best, telling }: Screening): boolean {
  return words >= ENOUGH && score < CLEAR_SCORE * words && best < CLEAR_STRETCH && telling < CLEAR_TELLING * words;
}

/** The verdict on a cleared text. */
export function clearedVerdict({ words, score }: Screening): Verdict {
  return { ...emptyVerdict(words), probability: verdictProbability(score), score };
}

const UNIT = 0xffff;
/** Least weight of a word of another family to be summed: the words that give a dialect away. */
const TELLING = 2;
/** Weight of a word that only other families know: in the table, 0 says that a slot is empty. */
const NONE = 1e-9;

/**
 * Makes the screen for the given families: a table of single words with their weights, over which a text is summed in one pass. It clears nearly all clean
 * texts at a fraction of the cost of tokens and phrases; whatever it does not clear is judged in full.
 */
export function makeScreen(lexicon: Lexicon, families: readonly (DisplacementWeights | undefined)[], first: number): Screen {
  const others = families.filter((family, i): family is DisplacementWeights => family !== undefined && i !== first);
  const own = families[first]?.weights ?? new Float32Array(lexicon.phraseCount);
  const { phraseCount, lengths, cased, phraseStart, phraseHashes } = lexicon;
  const slots = tableSize(lexicon.roots.length);
  const keys = new Int32Array(slots);
  const weights = new Float32Array(slots);
  const tellings = new Float32Array(slots);
  for (let phrase = 0; phrase < phraseCount; phrase++) {
    if (lengths[phrase] !== 1 || cased[phrase] === 1) continue;
    const weight = own[phrase]!;
    const telling = tellingOf(others, phrase);
    if (weight === 0 && telling === 0) continue;
    const hash = phraseHashes[phraseStart[phrase]!]!;
    let slot = slotOf(hash, slots);
    while (weights[slot] !== 0 && keys[slot] !== hash) slot = (slot + 1) & (slots - 1);
    keys[slot] = hash;
    weights[slot] = weights[slot] === 0 ? weight || NONE : Math.max(weights[slot]!, weight || NONE);
    tellings[slot] = Math.max(tellings[slot]!, telling);
  }
  return (text) => scan(text, keys, weights, tellings);
}

function tellingOf(families: readonly DisplacementWeights[], phrase: number): number {
  let most = 0;
  for (const { weights } of families) if (weights[phrase]! > most) most = weights[phrase]!;
  return most >= TELLING ? most : 0;
}

function scan(text: string, keys: Int32Array, weights: Float32Array, tellings: Float32Array): Screening {
  const cells = CELLS;
  const mask = keys.length - 1;
  const length = text.length;
  let words = 0;
  let score = 0;
  let run = 0;
  let best = 0;
  let telling = 0;
  let i = 0;
  while (i < length) {
    let unit = text.charCodeAt(i++);
    let cell = cells[unit]!;
    if (cell === 0) cell = fillCells(unit);
    if ((cell & WORD) === 0) continue;
    let hash = SEED;
    do {
      hash = Math.imul(hash ^ (cell & UNIT), PRIME);
      if (i === length) break;
      unit = text.charCodeAt(i++);
      cell = cells[unit]!;
      if (cell === 0) cell = fillCells(unit);
    } while ((cell & WORD) !== 0);
    words++;
    let slot = (hash ^ (hash >>> 15)) & mask;
    let weight = weights[slot]!;
    while (weight !== 0 && keys[slot] !== hash) {
      slot = (slot + 1) & mask;
      weight = weights[slot]!;
    }
    if (weight === 0) continue;
    score += weight;
    telling += tellings[slot]!;
    run = run + weight > 0 ? run + weight : 0;
    if (run > best) best = run;
  }
  return { words, score, best, telling };
}
