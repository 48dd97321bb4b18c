import {
  CELLS, DIGIT, GAP_APOSTROPHE, GAP_HYPHEN, GAP_LINE, GAP_SHIFT, LETTER, UPPER, WORD, cellOf, fillCells,
} from './characters.js';

/** Shape of a token's letters. RAISED: only the first letter is a capital. NUMERIC: it holds a digit. */
export const LOWER = 0;
export const RAISED = 1;
export const CAPITALS = 2;
export const NUMERIC = 3;

/**
 * The words of a text, as parallel arrays: one row a token. Everything between two tokens is the gap of the second,
 * so tokens and gaps together are the text again, character for character.
 */
export interface Tokens {
  readonly text: string;
  readonly count: number;
  /** Half-open spans, in UTF-16 code units of `text`. */
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** Hash of the folded token (see {@link hashWord}). */
  readonly hash: Int32Array;
  readonly shape: Uint8Array;
  /** Bits of `GAP_…` for what stands before the token. */
  readonly gap: Uint8Array;
}

/** Start and factor of FNV-1a, the hash of words. */
export const SEED: number = 0x811c9dc5 | 0;
export const PRIME = 0x01000193;
const UNIT = 0xffff;
const PERIOD = 46;
const COMMA = 44;
const CLITICS = new Set(['s', 't', 're', 've', 'll', 'd', 'm']);

/** FNV-1a over the code units of an already folded word; the same value that {@link tokenize} gives its tokens. */
export function hashWord(folded: string): number {
  let hash = SEED;
  for (let i = 0; i < folded.length; i++) hash = Math.imul(hash ^ folded.charCodeAt(i), PRIME);
  return hash;
}

/** Lower case and straight apostrophes: the form under which words are compared. */
export function fold(word: string): string {
  let folded = '';
  for (let i = 0; i < word.length; i++) folded += String.fromCharCode(cellOf(word.charCodeAt(i)) & UNIT);
  return folded;
}

/**
 * Cuts a text into tokens in one pass, in time linear in its length.
 *
 * A token is a run of letters and digits, with these rules:
 * - a clitic is a token of its own (`nation|'s`, `isn|'t`), because spinners paste up to the apostrophe;
 * - a lower-case compound is one token (`people-to-people`), because spinners leave those whole, but a
 *   capitalised one is cut at its hyphens (`then|House`), because they do not;
 * - an initialism with periods is one token (`U.S.`), and so is a number with its separators (`1,200.5`).
 */
export function tokenize(text: string): Tokens {
  const length = text.length;
  const cells = CELLS;
  let room = (length >> 2) + 16;
  let start = new Int32Array(room);
  let end = new Int32Array(room);
  let hashes = new Int32Array(room);
  let shapes = new Uint8Array(room);
  let gaps = new Uint8Array(room);
  let count = 0;
  let gap = GAP_LINE;
  let i = 0;
  while (i < length) {
    let unit = text.charCodeAt(i);
    let cell = cells[unit]!;
    if (cell === 0) cell = fillCells(unit);
    const clitic = cell >>> GAP_SHIFT === GAP_APOSTROPHE && gap === 0 ? cliticEnd(text, i) : 0;
    if ((cell & WORD) === 0 && clitic === 0) {
      gap |= cell >>> GAP_SHIFT;
      i++;
      continue;
    }
    if (count === room) {
      // Written out here, not in a closure: captured variables would leave the registers and halve the speed.
      room *= 2;
      start = widen(start, room);
      end = widen(end, room);
      hashes = widen(hashes, room);
      shapes = widenBytes(shapes, room);
      gaps = widenBytes(gaps, room);
    }
    const from = i;
    const first = cell;
    let hash = SEED;
    let seen = 0;
    let uppers = 0;
    for (;;) {
      hash = Math.imul(hash ^ (cell & UNIT), PRIME);
      seen |= cell;
      uppers += (cell >>> 17) & 1;
      if (++i >= length) break;
      unit = text.charCodeAt(i);
      cell = cells[unit]!;
      if (cell === 0) cell = fillCells(unit);
      if ((cell & WORD) !== 0) continue;
      if (cell >>> GAP_SHIFT === 1 || i < clitic || !joins(text, i, from, seen, clitic)) break;
    }
    start[count] = from;
    end[count] = i;
    hashes[count] = hash;
    shapes[count] = uppers === 0 ? ((seen & DIGIT) !== 0 ? NUMERIC : LOWER) : uppers === 1 && (first & UPPER) !== 0 ? RAISED : CAPITALS;
    gaps[count] = gap;
    count++;
    gap = 0;
  }
  return { text, count, start, end, hash: hashes, shape: shapes, gap: gaps };
}

/** Whether the mark at `at` is inside the token that began at `from`, as in U.S., 1,200, O'Brien, long-term. */
function joins(text: string, at: number, from: number, seen: number, clitic: number): boolean {
  if (clitic > 0) return false;
  const unit = text.charCodeAt(at);
  const gap = cellOf(unit) >>> GAP_SHIFT;
  const next = at + 1 < text.length ? cellOf(text.charCodeAt(at + 1)) & WORD : 0;
  if (gap === GAP_HYPHEN) return (seen & UPPER) === 0 && (next === LETTER || (next === DIGIT && (seen & DIGIT) !== 0));
  if (gap === GAP_APOSTROPHE) return (next & (LETTER | UPPER)) !== 0 && cliticEnd(text, at) === 0;
  if (unit !== PERIOD && unit !== COMMA) return false;
  if (next === DIGIT) return (cellOf(text.charCodeAt(at - 1)) & DIGIT) !== 0;
  return unit === PERIOD && inInitialism(text, at, from, next);
}

/** A period after a single letter that follows, or is followed by, another such pair: each period of "U.S." */
function inInitialism(text: string, at: number, from: number, next: number): boolean {
  if ((cellOf(text.charCodeAt(at - 1)) & (LETTER | UPPER)) === 0) return false;
  if (at - 1 !== from) return text.charCodeAt(at - 2) === PERIOD && (next === 0 || letterThenMark(text, at + 1));
  return letterThenMark(text, at + 1);
}

function letterThenMark(text: string, at: number): boolean {
  if (at >= text.length || (cellOf(text.charCodeAt(at)) & (LETTER | UPPER)) === 0) return false;
  return at + 1 >= text.length || (cellOf(text.charCodeAt(at + 1)) & WORD) === 0;
}

/** End of the clitic that begins with the apostrophe at `at`, or 0 where none does. */
function cliticEnd(text: string, at: number): number {
  let stop = at + 1;
  while (stop < text.length && stop < at + 4 && (cellOf(text.charCodeAt(stop)) & WORD) !== 0) stop++;
  return stop < at + 4 && CLITICS.has(fold(text.slice(at + 1, stop))) ? stop : 0;
}

function widen(array: Int32Array, room: number): Int32Array<ArrayBuffer> {
  const wider = new Int32Array(room);
  wider.set(array);
  return wider;
}

function widenBytes(array: Uint8Array, room: number): Uint8Array<ArrayBuffer> {
  const wider = new Uint8Array(room);
  wider.set(array);
  return wider;
}
