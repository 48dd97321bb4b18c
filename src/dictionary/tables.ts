import { listAt, listsOf, type Lists } from './lists.js';
import type { WordTable } from './words.js';

/**
 * What `compile` makes of the entries and the packaged artifact holds: flat tables, sorted, no pointers. Phrases are numbered; heads and
 * variants share the numbering, plain phrases first.
 */
export interface LexiconTables {
  readonly families: readonly string[];
  readonly topics: readonly string[];
  /** Folded words, sorted. */
  readonly words: WordTable;
  /** Word numbers of each phrase; the plain ones in lexicographic order, so that a phrase that is a prefix of another comes first. */
  readonly phrases: Lists;
  /** Shape of each word of each phrase, beside `phrases.values`; 0 in phrases that are not matched case by case. */
  readonly shapes: Uint8Array;
  /** 1 for each phrase that must be matched case by case. */
  readonly cased: Uint8Array;
  /** Texts of the last phrases: those that words and single spaces do not spell (`Bed Bath & Beyond`). */
  readonly odd: readonly string[];
  /** Occurrences in clean news, as a number below 64 per phrase: {@link rateOf}. */
  readonly rates: Uint8Array;
  readonly entries: EntryTable;
}

/** The compiled entries, a column for each of their parts. */
export interface EntryTable {
  readonly count: number;
  /** Numbers into the families, topics and EDIT_TYPES. */
  readonly family: Uint16Array;
  readonly topic: Uint16Array;
  readonly type: Uint8Array;
  /** Index into PARTS_OF_SPEECH plus 1; 0 for none. */
  readonly pos: Uint8Array;
  /** 1 where the user wrote the entry. */
  readonly own: Uint8Array;
  /** Phrase number. */
  readonly head: Int32Array;
  /** Phrase numbers, commonest first. */
  readonly variants: Lists;
  /** Beside `variants.values`: probability that a spinner which meets the head pastes the variant, as {@link shareOf} reads it. */
  readonly shares: Uint8Array;
  /** Phrases in which an entry must not fire; few have any. */
  readonly unless: ReadonlyMap<number, readonly number[]>;
}

/** One compiled entry, for code that makes or filters them. */
export interface EntryRow {
  readonly family: number;
  readonly topic: number;
  readonly type: number;
  readonly head: number;
  readonly variants: readonly number[];
  readonly shares: readonly number[];
  readonly unless: readonly number[];
  readonly pos: number;
  readonly own: boolean;
}

/** Puts rows into columns. */
export function entryTable(rows: readonly EntryRow[]): EntryTable {
  return {
    count: rows.length,
    family: Uint16Array.from(rows, (row) => row.family),
    topic: Uint16Array.from(rows, (row) => row.topic),
    type: Uint8Array.from(rows, (row) => row.type),
    pos: Uint8Array.from(rows, (row) => row.pos),
    own: Uint8Array.from(rows, (row) => Number(row.own)),
    head: Int32Array.from(rows, (row) => row.head),
    variants: listsOf(rows.map((row) => row.variants)),
    shares: Uint8Array.from(rows.flatMap((row) => row.shares)),
    unless: new Map(rows.flatMap(({ unless }, i) => (unless.length > 0 ? [[i, unless] as const] : []))),
  };
}

/** Entry `i` as a row. */
export function rowOf(entries: EntryTable, i: number): EntryRow {
  const { variants, shares } = entries;
  return {
    family: entries.family[i]!,
    topic: entries.topic[i]!,
    type: entries.type[i]!,
    head: entries.head[i]!,
    variants: listAt(variants, i),
    shares: Array.from(shares.subarray(variants.start[i], variants.start[i + 1])),
    unless: entries.unless.get(i) ?? [],
    pos: entries.pos[i]!,
    own: entries.own[i] === 1,
  };
}

/** All entries as rows. */
export function rowsOf(entries: EntryTable): EntryRow[] {
  return Array.from({ length: entries.count }, (_, i) => rowOf(entries, i));
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

const SHARE_STEP = 3;

/** Probability that a share byte stands for. */
export function shareOf(byte: number): number {
  return 2 ** (-byte / SHARE_STEP);
}

/** The share byte for a probability; 31 is the least it can say. */
export function shareByte(probability: number): number {
  return Math.max(0, Math.min(31, Math.round(-Math.log2(probability) * SHARE_STEP)));
}
