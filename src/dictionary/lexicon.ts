import { PRIME, SEED } from '../text/tokenize.js';
import type { EditType } from '../types.js';
import { EDIT_TYPES, PARTS_OF_SPEECH, type PartOfSpeech } from './entry.js';
import { indexPairs, type PairIndex } from './pairs.js';
import { spell } from './phrase.js';
import { rateOf, type EntryRow, type EntryTable, type LexiconTables } from './tables.js';
import { buildTrie, tableSize, type Trie } from './trie.js';
import { wordAt, type WordTable } from './words.js';

/**
 * The dictionary ready for matching: hash tables over words, a trie over phrases, and for every observed phrase the heads it may stand
 * for. Built once per restorer, never changed. Typed arrays throughout: it must be ready a few hundredths of a second after the process starts.
 */
export interface Lexicon extends Trie, PairIndex {
  readonly families: readonly string[];
  readonly topics: readonly string[];
  readonly entries: EntryTable;
  readonly phraseCount: number;
  readonly words: WordTable;
  /** Hash of each word, as {@link hashWord} makes it. */
  readonly wordHash: Int32Array;
  /** Word number of a hash, by open addressing: keys[slot] === hash, ids[slot] >= 0. */
  readonly wordKeys: Int32Array;
  readonly wordIds: Int32Array;
  /** Words of phrase p: phraseWords from phraseStart[p] up to phraseStart[p + 1], and beside them their hashes. */
  readonly phraseStart: Int32Array;
  readonly phraseWords: Int32Array;
  readonly phraseHashes: Int32Array;
  /** 1 where the phrase must be matched case by case. */
  readonly cased: Uint8Array;
  /** Words per phrase. */
  readonly lengths: Uint8Array;
  /** Occurrences per word of clean news. */
  readonly rates: Float32Array;
  /** The rate of phrases never counted. */
  readonly leastRate: number;
  /** The phrase as written in the dictionary. */
  textOf(phrase: number): string;
  /** Its folded words, as a text would be cut. */
  wordsOf(phrase: number): readonly string[];
  typeOf(entry: number): EditType;
  posOf(entry: number): PartOfSpeech | undefined;
  idOf(entry: number): string;
}

const RATES = Float32Array.from({ length: 256 }, (_, byte) => rateOf(byte));

/** Builds the lexicon from its tables. `keep` leaves out entries that an option switched off. */
export function buildLexicon(tables: LexiconTables, keep?: (row: EntryRow) => boolean): Lexicon {
  const { families, topics, words, phrases, entries, cased } = tables;
  const phraseCount = tables.rates.length;
  const wordHash = hashWords(words);
  const phraseHashes = new Int32Array(phrases.values.length);
  for (let at = 0; at < phraseHashes.length; at++) phraseHashes[at] = wordHash[phrases.values[at]!]!;
  const lengths = new Uint8Array(phraseCount);
  const rates = new Float32Array(phraseCount);
  for (let phrase = 0; phrase < phraseCount; phrase++) {
    lengths[phrase] = phrases.start[phrase + 1]! - phrases.start[phrase]!;
    rates[phrase] = RATES[tables.rates[phrase]!]!;
  }
  const textOf = phraseTexts(tables);
  return {
    families,
    topics,
    entries,
    phraseCount,
    words,
    wordHash,
    ...indexWords(wordHash),
    phraseStart: phrases.start,
    phraseWords: phrases.values,
    phraseHashes,
    ...buildTrie(wordHash.length, phrases),
    cased,
    lengths,
    rates,
    leastRate: RATES[0]!,
    ...indexPairs(entries, phraseCount, keep),
    textOf,
    wordsOf: (phrase) => spelled(tables, phrase),
    typeOf: (entry) => EDIT_TYPES[entries.type[entry]!]!,
    posOf: (entry) => PARTS_OF_SPEECH[entries.pos[entry]! - 1],
    idOf: (entry) => `${families[entries.family[entry]!]}/${topics[entries.topic[entry]!]}/${textOf(entries.head[entry]!)}`,
  };
}

/** The texts of the phrases, each made when first asked for. */
function phraseTexts(tables: LexiconTables): (phrase: number) => string {
  const { phrases, shapes, cased, odd, rates } = tables;
  const plain = rates.length - odd.length;
  const texts: (string | undefined)[] = new Array(rates.length);
  return (phrase) => {
    const known = texts[phrase];
    if (known !== undefined) return known;
    const own = cased[phrase] === 1 ? Array.from(shapes.subarray(phrases.start[phrase], phrases.start[phrase + 1])) : [];
    return (texts[phrase] = phrase >= plain ? odd[phrase - plain]! : spell(spelled(tables, phrase), own));
  };
}

function spelled({ phrases: { start, values }, words }: LexiconTables, phrase: number): string[] {
  return Array.from(values.subarray(start[phrase], start[phrase + 1]), (word) => wordAt(words, word));
}

/** As hashWord: FNV-1a over each word's code units. */
function hashWords({ start, units }: WordTable): Int32Array {
  const hashes = new Int32Array(start.length - 1);
  for (let word = 0, at = 0; word < hashes.length; word++) {
    let hash = SEED;
    for (const end = start[word + 1]!; at < end; at++) hash = Math.imul(hash ^ units[at]!, PRIME);
    hashes[word] = hash;
  }
  return hashes;
}

function indexWords(hashes: Int32Array): Pick<Lexicon, 'wordKeys' | 'wordIds'> {
  const size = tableSize(hashes.length);
  const wordKeys = new Int32Array(size);
  const wordIds = new Int32Array(size).fill(-1);
  for (let id = 0; id < hashes.length; id++) {
    let slot = slotOf(hashes[id]!, size);
    while (wordIds[slot]! >= 0) slot = (slot + 1) & (size - 1);
    wordKeys[slot] = hashes[id]!;
    wordIds[slot] = id;
  }
  return { wordKeys, wordIds };
}

/** Number of the word with this hash, or -1. Two words with one hash are told apart only by their letters. */
export function findWord({ wordKeys, wordIds }: Lexicon, hash: number): number {
  const size = wordKeys.length;
  let slot = slotOf(hash, size);
  for (;;) {
    const id = wordIds[slot]!;
    if (id < 0) return -1;
    if (wordKeys[slot] === hash) return id;
    slot = (slot + 1) & (size - 1);
  }
}

/** First slot of a hash in a table of `size` (a power of two): the high bits of FNV-1a are the better mixed ones. */
export function slotOf(hash: number, size: number): number {
  return (hash ^ (hash >>> 15)) & (size - 1);
}
