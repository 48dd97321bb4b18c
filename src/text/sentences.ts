import { GAP_LINE, GAP_STOP } from './characters.js';
import { CAPITALS, LOWER, RAISED, fold, type Tokens } from './tokenize.js';

/** Words whose period does not end a sentence when a name or number follows. */
const ABBREVIATIONS = new Set(
  ('mr mrs ms dr prof sen rep gov gen col maj capt lt sgt cpl adm rev hon st jr sr ft mt vs no vol fig al inc corp co ltd bros ' +
    'jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun u.s. u.k. u.n. e.u. d.c. a.m. p.m. e.g. i.e.').split(' '),
);

/** Most tokens of one sentence. */
export const LONGEST = 150;

/**
 * First token of each sentence, in order; the last item is `tokens.count`. A sentence ends at a stop or a line break, unless
 * the stop belongs to an abbreviation or an initial. A sentence of more than {@link LONGEST} tokens (a table, a list, a text without stops) is cut there,
 * so that work on one sentence is bounded.
 */
export function sentenceStarts(tokens: Tokens): Int32Array {
  const starts: number[] = [];
  for (let i = 0; i < tokens.count; i++) if (i === 0 || i - starts.at(-1)! >= LONGEST || startsSentence(tokens, i)) starts.push(i);
  starts.push(tokens.count);
  return Int32Array.from(starts);
}

/** Whether token `i` begins a sentence. */
export function startsSentence(tokens: Tokens, i: number): boolean {
  if (i === 0) return true;
  const gap = tokens.gap[i]!;
  if ((gap & GAP_LINE) !== 0) return true;
  const before = i - 1;
  const initialism = tokens.text.charCodeAt(tokens.end[before]! - 1) === 46;
  if ((gap & GAP_STOP) === 0 && !initialism) return false;
  if (tokens.shape[i] === LOWER && (gap & GAP_STOP) !== 0) return hasLoudStop(tokens, i);
  if (tokens.shape[i] === LOWER) return false;
  const word = fold(tokens.text.slice(tokens.start[before]!, tokens.end[before]!));
  if (initialism) return false;
  if (hasLoudStop(tokens, i)) return true;
  const initial = word.length === 1 && tokens.shape[before] !== LOWER && (tokens.shape[before] === RAISED || tokens.shape[before] === CAPITALS);
  return !initial && !ABBREVIATIONS.has(word);
}

/** A question or exclamation mark, or a period with a quotation mark or bracket behind it, ends even before a lower-case word. */
function hasLoudStop(tokens: Tokens, i: number): boolean {
  for (let at = tokens.end[i - 1]!; at < tokens.start[i]!; at++) {
    const char = tokens.text[at]!;
    if (char === '!' || char === '?') return tokens.shape[i] !== LOWER;
  }
  return false;
}
