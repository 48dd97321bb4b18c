import type { Lexicon } from '../dictionary/lexicon.js';
import { CELLS, WORD, fillCells } from '../text/characters.js';
import { hashWord } from '../text/tokenize.js';
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

const SEED = 0x811c9dc5 | 0;
const PRIME = 0x01000193;
const UNIT = 0xffff;
/** Least weight of a word of another family to be summed: the words that give a dialect away. */
const TELLING = 2;

/**
 * Makes the screen for the given families: a table of single words with their weights, over which a text is summed in one pass. It clears nearly all clean
 * texts at a fraction of the cost of tokens and phrases; whatever it does not clear is judged in full.
 */
export function makeScreen(lexicon: Lexicon, families: readonly (DisplacementWeights | undefined)[], first: number): Screen {
  const others = families.filter((family, i): family is DisplacementWeights => family !== undefined && i !== first);
  const rows = new Map<number, [weight: number, telling: number]>();
  for (let phrase = 0; phrase < lexicon.phraseCount; phrase++) {
    if (lexicon.lengths[phrase] !== 1 || lexicon.cased[phrase] === 1) continue;
    const weight = families[first]?.weights[phrase] ?? 0;
    let other = 0;
    for (const family of others) other = Math.max(other, family.weights[phrase]!);
    const telling = other >= TELLING ? other : 0;
    if (weight === 0 && telling === 0) continue;
    const hash = hashWord(lexicon.wordsOf(phrase)[0]!);
    const before = rows.get(hash) ?? [-Infinity, 0];
    rows.set(hash, [Math.max(weight || 1e-9, before[0]), Math.max(telling, before[1])]);
  }
  let slots = 1024;
  while (slots < rows.size * 2.5) slots *= 2;
  const keys = new Int32Array(slots);
  const weights = new Float32Array(slots);
  const tellings = new Float32Array(slots);
  for (const [hash, [weight, telling]] of rows) {
    let slot = (hash ^ (hash >>> 15)) & (slots - 1);
    while (weights[slot] !== 0) slot = (slot + 1) & (slots - 1);
    keys[slot] = hash;
    weights[slot] = weight;
    tellings[slot] = telling;
  }
  return (text) => scan(text, keys, weights, tellings);
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
