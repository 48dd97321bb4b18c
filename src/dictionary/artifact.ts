import { NumberReader, NumberWriter, decodeDigits, encodeDigits, fromBase64, toBase64 } from './bytes.js';
import type { EntryRow, LexiconTables } from './lexicon.js';

/** The compiled dictionary as it is packaged: text for what compresses as text, base64 for numbers. */
export interface Artifact {
  /** Format number; a reader refuses any other. */
  readonly format: number;
  readonly families: readonly string[];
  readonly topics: readonly string[];
  /** Sorted words, front-coded: a letter for the count of leading letters shared with the word before, then the rest; one a line. */
  readonly words: string;
  readonly odd: readonly string[];
  readonly phrases: string;
  readonly rates: string;
  readonly entries: string;
  /** The variants of all entries in turn, as 16-bit phrase numbers, low byte first. */
  readonly variants: string;
  /** Their share bytes, a digit each; those of one entry never fall, so the differences are packed. */
  readonly shares: string;
}

export const ARTIFACT_FORMAT = 1;

/** Packs lexicon tables. */
export function encodeArtifact(tables: LexiconTables): Artifact {
  return {
    format: ARTIFACT_FORMAT,
    families: tables.families,
    topics: tables.topics,
    words: frontCode(tables.words),
    odd: tables.odd,
    phrases: encodePhrases(tables),
    rates: encodeDigits(tables.rates),
    entries: encodeEntries(tables.entries),
    variants: toBase64(encodeVariants(tables.entries)),
    shares: encodeShares(tables.entries),
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
    words: unfrontCode(artifact.words),
    odd: artifact.odd,
    rates,
    ...decodePhrases(new NumberReader(artifact.phrases), rates.length - artifact.odd.length),
    entries: decodeEntries(new NumberReader(artifact.entries), fromBase64(artifact.variants), new NumberReader(artifact.shares)),
  };
}

const FIRST = 65;

function frontCode(words: readonly string[]): string {
  let before = '';
  return words
    .map((word) => {
      let shared = 0;
      while (shared < 57 && shared < before.length && word[shared] === before[shared]) shared++;
      before = word;
      return String.fromCharCode(FIRST + shared) + word.slice(shared);
    })
    .join('\n');
}

function unfrontCode(coded: string): string[] {
  let before = '';
  return coded === '' ? [] : coded.split('\n').map((line) => (before = before.slice(0, line.charCodeAt(0) - FIRST) + line.slice(1)));
}

/** Per phrase: words shared with the one before and words of its own in one number, the first own word as a difference, shapes if cased. */
function encodePhrases({ phrases, shapes }: LexiconTables): string {
  const writer = new NumberWriter();
  let before: readonly number[] = [];
  phrases.forEach((ids, phrase) => {
    let shared = 0;
    while (shared < ids.length && shared < before.length && ids[shared] === before[shared]) shared++;
    const cased = shapes.get(phrase);
    writer.number((((ids.length - shared) << 4) | shared) * 2 + (cased ? 1 : 0));
    for (let i = shared; i < ids.length; i++) writer.number(i === shared && before.length > shared ? ids[i]! - before[shared]! : ids[i]!);
    if (cased) for (const shape of cased) writer.number(shape);
    before = ids;
  });
  return writer.finish();
}

function decodePhrases(reader: NumberReader, count: number): Pick<LexiconTables, 'phrases' | 'shapes'> {
  const phrases: number[][] = new Array(count);
  const shapes = new Map<number, number[]>();
  let before: number[] = [];
  for (let phrase = 0; phrase < count; phrase++) {
    const head = reader.number();
    const shared = (head >> 1) & 15;
    const length = shared + (head >> 5);
    const ids: number[] = new Array(length);
    for (let i = 0; i < shared; i++) ids[i] = before[i]!;
    for (let i = shared; i < length; i++) ids[i] = reader.number() + (i === shared && before.length > shared ? before[shared]! : 0);
    if ((head & 1) === 1) shapes.set(phrase, Array.from(ids, () => reader.number()));
    phrases[phrase] = ids;
    before = ids;
  }
  return { phrases, shapes };
}

function encodeEntries(entries: readonly EntryRow[]): string {
  const writer = new NumberWriter();
  writer.number(entries.length);
  let head = 0;
  for (const row of entries) {
    writer.number(row.head - head);
    head = row.head;
    writer.number(row.variants.length * 2 + (row.unless.length > 0 || row.pos > 0 ? 1 : 0));
    writer.number(row.type + 16 * (row.family + 16 * row.topic));
    if (row.unless.length > 0 || row.pos > 0) {
      writer.number(row.pos);
      writer.number(row.unless.length);
      for (const phrase of row.unless) writer.number(phrase);
    }
  }
  return writer.finish();
}

function encodeVariants(entries: readonly EntryRow[]): Uint8Array {
  const numbers = Uint16Array.from(entries.flatMap((row) => row.variants));
  if (entries.some((row) => row.variants.some((variant) => variant > 65535))) throw new Error('more than 65,536 phrases: widen the variants of the artifact');
  return Uint8Array.from({ length: numbers.length * 2 }, (_, i) => (numbers[i >> 1]! >> ((i & 1) * 8)) & 255);
}

function encodeShares(entries: readonly EntryRow[]): string {
  const writer = new NumberWriter();
  for (const { shares } of entries) shares.forEach((share, rank) => writer.number(rank === 0 ? share : share - shares[rank - 1]!));
  return writer.finish();
}

function decodeEntries(reader: NumberReader, numbers: Uint8Array, shareReader: NumberReader): EntryRow[] {
  let next = 0;
  const entries: EntryRow[] = new Array(reader.number());
  let head = 0;
  for (let i = 0; i < entries.length; i++) {
    head += reader.number();
    const count = reader.number();
    const kind = reader.number();
    const variants: number[] = new Array(count >> 1);
    for (let rank = 0; rank < variants.length; rank++, next += 2) variants[rank] = numbers[next]! | (numbers[next + 1]! << 8);
    const shares: number[] = new Array(variants.length);
    for (let rank = 0; rank < shares.length; rank++) shares[rank] = shareReader.number() + (rank === 0 ? 0 : shares[rank - 1]!);
    let pos = 0;
    let unless: number[] = [];
    if ((count & 1) === 1) {
      pos = reader.number();
      unless = Array.from({ length: reader.number() }, () => reader.number());
    }
    entries[i] = { family: (kind >> 4) & 15, topic: kind >> 8, type: kind & 15, head, variants, shares, unless, pos, own: false };
  }
  return entries;
}
