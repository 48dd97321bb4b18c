import { GAP_SPACE } from '../text/characters.js';
import { CAPITALS, LOWER, NUMERIC, RAISED, fold, tokenize } from '../text/tokenize.js';

/** A phrase of the dictionary, cut as a text would be. */
export interface PhraseParts {
  /** Folded tokens. */
  readonly words: readonly string[];
  /** Shape of each token, for phrases that must be matched case by case; empty for all-lower ones. */
  readonly shapes: readonly number[];
  /** False where the tokens joined by single spaces are not the phrase again (`Bed Bath & Beyond`, `iPhone`). */
  readonly plain: boolean;
}

/** Cuts a phrase of the dictionary into folded words and their shapes. */
export function phraseParts(phrase: string): PhraseParts {
  const tokens = tokenize(phrase);
  const words: string[] = [];
  const shapes: number[] = [];
  for (let i = 0; i < tokens.count; i++) {
    words.push(fold(phrase.slice(tokens.start[i], tokens.end[i])));
    shapes.push(tokens.shape[i]!);
  }
  const lower = shapes.every((shape) => shape === LOWER || shape === NUMERIC);
  return { words, shapes: lower ? [] : shapes, plain: spell(words, shapes) === phrase && gapsArePlain(tokens.gap, tokens.count) };
}

/** The phrase that plain words and shapes spell: a space between words, none before a clitic. */
export function spell(words: readonly string[], shapes: readonly number[]): string {
  let text = '';
  for (let i = 0; i < words.length; i++) {
    if (i > 0 && !words[i]!.startsWith("'")) text += ' ';
    text += dress(words[i]!, shapes[i] ?? LOWER);
  }
  return text;
}

function dress(word: string, shape: number): string {
  if (shape === CAPITALS) return word.toUpperCase();
  return shape === RAISED ? raiseFirst(word) : word;
}

/** Raises the first letter: `cold` to `Cold`. */
export function raiseFirst(text: string): string {
  const first = String.fromCodePoint(text.codePointAt(0) ?? 32);
  return first.toUpperCase() + text.slice(first.length);
}

function gapsArePlain(gaps: Uint8Array, count: number): boolean {
  for (let i = 1; i < count; i++) if (gaps[i] !== GAP_SPACE && gaps[i] !== 0) return false;
  return true;
}
