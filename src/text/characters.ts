/**
 * What a UTF-16 code unit is to the tokenizer, in one look-up: its folded form (lower case, straight apostrophe) in the low
 * 16 bits, its class above. One table access per code unit is what lets a clean text be scanned at memory speed.
 */
export const LETTER: number = 1 << 16;
export const UPPER: number = 1 << 17;
export const DIGIT: number = 1 << 18;
/** Any of the three: the unit belongs to a word. */
export const WORD: number = LETTER | UPPER | DIGIT;

/** From here on the classes are the bits of a gap (see tokenize.ts), shifted up by this much. */
export const GAP_SHIFT = 19;

/** Bits of a gap: what stands between a token and the one before it. No bit: nothing at all (`nation|'s`). */
export const GAP_SPACE = 1;
export const GAP_LINE = 2;
/** A period, an exclamation or question mark, an ellipsis. */
export const GAP_STOP = 4;
/** A comma, colon, semicolon, bracket or dash. */
export const GAP_PAUSE = 8;
export const GAP_HYPHEN = 16;
export const GAP_QUOTE = 32;
export const GAP_OTHER = 64;
export const GAP_APOSTROPHE = 128;

const MARKS: readonly [bit: number, members: string][] = [
  [GAP_APOSTROPHE, "'\u2019\u02bc"],
  [GAP_HYPHEN, '-\u2010\u2011'],
  [GAP_STOP, '.!?\u2026'],
  [GAP_SPACE, ' \t\u00a0\u202f\u2009'],
  [GAP_LINE, '\n\r\u2028\u2029\u0085'],
  [GAP_PAUSE, ',;:()[]\u2013\u2014'],
  [GAP_QUOTE, '"\u201c\u201d\u2018\u00ab\u00bb'],
];

/** One cell per code unit; 0 means that its page of 256 has not been asked for yet. */
export const CELLS: Int32Array = new Int32Array(65536);

/** Fills the page of `unit` and returns its cell. Surrogates are GAP_OTHER: no dictionary word holds one. */
export function fillCells(unit: number): number {
  const page = unit & 0xff00;
  for (let other = page; other < page + 256; other++) CELLS[other] = cellFor(other);
  return CELLS[unit]!;
}

/** Cell of a unit anywhere, for code off the hot path. */
export function cellOf(unit: number): number {
  return CELLS[unit]! || fillCells(unit);
}

function cellFor(unit: number): number {
  const char = String.fromCharCode(unit);
  for (const [bit, members] of MARKS) {
    if (members.includes(char)) return (bit << GAP_SHIFT) | (bit === GAP_APOSTROPHE ? 39 : bit === GAP_HYPHEN ? 45 : unit);
  }
  if (/\p{Nd}/u.test(char)) return DIGIT | unit;
  if (!/[\p{L}\p{M}]/u.test(char)) return (GAP_OTHER << GAP_SHIFT) | unit;
  const lower = char.toLowerCase();
  return lower !== char && lower.length === 1 ? UPPER | lower.charCodeAt(0) : LETTER | unit;
}

fillCells(0);
