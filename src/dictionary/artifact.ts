import { NumberWriter, decodeDigits, encodeDigits, fromBase64, readNumbers, toBase64 } from './bytes.js';
import type { Lists } from './lists.js';
import type { EntryTable, LexiconTables } from './tables.js';
import { frontCode, unfrontCode } from './words.js';

/** The compiled dictionary as it is packaged: text for what compresses as text, base64 for numbers. */
export interface Artifact {
  /** Format number; a reader refuses any other. */
  readonly format: number;
  readonly families: readonly string[];
  readonly topics: readonly string[];
  /** Number of words, of their code units, and of the words of all phrases together. */
  readonly sizes: readonly [words: number, units: number, phraseWords: number];
  /** Sorted words, front-coded, one a line. */
  readonly words: string;
  readonly odd: readonly string[];
  readonly phrases: string;
  readonly rates: string;
  readonly entries: string;
  /** The variants of all entries in turn, as 16-bit phrase numbers, low byte first. */
  readonly variants: string;
  /** Their share bytes, a digit each. */
  readonly shares: string;
}

export const ARTIFACT_FORMAT = 2;

/** Words that a phrase can share with the one before: four bits. */
const MOST_SHARED = 15;

/** Packs lexicon tables. */
export function encodeArtifact(tables: LexiconTables): Artifact {
  return {
    format: ARTIFACT_FORMAT,
    families: tables.families,
    topics: tables.topics,
    sizes: [tables.words.start.length - 1, tables.words.units.length, tables.phrases.values.length],
    words: frontCode(tables.words),
    odd: tables.odd,
    phrases: encodePhrases(tables),
    rates: encodeDigits(tables.rates),
    entries: encodeEntries(tables.entries),
    variants: toBase64(encodeVariants(tables.entries.variants)),
    shares: encodeDigits(tables.entries.shares),
  };
}

/** Unpacks what {@link encodeArtifact} packed. */
export function decodeArtifact(artifact: Artifact): LexiconTables {
  if (artifact.format !== ARTIFACT_FORMAT) {
    throw new Error(`got a compiled dictionary of format ${artifact.format}, expected ${ARTIFACT_FORMAT}; run "npm run build:dictionary"`);
  }
  const rates = decodeDigits(artifact.rates);
  return {
    families: artifact.families,
    topics: artifact.topics,
    words: unfrontCode(artifact.words, artifact.sizes[0], artifact.sizes[1]),
    odd: artifact.odd,
    rates,
    ...decodePhrases(readNumbers(artifact.phrases), rates.length, artifact.odd.length, artifact.sizes[2]),
    entries: decodeEntries(readNumbers(artifact.entries), fromBase64(artifact.variants), decodeDigits(artifact.shares)),
  };
}

/**
 * Per phrase: words shared with the one before and words of its own in one number, with a bit for cased ones; its own words, the first as a difference
 * where words are shared and plain phrases, which are sorted, follow each other; the shapes of cased plain ones.
 */
function encodePhrases({ phrases: { start, values }, shapes, cased, odd }: LexiconTables): string {
  const writer = new NumberWriter();
  const count = start.length - 1;
  const plain = count - odd.length;
  for (let phrase = 0; phrase < count; phrase++) {
    const own = values.subarray(start[phrase], start[phrase + 1]);
    const before = phrase === 0 || phrase >= plain ? own.subarray(0, 0) : values.subarray(start[phrase - 1], start[phrase]);
    let shared = 0;
    while (shared < MOST_SHARED && shared < own.length && shared < before.length && own[shared] === before[shared]) shared++;
    writer.number((((own.length - shared) << 4) | shared) * 2 + cased[phrase]!);
    for (let i = shared; i < own.length; i++) writer.number(i === shared && before.length > shared ? own[i]! - before[shared]! : own[i]!);
    if (cased[phrase] === 1 && phrase < plain) for (let at = start[phrase]!; at < start[phrase + 1]!; at++) writer.number(shapes[at]!);
  }
  return writer.finish();
}

function decodePhrases(numbers: Int32Array, count: number, odd: number, total: number): Pick<LexiconTables, 'phrases' | 'shapes' | 'cased'> {
  const plain = count - odd;
  const start = new Int32Array(count + 1);
  const cased = new Uint8Array(count);
  const values = new Int32Array(total);
  const shapes = new Uint8Array(total);
  let to = 0;
  for (let phrase = 0, next = 0; phrase < count; phrase++) {
    const before = phrase === 0 ? 0 : start[phrase - 1]!;
    const beforeLength = phrase === 0 || phrase >= plain ? 0 : to - before;
    const head = numbers[next++]!;
    const shared = (head >> 1) & 15;
    const length = shared + (head >> 5);
    const from = to;
    for (let i = 0; i < shared; i++) values[to++] = values[before + i]!;
    for (let i = shared; i < length; i++) values[to++] = numbers[next++]! + (i === shared && beforeLength > shared ? values[before + shared]! : 0);
    cased[phrase] = head & 1;
    if ((head & 1) === 1 && phrase < plain) for (let i = 0; i < length; i++) shapes[from + i] = numbers[next++]!;
    start[phrase] = from;
    start[phrase + 1] = to;
  }
  return { phrases: { start, values }, shapes, cased };
}

/** Entries that have a part of speech or an `unless` carry a flag and both; the others neither. */
function encodeEntries({ count, family, topic, type, pos, head, variants, unless }: EntryTable): string {
  const writer = new NumberWriter();
  writer.number(count);
  for (let entry = 0; entry < count; entry++) {
    writer.number(head[entry]! - (entry === 0 ? 0 : head[entry - 1]!));
    const blocking = unless.get(entry) ?? [];
    const special = blocking.length > 0 || pos[entry]! > 0;
    writer.number((variants.start[entry + 1]! - variants.start[entry]!) * 2 + Number(special));
    writer.number(type[entry]! + 16 * (family[entry]! + 16 * topic[entry]!));
    if (special) for (const number of [pos[entry]!, blocking.length, ...blocking]) writer.number(number);
  }
  return writer.finish();
}

function decodeEntries(numbers: Int32Array, variantBytes: Uint8Array, shares: Uint8Array): EntryTable {
  const count = numbers[0]!;
  const family = new Uint16Array(count);
  const topic = new Uint16Array(count);
  const type = new Uint8Array(count);
  const pos = new Uint8Array(count);
  const head = new Int32Array(count);
  const start = new Int32Array(count + 1);
  const unless = new Map<number, readonly number[]>();
  for (let entry = 0, next = 1, phrase = 0; entry < count; entry++) {
    head[entry] = phrase += numbers[next++]!;
    const size = numbers[next++]!;
    const kind = numbers[next++]!;
    start[entry + 1] = start[entry]! + (size >> 1);
    type[entry] = kind & 15;
    family[entry] = (kind >> 4) & 15;
    topic[entry] = kind >> 8;
    if ((size & 1) === 0) continue;
    pos[entry] = numbers[next++]!;
    const blocking = numbers[next++]!;
    if (blocking > 0) unless.set(entry, Array.from(numbers.subarray(next, next + blocking)));
    next += blocking;
  }
  const values = new Int32Array(start[count]!);
  for (let at = 0; at < values.length; at++) values[at] = variantBytes[2 * at]! | (variantBytes[2 * at + 1]! << 8);
  const variants = { start, values };
  return { count, family, topic, type, pos, own: new Uint8Array(count), head, variants, shares, unless };
}

function encodeVariants({ values }: Lists): Uint8Array {
  if (values.some((variant) => variant > 65535)) throw new Error('more than 65,536 phrases: widen the variants of the artifact');
  return Uint8Array.from({ length: values.length * 2 }, (_, i) => (values[i >> 1]! >> ((i & 1) * 8)) & 255);
}
