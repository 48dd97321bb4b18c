import { GAP_SPACE, WORD, cellOf } from '../text/characters.js';
import { CAPITALS, LOWER, NUMERIC, RAISED, type Tokens } from '../text/tokenize.js';
import { findWord, type Lexicon } from '../dictionary/lexicon.js';
import { findEdge } from '../dictionary/trie.js';

/** Case shape of a match: the spinner decides once for each. EXACT: the dictionary phrase is matched case by case. */
export const SHAPE_LOWER = 0;
export const SHAPE_RAISED = 1;
export const SHAPE_EXACT = 2;

const UNIT = 0xffff;

/** A phrase of the dictionary, head or variant, found in a text. */
export interface Match {
  /** Half-open span in tokens. */
  readonly from: number;
  readonly to: number;
  readonly phrase: number;
  readonly shape: number;
}

/** All phrases of the lexicon in tokens `from` to `to`, overlapping ones too, by start and then by length. */
export function findMatches(tokens: Tokens, lexicon: Lexicon, from: number, to: number): Match[] {
  const matches: Match[] = [];
  for (let i = from; i < to; i++) matchesAt(tokens, lexicon, i, to, matches);
  return matches;
}

function matchesAt(tokens: Tokens, lexicon: Lexicon, i: number, to: number, matches: Match[]): void {
  const first = findWord(lexicon, tokens.hash[i]!);
  if (first < 0) return;
  let node = lexicon.roots[first]!;
  for (let j = i; node >= 0; ) {
    for (let phrase = lexicon.phraseAt[node]!; phrase >= 0; phrase = lexicon.nextPhrase[phrase]!) {
      const shape = shapeOfMatch(tokens, lexicon, i, j + 1, phrase);
      if (shape >= 0) matches.push({ from: i, to: j + 1, phrase, shape });
    }
    if (lexicon.hasEdges[node] === 0 || ++j >= to) return;
    const word = findWord(lexicon, tokens.hash[j]!);
    if (word < 0) return;
    node = findEdge(lexicon, node, word);
  }
}

/** Shape in which tokens `from` to `to` spell the phrase, or -1 where they do not. */
export function shapeOfMatch(tokens: Tokens, lexicon: Lexicon, from: number, to: number, phrase: number): number {
  if (lexicon.cased[phrase] === 1) {
    const observed = tokens.text.slice(tokens.start[from], tokens.end[to - 1]);
    return straight(observed) === straight(lexicon.textOf(phrase)) ? SHAPE_EXACT : -1;
  }
  const first = tokens.shape[from]!;
  if (first === CAPITALS) return -1;
  for (let i = from + 1; i < to; i++) {
    const shape = tokens.shape[i]!;
    if (shape !== LOWER && shape !== NUMERIC) return -1;
    if (tokens.gap[i] !== GAP_SPACE && tokens.gap[i] !== 0) return -1;
  }
  return first === RAISED ? SHAPE_RAISED : SHAPE_LOWER;
}

function straight(phrase: string): string {
  return phrase.replace(/[\u2019\u02bc]/g, "'").replace(/\u00a0/g, ' ');
}

/** Whether the tokens really are the words of the phrase and not others of the same hash. */
export function spelledRight(tokens: Tokens, lexicon: Lexicon, match: Match): boolean {
  const phrase = lexicon.textOf(match.phrase);
  const start = tokens.start[match.from]!;
  if (tokens.end[match.to - 1]! - start !== phrase.length) return false;
  for (let i = 0; i < phrase.length; i++) {
    const there = cellOf(tokens.text.charCodeAt(start + i));
    const wanted = cellOf(phrase.charCodeAt(i));
    if ((there & UNIT) !== (wanted & UNIT) && ((there | wanted) & WORD) !== 0) return false;
  }
  return true;
}
