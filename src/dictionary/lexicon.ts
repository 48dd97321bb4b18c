import { hashWord } from '../text/tokenize.js';
import { EDIT_TYPES, PARTS_OF_SPEECH, type PartOfSpeech } from './entry.js';
import { phraseParts, spell } from './phrase.js';
import type { EditType } from '../types.js';

/**
 * What `compile` makes of the entries and the packaged artifact holds: plain lists, sorted, no pointers. Phrases are numbered; heads and
 * variants share the numbering.
 */
export interface LexiconTables {
  readonly families: readonly string[];
  readonly topics: readonly string[];
  /** Folded words, sorted. */
  readonly words: readonly string[];
  /** Plain phrases as word numbers, in lexicographic order; a phrase that is a prefix of another comes first. */
  readonly phrases: readonly (readonly number[])[];
  /** Shapes of the plain phrases that are matched case by case: phrase number to shape per word. */
  readonly shapes: ReadonlyMap<number, readonly number[]>;
  /** Phrases that words and single spaces do not spell, numbered after the plain ones. */
  readonly odd: readonly string[];
  /** Occurrences in clean news, as a number below 64 per phrase: {@link rateOf}. */
  readonly rates: Uint8Array;
  readonly entries: readonly EntryRow[];
}

/** A compiled entry: numbers into the tables. */
export interface EntryRow {
  readonly family: number;
  readonly topic: number;
  readonly type: number;
  readonly head: number;
  /** Commonest first. */
  readonly variants: readonly number[];
  /** Probability that a spinner which meets the head pastes the variant, as a byte per variant: {@link shareOf}. */
  readonly shares: readonly number[];
  readonly unless: readonly number[];
  /** Index into PARTS_OF_SPEECH plus 1; 0 for none. */
  readonly pos: number;
  /** Written by the user, not built in. */
  readonly own: boolean;
}

/** The ways in which observed phrases can have come about, as parallel arrays. */
export interface Pairs {
  readonly entry: Int32Array;
  /** Probability that a spinner which meets the head pastes this variant; what the variants of a head lack to 1 is the chance that it stays. */
  readonly share: Float32Array;
}

/**
 * The dictionary ready for matching: hash tables over words, a trie over phrases, and for every observed phrase the heads it may stand
 * for. Built once per restorer, never changed.
 */
export interface Lexicon {
  readonly families: readonly string[];
  readonly topics: readonly string[];
  readonly entries: readonly EntryRow[];
  readonly phraseCount: number;
  /** Word number of a hash, by open addressing: keys[slot] === hash, ids[slot] >= 0. */
  readonly wordKeys: Int32Array;
  readonly wordIds: Int32Array;
  readonly words: readonly string[];
  /** Trie node of each word as a first word, or -1. */
  readonly roots: Int32Array;
  /** Edges of the trie by open addressing: (from, word) to node. */
  readonly edgeFrom: Int32Array;
  readonly edgeWord: Int32Array;
  readonly edgeTo: Int32Array;
  /** 1 where a longer phrase goes on from the node. */
  readonly hasEdges: Uint8Array;
  /** First phrase that ends at the node, or -1; others of the same words in other case follow by nextPhrase. */
  readonly phraseAt: Int32Array;
  readonly nextPhrase: Int32Array;
  /** 1 where the phrase must be matched case by case. */
  readonly cased: Uint8Array;
  /** Words per phrase. */
  readonly lengths: Uint8Array;
  /** Occurrences per word of clean news. */
  readonly rates: Float32Array;
  /** The rate of phrases never counted. */
  readonly leastRate: number;
  /** Pairs of phrase p as an observed form: rows pairStart[p] to pairStart[p + 1] of `pairs`. */
  readonly pairStart: Int32Array;
  readonly pairs: Pairs;
  /** Entries whose head is phrase p: headEntries.slice(headStart[p], headStart[p + 1]). */
  readonly headStart: Int32Array;
  readonly headEntries: Int32Array;
  /** Probability that a spinner replaces phrase p where it means it: the sum of its variants' shares; 0 for phrases that are no head. */
  readonly replaced: Float32Array;
  /** Entries that phrase p keeps from firing where it stands. */
  readonly blockers: ReadonlyMap<number, readonly number[]>;
  /** The phrase as written in the dictionary. */
  textOf(phrase: number): string;
  /** Its folded words, as a text would be cut. */
  wordsOf(phrase: number): readonly string[];
  typeOf(entry: number): EditType;
  posOf(entry: number): PartOfSpeech | undefined;
  idOf(entry: number): string;
}

const FLOOR = 2e-8;
/** Steps per doubling: coarse, for weights are logarithms of ratios. */
const RATE_STEP = 2;

/** Occurrences per word that a rate byte stands for; 0 is "never counted", taken as once in 50 million words. */
export function rateOf(byte: number): number {
  return byte === 0 ? FLOOR : FLOOR * 2 ** ((byte - 1) / RATE_STEP);
}

/** The rate byte for `count` occurrences among `total` words. */
export function rateByte(count: number, total: number): number {
  if (count <= 0) return 0;
  return Math.max(1, Math.min(63, 1 + Math.round(Math.log2(count / total / FLOOR) * RATE_STEP)));
}

/** Probability that a share byte stands for. */
export function shareOf(byte: number): number {
  return 2 ** (-byte / SHARE_STEP);
}

/** The share byte for a probability; 31 is the least it can say. */
export function shareByte(probability: number): number {
  return Math.max(0, Math.min(31, Math.round(-Math.log2(probability) * SHARE_STEP)));
}

const SHARE_STEP = 3;

/** Builds the lexicon from its tables. `keep` leaves out entries (by row) that an option switched off. */
export function buildLexicon(tables: LexiconTables, keep: (row: EntryRow) => boolean = () => true): Lexicon {
  const plain = tables.phrases.length;
  const phraseCount = plain + tables.odd.length;
  const words = [...tables.words];
  const oddParts = tables.odd.map(phraseParts);
  const oddWords = new Set(oddParts.flatMap(({ words: parts }) => parts));
  const numbers = new Map<string, number>();
  words.forEach((word, id) => oddWords.has(word) && numbers.set(word, id));
  for (const word of oddWords) if (!numbers.has(word)) numbers.set(word, words.push(word) - 1);
  const { wordKeys, wordIds } = hashWords(words);
  const trie = new TrieBuilder(words.length, tables, oddParts.reduce((sum, { words: parts }) => sum + parts.length, 0));
  for (let phrase = 0; phrase < plain; phrase++) trie.addSorted(phrase, tables.phrases[phrase]!, tables.phrases[phrase - 1]);
  oddParts.forEach(({ words: parts }, i) => trie.add(plain + i, parts.map((word) => numbers.get(word)!)));
  const cased = new Uint8Array(phraseCount).fill(1, plain);
  for (const phrase of tables.shapes.keys()) cased[phrase] = 1;
  const lengths = new Uint8Array(phraseCount);
  for (let phrase = 0; phrase < plain; phrase++) lengths[phrase] = tables.phrases[phrase]!.length;
  oddParts.forEach(({ words: parts }, i) => (lengths[plain + i] = parts.length));
  const rates = new Float32Array(phraseCount);
  const rateTable = Float32Array.from({ length: 256 }, (_, byte) => rateOf(byte));
  for (let phrase = 0; phrase < phraseCount; phrase++) rates[phrase] = rateTable[tables.rates[phrase] ?? 0]!;
  const texts: (string | undefined)[] = new Array(phraseCount);
  const textOf = (phrase: number): string =>
    (texts[phrase] ??= phrase >= plain ? tables.odd[phrase - plain]! : spell(tables.phrases[phrase]!.map((id) => words[id]!), tables.shapes.get(phrase) ?? []));
  const { entries } = tables;
  return {
    families: tables.families,
    topics: tables.topics,
    entries,
    phraseCount,
    wordKeys,
    wordIds,
    words,
    ...trie.finish(phraseCount),
    cased,
    lengths,
    rates,
    leastRate: rateTable[0]!,
    ...indexPairs(entries, phraseCount, keep),
    textOf,
    wordsOf: (phrase) => (phrase >= plain ? oddParts[phrase - plain]!.words : tables.phrases[phrase]!.map((id) => words[id]!)),
    typeOf: (entry) => EDIT_TYPES[entries[entry]!.type]!,
    posOf: (entry) => PARTS_OF_SPEECH[entries[entry]!.pos - 1],
    idOf: (entry) => `${tables.families[entries[entry]!.family]}/${tables.topics[entries[entry]!.topic]}/${textOf(entries[entry]!.head)}`,
  };
}

function hashWords(words: readonly string[]): { wordKeys: Int32Array; wordIds: Int32Array } {
  const size = tableSize(words.length);
  const wordKeys = new Int32Array(size);
  const wordIds = new Int32Array(size).fill(-1);
  for (let id = 0; id < words.length; id++) {
    const key = hashWord(words[id]!);
    let slot = slotOf(key, size);
    while (wordIds[slot]! >= 0) slot = (slot + 1) & (size - 1);
    wordKeys[slot] = key;
    wordIds[slot] = id;
  }
  return { wordKeys, wordIds };
}

/** First slot of a hash in a table of `size` (a power of two): the high bits of FNV-1a are the better mixed ones. */
export function slotOf(hash: number, size: number): number {
  return (hash ^ (hash >>> 15)) & (size - 1);
}

/** First slot of an edge. */
export function edgeSlot(from: number, word: number, size: number): number {
  const mixed = Math.imul(from, 0x9e3779b1) ^ Math.imul(word, 0x85ebca6b);
  return (mixed ^ (mixed >>> 15)) & (size - 1);
}

function tableSize(count: number): number {
  let size = 16;
  while (size < count * 2) size *= 2;
  return size;
}

class TrieBuilder {
  private readonly roots: Int32Array;
  private readonly from: Int32Array;
  private readonly word: Int32Array;
  private readonly to: Int32Array;
  private readonly hasEdges: Uint8Array;
  private readonly phraseAt: Int32Array;
  private readonly next: Int32Array;
  private readonly path: number[] = [];
  private nodes = 0;

  constructor(words: number, tables: LexiconTables, oddWords: number) {
    let most = words + oddWords + 1;
    for (const phrase of tables.phrases) most += phrase.length;
    this.roots = new Int32Array(words).fill(-1);
    const size = tableSize(most - words);
    this.from = new Int32Array(size).fill(-1);
    this.word = new Int32Array(size);
    this.to = new Int32Array(size);
    this.hasEdges = new Uint8Array(most);
    this.phraseAt = new Int32Array(most).fill(-1);
    this.next = new Int32Array(tables.phrases.length + tables.odd.length).fill(-1);
  }

  /** Adds the next phrase in order: the nodes it shares with the one before are on the path already. */
  addSorted(phrase: number, ids: readonly number[], before: readonly number[] | undefined): void {
    let shared = 0;
    if (before) while (shared < ids.length && shared < before.length && ids[shared] === before[shared]) shared++;
    this.path.length = shared;
    for (let depth = shared; depth < ids.length; depth++) this.path.push(this.child(depth === 0 ? -1 : this.path[depth - 1]!, ids[depth]!));
    this.end(phrase, this.path[ids.length - 1]!);
  }

  add(phrase: number, ids: readonly number[]): void {
    let node = -1;
    for (const id of ids) node = this.find(node, id) ?? this.child(node, id);
    this.end(phrase, node);
  }

  finish(phraseCount: number): Pick<Lexicon, 'roots' | 'edgeFrom' | 'edgeWord' | 'edgeTo' | 'hasEdges' | 'phraseAt' | 'nextPhrase'> {
    const { roots, from: edgeFrom, word: edgeWord, to: edgeTo, hasEdges, phraseAt } = this;
    return { roots, edgeFrom, edgeWord, edgeTo, hasEdges, phraseAt, nextPhrase: this.next.subarray(0, phraseCount) };
  }

  private end(phrase: number, node: number): void {
    this.next[phrase] = this.phraseAt[node]!;
    this.phraseAt[node] = phrase;
  }

  private find(from: number, id: number): number | undefined {
    if (from < 0) return this.roots[id]! >= 0 ? this.roots[id] : undefined;
    const size = this.from.length;
    for (let slot = edgeSlot(from, id, size); this.from[slot]! >= 0; slot = (slot + 1) & (size - 1)) {
      if (this.from[slot] === from && this.word[slot] === id) return this.to[slot];
    }
    return undefined;
  }

  private child(from: number, id: number): number {
    const node = this.nodes++;
    if (from < 0) {
      this.roots[id] = node;
      return node;
    }
    this.hasEdges[from] = 1;
    const size = this.from.length;
    let slot = edgeSlot(from, id, size);
    while (this.from[slot]! >= 0) slot = (slot + 1) & (size - 1);
    this.from[slot] = from;
    this.word[slot] = id;
    this.to[slot] = node;
    return node;
  }
}

const SHARES = Float32Array.from({ length: 32 }, (_, byte) => shareOf(byte));

type PairIndex = Pick<Lexicon, 'pairStart' | 'pairs' | 'headStart' | 'headEntries' | 'replaced' | 'blockers'>;

function indexPairs(entries: readonly EntryRow[], phraseCount: number, keep: (row: EntryRow) => boolean): PairIndex {
  const pairStart = new Int32Array(phraseCount + 1);
  const headStart = new Int32Array(phraseCount + 1);
  const blockers = new Map<number, number[]>();
  const ownForms = new Set<number>();
  for (const row of entries) if (row.own && keep(row)) for (const variant of row.variants) ownForms.add(variant);
  // Where a user's dictionary lists an observed form, it alone decides what that form stands for.
  const counts = (row: EntryRow, variant: number): boolean => row.own || !ownForms.has(variant);
  entries.forEach((row, entry) => {
    if (!keep(row)) return;
    headStart[row.head + 1]!++;
    for (const variant of row.variants) if (counts(row, variant)) pairStart[variant + 1]!++;
    for (const phrase of row.unless) blockers.set(phrase, [...(blockers.get(phrase) ?? []), entry]);
  });
  for (let phrase = 0; phrase < phraseCount; phrase++) {
    pairStart[phrase + 1]! += pairStart[phrase]!;
    headStart[phrase + 1]! += headStart[phrase]!;
  }
  const pairs = { entry: new Int32Array(pairStart[phraseCount]!), share: new Float32Array(pairStart[phraseCount]!) };
  const headEntries = new Int32Array(headStart[phraseCount]!);
  const replaced = new Float32Array(phraseCount);
  const nextPair = pairStart.slice();
  const nextHead = headStart.slice();
  entries.forEach((row, entry) => {
    if (!keep(row)) return;
    headEntries[nextHead[row.head]!++] = entry;
    let sum = 0;
    for (const share of row.shares) sum += SHARES[share]!;
    replaced[row.head] = Math.min(0.98, Math.max(replaced[row.head]!, sum));
    for (let rank = 0; rank < row.variants.length; rank++) {
      const variant = row.variants[rank]!;
      if (!counts(row, variant)) continue;
      const at = nextPair[variant]!++;
      pairs.entry[at] = entry;
      pairs.share[at] = SHARES[row.shares[rank]!]!;
    }
  });
  return { pairStart, pairs, headStart, headEntries, replaced, blockers };
}
