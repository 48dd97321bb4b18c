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
/** A weight of 1 in the table's units: a row holds both weights of a word in one number, so that a look-up touches one place in memory. */
const SCALE = 2000;
const HALF = 16;

/**
 * Makes the screen for the given families: a table of single words with their weights, over which a text is summed in one pass. It clears nearly all clean
 * texts at a fraction of the cost of tokens and phrases; whatever it does not clear is judged in full.
 */
export function makeScreen(lexicon: Lexicon, families: readonly (DisplacementWeights | undefined)[], first: number): Screen {
  const others = families.filter((family, i): family is DisplacementWeights => family !== undefined && i !== first);
  const own = families[first]?.weights ?? new Float32Array(lexicon.phraseCount);
  const { phraseCount, lengths, cased, phraseStart, phraseHashes } = lexicon;
  const packed = new Int32Array(phraseCount);
  let rows = 0;
  for (let phrase = 0; phrase < phraseCount; phrase++) {
    if (lengths[phrase] !== 1 || cased[phrase] === 1) continue;
    packed[phrase] = (Math.round(own[phrase]! * SCALE) << HALF) | Math.round(tellingOf(others, phrase) * SCALE);
    if (packed[phrase] !== 0) rows++;
  }
  // Pairs of a hash and its weights; no weights mark an empty slot.
  const table = new Int32Array(tableSize(rows) * 2);
  const mask = table.length / 2 - 1;
  for (let phrase = 0; phrase < phraseCount; phrase++) {
    if (packed[phrase] === 0) continue;
    const hash = phraseHashes[phraseStart[phrase]!]!;
    let slot = slotOf(hash, mask + 1);
    while (table[2 * slot + 1] !== 0 && table[2 * slot] !== hash) slot = (slot + 1) & mask;
    table[2 * slot] = hash;
    table[2 * slot + 1] = table[2 * slot + 1] === 0 ? packed[phrase]! : larger(table[2 * slot + 1]!, packed[phrase]!);
  }
  return (text) => scan(text, table);
}

/** The larger of each of the two weights: for words of one hash, of which a text may hold either. */
function larger(a: number, b: number): number {
  return (Math.max(a >> HALF, b >> HALF) << HALF) | Math.max(a & UNIT, b & UNIT);
}

function tellingOf(families: readonly DisplacementWeights[], phrase: number): number {
  let most = 0;
  for (const { weights } of families) if (weights[phrase]! > most) most = weights[phrase]!;
  return most >= TELLING ? most : 0;
}

function scan(text: string, table: Int32Array): Screening {
  const cells = CELLS;
  const mask = table.length / 2 - 1;
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
    let both = table[2 * slot + 1]!;
    while (both !== 0 && table[2 * slot] !== hash) {
      slot = (slot + 1) & mask;
      both = table[2 * slot + 1]!;
    }
    if (both === 0) continue;
    const weight = both >> HALF;
    score += weight;
    telling += both & UNIT;
    run = run + weight > 0 ? run + weight : 0;
    if (run > best) best = run;
  }
  return { words, score: score / SCALE, best: best / SCALE, telling: telling / SCALE };
}
