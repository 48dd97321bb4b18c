import { BOUNDARY, HEADER_WORDS, LOG_STEP, MODEL_FORMAT, bigramKey, bucketOf, fingerprintOf, trigramKey, unigramKey, type ContextModel } from '../../src/decode/context-model.js';
import { hashWord } from '../../src/text/tokenize.js';

/** An n-gram of a hand-built model: its words (`<s>` is the boundary), a natural-log probability, and a back-off weight below the highest order. */
export type Row = readonly [words: string, log: number, backoff?: number];

/** Packs a hand-built model as the builder does, with the given number of buckets per table. */
export function packModel(rows: readonly Row[], unknown: number, buckets = 2): Uint8Array {
  const tables = [1, 2, 3].map((order) => packTable(rows.filter(([words]) => words.split(' ').length === order), order, buckets));
  const header = new DataView(new ArrayBuffer(HEADER_WORDS * 4));
  [MODEL_FORMAT, ...tables.flatMap(({ rows: count }) => [count, buckets]), quantise(unknown)].forEach((value, i) => header.setUint32(i * 4, value, true));
  return Uint8Array.from([...new Uint8Array(header.buffer), ...tables.flatMap(({ prints }) => prints), ...tables.flatMap(({ bytes }) => bytes)]);
}

function packTable(rows: readonly Row[], order: number, buckets: number): { rows: number; prints: number[]; bytes: number[] } {
  const keyed = rows.map(([words, log, backoff = 0]) => {
    const key = keyOf(words.split(' ').map(hashOf));
    return { bucket: bucketOf(key, buckets), print: fingerprintOf(key), log, backoff };
  });
  keyed.sort((a, b) => a.bucket - b.bucket);
  const sizes = Array.from({ length: buckets }, (_, bucket) => keyed.filter((row) => row.bucket === bucket).length);
  const prints = keyed.flatMap(({ print }) => [print & 255, print >> 8]);
  const logs = keyed.map(({ log }) => quantise(log));
  const backoffs = order < 3 ? keyed.map(({ backoff }) => quantise(backoff)) : [];
  return { rows: keyed.length, prints, bytes: [...sizes, ...logs, ...backoffs] };
}

function keyOf(hashes: readonly number[]): number {
  const [first, second, third] = hashes as [number, number?, number?];
  if (second === undefined) return unigramKey(first);
  return third === undefined ? bigramKey(first, second) : trigramKey(bigramKey(first, second), third);
}

function quantise(log: number): number {
  return Math.round(-log * LOG_STEP);
}

/** Hash of a word of a hand-built model. */
export function hashOf(word: string): number {
  return word === '<s>' ? BOUNDARY : hashWord(word);
}

/** A model that draws every probability at random from the hashes and the seed; the same for the same words. */
export function randomModel(seed: number): ContextModel & { log(before2: number, before1: number, word: number): number } {
  const log = (before2: number, before1: number, word: number): number => {
    const key = trigramKey(bigramKey(before2 ^ seed, before1), word);
    return -((key >>> 8) % 600) / 100;
  };
  return {
    log,
    open: (places, before2, before1) => places.add(before1, before2, true, 0, 0),
    logProbability: (places, place, word) => log(places.key[place]!, places.before1[place]!, word),
    knows: () => true,
  };
}
