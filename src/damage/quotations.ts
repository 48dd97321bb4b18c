import { GAP_APOSTROPHE, GAP_QUOTE, WORD, cellOf } from '../text/characters.js';
import type { Tokens } from '../text/tokenize.js';

/** The quotation marks of a text. */
export interface Quotations {
  /** 1 for each token that stands inside quotation marks. */
  readonly inside: Uint8Array;
  /** 1 for each token with an opening mark before it or a closing mark behind it. */
  readonly marked: Uint8Array;
  /** Number of opening marks. */
  readonly count: number;
  /** The marks the document itself uses, or those that go with its apostrophes. */
  readonly open: string;
  readonly close: string;
}

const PAIRS: Readonly<Record<string, string>> = { '\u201c': '\u201d', '"': '"', '\u2018': '\u2019', "'": "'", '\u00ab': '\u00bb' };
const OPENING = 1;
const CLOSING = 2;

interface State {
  readonly inside: Uint8Array;
  readonly counts: Map<string, number>;
  /** First token behind the mark that is open, or -1. */
  opened: number;
  /** First token behind the last mark, or of the paragraph. */
  since: number;
}

/**
 * Reads which tokens are quoted. A quotation open at the end of a paragraph ends there; a mark that only closes closes what stands
 * since the last one.
 */
export function readQuotations(tokens: Tokens, paragraphs: Int32Array): Quotations {
  const { text, count, start, end, gap } = tokens;
  const state: State = { inside: new Uint8Array(count), counts: new Map(), opened: -1, since: 0 };
  const marked = new Uint8Array(count + 1);
  for (let i = 0, paragraph = 0; i <= count; i++) {
    if (i < count && (gap[i]! & (GAP_QUOTE | GAP_APOSTROPHE)) === 0 && i !== paragraphs[paragraph]) continue;
    const from = i === 0 ? 0 : end[i - 1]!;
    const to = i === count ? text.length : start[i]!;
    const breaks = i < count && i === paragraphs[paragraph];
    const line = breaks ? lastLineBreak(text, from, to) : from;
    readMarks(text, from, line, i, state, marked);
    if (breaks) {
      closeAt(state, i);
      state.since = i;
      paragraph++;
    }
    readMarks(text, line, to, i, state, marked);
  }
  closeAt(state, count);
  return { inside: state.inside, marked, ...style(text, state.counts) };
}

function lastLineBreak(text: string, from: number, to: number): number {
  for (let at = to - 1; at >= from; at--) if (/[\n\r\u2028\u2029\u0085]/.test(text[at]!)) return at;
  return from;
}

function readMarks(text: string, from: number, to: number, token: number, state: State, marked: Uint8Array): void {
  for (let at = from; at < to; at++) {
    const role = roleOf(text, at, state.opened >= 0);
    if (role === 0) continue;
    if (role === OPENING) marked[token] = 1;
    else if (token > 0) marked[token - 1] = 1;
    if (role === OPENING) {
      state.counts.set(text[at]!, (state.counts.get(text[at]!) ?? 0) + 1);
      closeAt(state, token);
      state.opened = token;
    } else {
      if (state.opened < 0) state.opened = state.since;
      closeAt(state, token);
    }
    state.since = token;
  }
}

function closeAt(state: State, token: number): void {
  if (state.opened >= 0) state.inside.fill(1, state.opened, token);
  state.opened = -1;
}

/** What the character at `at` does: an apostrophe in or behind a word does nothing, unless a quotation is open for it to close. */
function roleOf(text: string, at: number, open: boolean): number {
  const char = text[at]!;
  if (char === '\u201c' || char === '\u00ab' || char === '\u2018') return OPENING;
  if (char === '\u201d' || char === '\u00bb') return CLOSING;
  if (char !== '"' && char !== "'" && char !== '\u2019') return 0;
  const before = at === 0 ? 0 : text.charCodeAt(at - 1);
  const word = before !== 0 && (cellOf(before) & WORD) !== 0;
  const after = at + 1 < text.length && /[\p{L}\p{N}$\u00a3\u20ac([\u2026.]/u.test(text[at + 1]!);
  const opens = after && (before === 0 || /[\s([\u2013\u2014/-]/.test(text[at - 1]!));
  if (char === '"') return opens ? OPENING : CLOSING;
  if (opens) return /[\d]/.test(text[at + 1]!) || char === '\u2019' ? 0 : OPENING;
  if (word) return open && (at + 1 === text.length || !/[\p{L}\p{N}]/u.test(text[at + 1]!)) ? CLOSING : 0;
  return /[,.!?\u2026]/.test(at === 0 ? ' ' : text[at - 1]!) ? CLOSING : 0;
}

function style(text: string, counts: Map<string, number>): Pick<Quotations, 'count' | 'open' | 'close'> {
  let count = 0;
  let open = /[\u2019\u201c\u201d]/.test(text) ? '\u201c' : '"';
  for (const [mark, times] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (times > (counts.get(open) ?? 0)) open = mark;
    count += times;
  }
  return { count, open, close: PAIRS[open]! };
}
