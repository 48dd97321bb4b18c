import { fromBase64 } from '../dictionary/bytes.js';

/**
 * A trigram language model with back-off, read straight from typed arrays.
 *
 * n-grams are found by the hashes of their words. Each order has one table of buckets of about eight rows: a 16-bit fingerprint and an 8-bit
 * log probability a row, for the orders below the highest also an 8-bit back-off weight. A fingerprint that meets a stranger's (about 8 in
 * 65,536 look-ups of absent n-grams) yields a wrong probability, never a failure; that is the price of a tenth of the size.
 */
export interface ContextModel {
  /** The place after two words, as token hashes, added to `places`; opened once for all the words that may follow. Returns its number. */
  open(places: Places, before2: number, before1: number): number;
  /** Natural-log probability of a word (a token hash) in that place. */
  logProbability(places: Places, place: number, word: number): number;
  /** Whether the word is in the vocabulary. */
  knows(word: number): boolean;
}

/** Places in a text as the context model sees them, in columns: a document has tens of thousands. */
export class Places {
  count = 0;
  before1: Int32Array = new Int32Array(1024);
  /** Key of the two words before, and whether (1) the model has them: only then can it have a trigram that begins with them. */
  key: Int32Array = new Int32Array(1024);
  known: Uint8Array = new Uint8Array(1024);
  /** Natural-log back-off weights of the two words before, and of the last alone; NaN where not yet looked up. */
  backoff2: Float64Array = new Float64Array(1024);
  backoff1: Float64Array = new Float64Array(1024);

  add(before1: number, key: number, known: boolean, backoff2: number, backoff1: number): number {
    const place = this.count++;
    if (place === this.key.length) this.widen();
    this.before1[place] = before1;
    this.key[place] = key;
    this.known[place] = known ? 1 : 0;
    this.backoff2[place] = backoff2;
    this.backoff1[place] = backoff1;
    return place;
  }

  private widen(): void {
    const room = this.key.length * 2;
    this.before1 = copyInto(new Int32Array(room), this.before1);
    this.key = copyInto(new Int32Array(room), this.key);
    this.known = copyInto(new Uint8Array(room), this.known);
    this.backoff2 = copyInto(new Float64Array(room), this.backoff2);
    this.backoff1 = copyInto(new Float64Array(room), this.backoff1);
  }
}

/** The wider array, begun with what the narrower one holds. */
export function copyInto<T extends Int32Array | Uint8Array | Float64Array>(wider: T, narrower: T): T {
  wider.set(narrower);
  return wider;
}

/** Hash that stands for the start and end of a sentence. */
export const BOUNDARY = 0x5ca1ab1e | 0;
/** Hash that stands for a comma, colon, bracket or dash between two words. */
export const PAUSE_TOKEN = 0x00c0ffee | 0;
/** Hash that stands for any number of three digits or more. */
export const NUMBER_TOKEN = 0x0ddba115 | 0;

/** Format number of the packed model. */
export const MODEL_FORMAT = 2;

/** Steps of the quantised natural logarithms: a byte b stands for -b / 12. */
export const LOG_STEP = 12;

/**
 * Header: format, then rows and buckets of the three tables, then the byte of an unknown word; each 32 bits, low byte first. After it the fingerprints of the
 * three tables, 16 bits each, low byte first; then, table by table, the sizes of its buckets, its log probabilities and, but for the last, its back-off weights.
 */
export const HEADER_WORDS = 8;

/** Rows per bucket, on average. */
export const BUCKET = 8;

/** Key of a bigram or trigram from the hashes of its words. The order of the words counts. */
export function bigramKey(before: number, word: number): number {
  return mix(Math.imul(before, 0x9e3779b1) ^ (Math.imul(word, 0x85ebca6b) + 0x27d4eb2f));
}

/** Key of a trigram from the key of its first two words. */
export function trigramKey(beforeKey: number, word: number): number {
  return mix(Math.imul(beforeKey, 0xc2b2ae35) ^ (Math.imul(word, 0x27d4eb2f) + 0x165667b1));
}

/** Key of a unigram. */
export function unigramKey(word: number): number {
  return mix(word ^ 0x3c6ef372);
}

function mix(hash: number): number {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x7feb352d);
  h = Math.imul(h ^ (h >>> 15), 0x846ca68b);
  return h ^ (h >>> 16);
}

/** Fingerprint of a key: what tells it from the others of its bucket. */
export function fingerprintOf(key: number): number {
  return key & 0xffff;
}

/** Bucket of a key among `buckets`; independent of the fingerprint's bits. */
export function bucketOf(key: number, buckets: number): number {
  return ((Math.imul(key, 0x9e3779b1) >>> 0) * buckets) / 4294967296 >>> 0;
}

/** One order of n-grams: rows sorted by bucket, found by their fingerprint within it. */
class Table {
  private readonly ends: Uint32Array;
  private readonly prints: Uint16Array;
  private readonly logs: Uint8Array;
  private readonly backoffs: Uint8Array | undefined;

  constructor(sizes: Uint8Array, prints: Uint16Array, logs: Uint8Array, backoffs?: Uint8Array) {
    this.ends = new Uint32Array(sizes.length + 1);
    for (let i = 0; i < sizes.length; i++) this.ends[i + 1] = this.ends[i]! + sizes[i]!;
    this.prints = prints;
    this.logs = logs;
    this.backoffs = backoffs;
  }

  /** Row of the key, or -1. */
  find(key: number): number {
    const { ends, prints } = this;
    const bucket = bucketOf(key, ends.length - 1);
    const print = fingerprintOf(key);
    for (let row = ends[bucket]!; row < ends[bucket + 1]!; row++) if (prints[row] === print) return row;
    return -1;
  }

  log(row: number): number {
    return -this.logs[row]! / LOG_STEP;
  }

  backoff(row: number): number {
    return -this.backoffs![row]! / LOG_STEP;
  }
}

/** Reads a packed model: bytes as built, or base64 of them. Looks at the bytes in place where the machine's byte order and alignment allow. */
export function readModel(packed: Uint8Array | string): ContextModel {
  const bytes = typeof packed === 'string' ? fromBase64(packed) : packed;
  const header = new DataView(bytes.buffer, bytes.byteOffset);
  const word = (i: number): number => header.getUint32(i * 4, true);
  if (bytes.length < HEADER_WORDS * 4 || word(0) !== MODEL_FORMAT) {
    throw new Error(`got a context model of format ${bytes.length < 4 ? 'nothing' : word(0)}, expected ${MODEL_FORMAT}; run "npm run build:model"`);
  }
  const unknown = -word(7) / LOG_STEP;
  let at = HEADER_WORDS * 4;
  const take = (length: number): Uint8Array => bytes.subarray(at, (at += length));
  const rows = [1, 2, 3].map((order) => word(order * 2 - 1));
  const prints = rows.map((count) => sixteenBits(take(count * 2)));
  const [unigrams, bigrams, trigrams] = rows.map((count, i) => {
    const sizes = take(word(i * 2 + 2));
    return new Table(sizes, prints[i]!, take(count), i < 2 ? take(count) : undefined);
  }) as [Table, Table, Table];
  return { open, logProbability, knows: (hash) => unigrams.find(unigramKey(hash)) >= 0 };

  function open(places: Places, before2: number, before1: number): number {
    const key = bigramKey(before2, before1);
    const pair = bigrams.find(key);
    return places.add(before1, key, pair >= 0, pair >= 0 ? bigrams.backoff(pair) : 0, NaN);
  }

  function logProbability(places: Places, place: number, hash: number): number {
    if (places.known[place] === 1) {
      const trigram = trigrams.find(trigramKey(places.key[place]!, hash));
      if (trigram >= 0) return trigrams.log(trigram);
    }
    const before1 = places.before1[place]!;
    const bigram = bigrams.find(bigramKey(before1, hash));
    if (bigram >= 0) return places.backoff2[place]! + bigrams.log(bigram);
    let backoff1 = places.backoff1[place]!;
    if (Number.isNaN(backoff1)) {
      const single = unigrams.find(unigramKey(before1));
      backoff1 = places.backoff1[place] = single >= 0 ? unigrams.backoff(single) : 0;
    }
    const unigram = unigrams.find(unigramKey(hash));
    return places.backoff2[place]! + backoff1 + (unigram >= 0 ? unigrams.log(unigram) : unknown);
  }
}

const LOW_BYTE_FIRST = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

/** The 16-bit numbers, low byte first. */
function sixteenBits(bytes: Uint8Array): Uint16Array {
  if (LOW_BYTE_FIRST && bytes.byteOffset % 2 === 0) return new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.length >> 1);
  const numbers = new Uint16Array(bytes.length >> 1);
  for (let i = 0; i < numbers.length; i++) numbers[i] = bytes[2 * i]! | (bytes[2 * i + 1]! << 8);
  return numbers;
}
