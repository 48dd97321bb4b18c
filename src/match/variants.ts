import { levenshtein } from '#lazy';
import { findWord, slotOf, type Lexicon } from '../dictionary/lexicon.js';
import { tableSize } from '../dictionary/trie.js';
import { GAP_SPACE, cellOf } from '../text/characters.js';
import { LOWER, PRIME, RAISED, SEED, fold, type Tokens } from '../text/tokenize.js';
import { SHAPE_LOWER, SHAPE_RAISED, type Match } from './find.js';

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
const UNIT = 0xffff;

/**
 * Observed forms that stand misspelt ("flamable"), joined ("inopposition to") or split ("how ever"): the only use of edit distance on words here. It finds
 * variants of known forms and never ranks meanings, for the letters between a word and what it stands for tell nothing. Only words that neither the
 * dictionary nor `isWord` knows are looked up.
 */
export function findNearMatches(tokens: Tokens, lexicon: Lexicon, from: number, to: number, isWord: (hash: number) => boolean): NearMatch[] {
  const matches: NearMatch[] = [];
  let known = from < to ? findWord(lexicon, tokens.hash[from]!) >= 0 : false;
  for (let i = from; i < to; i++) {
    const nextKnown = i + 1 < to && findWord(lexicon, tokens.hash[i + 1]!) >= 0;
    const shape = tokens.shape[i] === LOWER ? SHAPE_LOWER : tokens.shape[i] === RAISED ? SHAPE_RAISED : -1;
    const length = tokens.end[i]! - tokens.start[i]!;
    if (shape >= 0 && length >= 2) {
      const split = known && nextKnown ? splitAt(tokens, lexicon, i) : -1;
      if (split >= 0) matches.push({ from: i, to: i + 2, phrase: split, shape, kind: 'split', distance: 1 });
      if (!known && length >= LEAST_LENGTH && !isWord(tokens.hash[i]!)) pushUnknown(matches, tokens, lexicon, i, shape);
    }
    known = nextKnown;
  }
  return matches;
}

/** Number of the single-word form that tokens `i` and `i + 1` spell together, or -1. */
function splitAt(tokens: Tokens, lexicon: Lexicon, i: number): number {
  if (tokens.gap[i + 1] !== GAP_SPACE || tokens.shape[i + 1] !== LOWER) return -1;
  const start = tokens.start[i + 1]!;
  const end = tokens.end[i + 1]!;
  if (tokens.end[i]! - tokens.start[i]! + end - start < LEAST_LENGTH) return -1;
  let hash = tokens.hash[i]!;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ (cellOf(tokens.text.charCodeAt(at)) & UNIT), PRIME);
  const word = findWord(lexicon, hash);
  const phrase = word < 0 ? -1 : formOf(lexicon, word);
  if (phrase < 0) return -1;
  return lexicon.textOf(phrase) === fold(tokens.text.slice(tokens.start[i], tokens.end[i]) + tokens.text.slice(start, end)) ? phrase : -1;
}

/** The phrase of this one word that is an observed form in any case, or -1. */
function formOf(lexicon: Lexicon, word: number): number {
  const node = lexicon.roots[word]!;
  for (let phrase = node < 0 ? -1 : lexicon.phraseAt[node]!; phrase >= 0; phrase = lexicon.nextPhrase[phrase]!) {
    if (isForm(lexicon, phrase)) return phrase;
  }
  return -1;
}

function isForm(lexicon: Lexicon, phrase: number): boolean {
  return lexicon.cased[phrase] === 0 && lexicon.pairStart[phrase]! < lexicon.pairStart[phrase + 1]!;
}

function pushUnknown(matches: NearMatch[], tokens: Tokens, lexicon: Lexicon, i: number, shape: number): void {
  const word = fold(tokens.text.slice(tokens.start[i], tokens.end[i]));
  const forms = formsOf(lexicon);
  const joined = joinedForm(forms, lexicon, tokens.hash[i]!, word);
  if (joined >= 0) matches.push({ from: i, to: i + 1, phrase: joined, shape, kind: 'joined', distance: 1 });
  else matches.push(...misspelt(forms, lexicon, word, i, shape));
}

function joinedForm({ joinedKeys, joinedPhrases }: Forms, lexicon: Lexicon, hash: number, word: string): number {
  const size = joinedKeys.length;
  for (let slot = slotOf(hash, size); joinedPhrases[slot]! >= 0; slot = (slot + 1) & (size - 1)) {
    if (joinedKeys[slot] === hash && lexicon.textOf(joinedPhrases[slot]!).replaceAll(' ', '') === word) return joinedPhrases[slot]!;
  }
  return -1;
}

function misspelt(forms: Forms, lexicon: Lexicon, word: string, at: number, shape: number): NearMatch[] {
  const most = word.length >= LONG ? 2 : 1;
  const letters = lettersOf(word);
  const found: NearMatch[] = [];
  for (let length = word.length - most; length <= word.length + most; length++) {
    for (const phrase of forms.byStart.get(startKey(word.charCodeAt(0), length)) ?? []) {
      // One wrong letter changes the set of letters by two at most.
      if (bitsOf(letters ^ forms.letters[phrase]!) > 2 * most) continue;
      const form = lexicon.textOf(phrase);
      if (most === 1 && !differInOne(word, form)) continue;
      const distance = levenshtein().get(word, form);
      if (distance <= most) found.push({ from: at, to: at + 1, phrase, shape, kind: 'misspelt', distance });
    }
  }
  const least = Math.min(...found.map(({ distance }) => distance));
  return found.filter(({ distance }) => distance === least);
}

/** Whether what the words do not share at their beginning and end is one letter at most. */
function differInOne(a: string, b: string): boolean {
  const short = Math.min(a.length, b.length);
  let head = 0;
  while (head < short && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < short - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  return Math.max(a.length, b.length) - head - tail <= 1;
}

/** The observed forms of a lexicon, indexed for near-misses. */
interface Forms {
  /** Phrases of single words by first letter and length: {@link startKey}. */
  readonly byStart: ReadonlyMap<number, readonly number[]>;
  /** The letters of each such phrase as a set: {@link lettersOf}. */
  readonly letters: Int32Array;
  /** Phrases of several words by the hash of their letters without spaces; open addressing, -1 in empty slots of `joinedPhrases`. */
  readonly joinedKeys: Int32Array;
  readonly joinedPhrases: Int32Array;
}

const cache = new WeakMap<Lexicon, Forms>();

function formsOf(lexicon: Lexicon): Forms {
  let forms = cache.get(lexicon);
  if (!forms) cache.set(lexicon, (forms = indexForms(lexicon)));
  return forms;
}

function indexForms(lexicon: Lexicon): Forms {
  const { phraseCount, lengths, phraseStart, phraseWords, words } = lexicon;
  const byStart = new Map<number, number[]>();
  const letters = new Int32Array(phraseCount);
  const size = tableSize(phraseCount);
  const joinedKeys = new Int32Array(size);
  const joinedPhrases = new Int32Array(size).fill(-1);
  for (let phrase = 0; phrase < phraseCount; phrase++) {
    if (!isForm(lexicon, phrase)) continue;
    const first = words.start[phraseWords[phraseStart[phrase]!]!]!;
    if (lengths[phrase]! > 1) {
      const hash = joinedHash(lexicon, phrase);
      let slot = slotOf(hash, size);
      while (joinedPhrases[slot]! >= 0) slot = (slot + 1) & (size - 1);
      joinedKeys[slot] = hash;
      joinedPhrases[slot] = phrase;
      continue;
    }
    const end = words.start[phraseWords[phraseStart[phrase]!]! + 1]!;
    if (end - first < LEAST_LENGTH) continue;
    for (let at = first; at < end; at++) letters[phrase]! |= 1 << (words.units[at]! & 31);
    const key = startKey(words.units[first]!, end - first);
    const list = byStart.get(key);
    if (list) list.push(phrase);
    else byStart.set(key, [phrase]);
  }
  return { byStart, letters, joinedKeys, joinedPhrases };
}

/** Hash of the letters of a phrase's words, run together. */
function joinedHash({ phraseStart, phraseWords, words }: Lexicon, phrase: number): number {
  let hash = SEED;
  for (let i = phraseStart[phrase]!; i < phraseStart[phrase + 1]!; i++) {
    for (let at = words.start[phraseWords[i]!]!; at < words.start[phraseWords[i]! + 1]!; at++) hash = Math.imul(hash ^ words.units[at]!, PRIME);
  }
  return hash;
}

function startKey(unit: number, length: number): number {
  return unit * 256 + length;
}

/** Letters of a word as a set of 32 bits: the low five bits of each code unit. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at++) letters |= 1 << (word.charCodeAt(at) & 31);
  return letters;
}

function bitsOf(set: number): number {
  let bits = 0;
  for (let rest = set; rest !== 0; rest &= rest - 1) bits++;
  return bits;
}
