import { GAP_LINE, GAP_SPACE, GAP_STOP } from '../text/characters.js';
import { sentenceStarts } from '../text/sentences.js';
import type { Tokens } from '../text/tokenize.js';
import type { Span } from '../types.js';
import { findPhrases, type PhraseHit } from './find-phrases.js';
import type { PhraseTable } from './phrase-table.js';
import { readQuotations, type Quotations } from './quotations.js';

/** A tokenized text as the detectors read it. */
export interface Prose {
  readonly tokens: Tokens;
  /** The words in folded form (lower case, straight apostrophes), one a token. */
  readonly words: readonly string[];
  /** First token of each sentence; the last item is the number of tokens. */
  readonly sentences: Int32Array;
  /** First token of each paragraph; the last item is the number of tokens. */
  readonly paragraphs: Int32Array;
  readonly quotations: Quotations;
  /** Fixed phrases of the dictionary that only translation makes. */
  readonly phrases: readonly PhraseHit[];
}

/** Prepares a tokenized text for the detectors; `table` holds the dictionary's phrases. */
export function readProse(tokens: Tokens, table?: PhraseTable): Prose {
  const paragraphs = paragraphStarts(tokens);
  const quotations = readQuotations(tokens, paragraphs);
  const phrases = table ? findPhrases(tokens, table) : [];
  return { tokens, words: foldedWords(tokens), sentences: sentenceStarts(tokens), paragraphs, quotations, phrases };
}

/** Token `i` as it stands in the text. */
export function rawWord({ tokens }: Prose, i: number): string {
  return tokens.text.slice(tokens.start[i]!, tokens.end[i]!);
}

/** The stretch of text from token `from` to token `last`, both included. */
export function spanOf({ tokens }: Prose, from: number, last: number = from): Span {
  return { start: tokens.start[from]!, end: tokens.end[last]! };
}

/** What stands between token `i - 1` and token `i`; with `i === count`, what follows the last token. */
export function gapBefore({ text, count, start, end }: Tokens, i: number): string {
  return text.slice(i === 0 ? 0 : end[i - 1]!, i === count ? text.length : start[i]!);
}

/** Whether nothing but one stretch of blank stands between token `i - 1` and token `i`, on one line. */
export function adjoins({ tokens }: Prose, i: number): boolean {
  return i > 0 && i < tokens.count && tokens.gap[i] === GAP_SPACE;
}

/** Whether tokens `from` up to and without `to` follow each other with only blanks between. */
export function unbroken(prose: Prose, from: number, to: number): boolean {
  for (let i = from + 1; i < to; i++) if (!adjoins(prose, i)) return false;
  return to <= prose.tokens.count;
}

function foldedWords({ text, count, start, end, hash }: Tokens): string[] {
  const known = new Map<number, string>();
  const words = new Array<string>(count);
  for (let i = 0; i < count; i++) {
    let word = known.get(hash[i]!);
    if (word === undefined) {
      word = text.slice(start[i]!, end[i]!).toLowerCase().replace(/[\u2019\u02bc]/g, "'").replace(/[\u2010\u2011]/g, '-');
      known.set(hash[i]!, word);
    }
    words[i] = word;
  }
  return words;
}

/** A paragraph begins behind an empty line, or on a new line behind the end of a sentence: a wrapped line begins none. */
function paragraphStarts(tokens: Tokens): Int32Array {
  const starts: number[] = [];
  for (let i = 0; i < tokens.count; i++) if (i === 0 || beginsParagraph(tokens, i)) starts.push(i);
  starts.push(tokens.count);
  return Int32Array.from(starts);
}

function beginsParagraph(tokens: Tokens, i: number): boolean {
  const gap = tokens.gap[i]!;
  if ((gap & GAP_LINE) === 0) return false;
  if ((gap & GAP_STOP) !== 0) return true;
  return (gapBefore(tokens, i).match(/\r\n|[\n\r\u2028\u2029\u0085]/g) ?? []).length > 1;
}
