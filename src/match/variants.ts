import { levenshtein } from '#lazy';
import type { Lexicon } from '../dictionary/lexicon.js';
import { GAP_SPACE } from '../text/characters.js';
import { LOWER, RAISED, fold, type Tokens } from '../text/tokenize.js';
import { SHAPE_LOWER, SHAPE_RAISED, wordOf, type Match } from './find.js';

/** How an observed form was found where its letters are not those of the dictionary. */
export type NearKind = 'misspelt' | 'joined' | 'split';

/** A near-miss of a listed observed form. */
export interface NearMatch extends Match {
  readonly kind: NearKind;
  /** Letters between what stands there and the listed form. */
  readonly distance: number;
}

/** Shorter words lie too near to too many others. */
const LEAST_LENGTH = 6;
/** From this length on, two wrong letters are allowed. */
const LONG = 10;

/**
 * Observed forms that stand misspelt ("flamable"), joined ("inopposition to") or split ("how ever"): the only use of edit distance on words here. It finds
 * variants of known forms and never ranks meanings, for the letters between a word and what it stands for tell nothing. Only words that neither the
 * dictionary nor `isWord` knows are looked up.
 */
export function findNearMatches(tokens: Tokens, lexicon: Lexicon, from: number, to: number, isWord: (hash: number) => boolean): NearMatch[] {
  const forms = formsOf(lexicon);
  const matches: NearMatch[] = [];
  for (let i = from; i < to; i++) {
    const shape = tokens.shape[i] === LOWER ? SHAPE_LOWER : tokens.shape[i] === RAISED ? SHAPE_RAISED : -1;
    if (shape < 0 || tokens.end[i]! - tokens.start[i]! < 2) continue;
    const split = splitAt(tokens, lexicon, forms, i, to);
    if (split >= 0) matches.push({ from: i, to: i + 2, phrase: split, shape, kind: 'split', distance: 1 });
    const word = fold(tokens.text.slice(tokens.start[i], tokens.end[i]));
    if (word.length < LEAST_LENGTH || wordOf(lexicon, tokens.hash[i]!) >= 0 || isWord(tokens.hash[i]!)) continue;
    const joined = forms.joined.get(word);
    if (joined !== undefined) matches.push({ from: i, to: i + 1, phrase: joined, shape, kind: 'joined', distance: 1 });
    else matches.push(...misspelt(forms, word, i, shape));
  }
  return matches;
}

/** Number of the single-word form that tokens `i` and `i + 1` spell together, or -1. */
function splitAt(tokens: Tokens, lexicon: Lexicon, forms: Forms, i: number, to: number): number {
  if (i + 1 >= to || tokens.gap[i + 1] !== GAP_SPACE || tokens.shape[i + 1] !== LOWER) return -1;
  const second = wordOf(lexicon, tokens.hash[i + 1]!);
  if (second < 0 || !forms.tails.has(second)) return -1;
  const whole = fold(tokens.text.slice(tokens.start[i], tokens.end[i]) + tokens.text.slice(tokens.start[i + 1], tokens.end[i + 1]));
  return whole.length < LEAST_LENGTH ? -1 : (forms.words.get(whole) ?? -1);
}

function misspelt(forms: Forms, word: string, at: number, shape: number): NearMatch[] {
  const most = word.length >= LONG ? 2 : 1;
  const found: NearMatch[] = [];
  const { get: distanceOf } = levenshtein();
  for (let length = word.length - most; length <= word.length + most; length++) {
    for (const [form, phrase] of forms.byStart.get(word[0]! + length) ?? []) {
      const distance = distanceOf(word, form);
      if (distance <= most) found.push({ from: at, to: at + 1, phrase, shape, kind: 'misspelt', distance });
    }
  }
  const least = Math.min(...found.map(({ distance }) => distance));
  return found.filter(({ distance }) => distance === least);
}

/** The observed forms of a lexicon, indexed for near-misses. */
interface Forms {
  /** Single words. */
  readonly words: ReadonlyMap<string, number>;
  /** Single words by first letter and length. */
  readonly byStart: ReadonlyMap<string, readonly (readonly [string, number])[]>;
  /** Phrases without their spaces. */
  readonly joined: ReadonlyMap<string, number>;
  /** Word numbers that end some single-word form, as "ever" ends "however". */
  readonly tails: ReadonlySet<number>;
}

const cache = new WeakMap<Lexicon, Forms>();

function formsOf(lexicon: Lexicon): Forms {
  let forms = cache.get(lexicon);
  if (!forms) cache.set(lexicon, (forms = indexForms(lexicon)));
  return forms;
}

function indexForms(lexicon: Lexicon): Forms {
  const words = new Map<string, number>();
  const byStart = new Map<string, [string, number][]>();
  const joined = new Map<string, number>();
  for (let phrase = 0; phrase < lexicon.phraseCount; phrase++) {
    if (lexicon.pairStart[phrase] === lexicon.pairStart[phrase + 1] || lexicon.cased[phrase] === 1) continue;
    const text = lexicon.textOf(phrase);
    if (lexicon.lengths[phrase]! > 1) joined.set(text.replaceAll(' ', ''), phrase);
    else if (text.length >= LEAST_LENGTH) {
      words.set(text, phrase);
      const key = text[0]! + text.length;
      const list = byStart.get(key);
      if (list) list.push([text, phrase]);
      else byStart.set(key, [[text, phrase]]);
    }
  }
  return { words, byStart, joined, tails: tailsOf(words, lexicon) };
}

function tailsOf(words: ReadonlyMap<string, number>, lexicon: Lexicon): Set<number> {
  const numbers = new Map(lexicon.words.map((word, id) => [word, id]));
  const tails = new Set<number>();
  for (const word of words.keys()) {
    for (let cut = 2; cut <= word.length - 2; cut++) {
      const tail = numbers.get(word.slice(cut));
      if (tail !== undefined && numbers.has(word.slice(0, cut))) tails.add(tail);
    }
  }
  return tails;
}
