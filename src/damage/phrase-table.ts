import type { Lexicon } from '../dictionary/lexicon.js';
import { fold, hashWord } from '../text/tokenize.js';
import type { EditType } from '../types.js';

/** A wording of the dictionary that only translation makes, with what it stands for. */
export interface FixedPhrase {
  /** As written in the dictionary, with straight apostrophes. */
  readonly text: string;
  /** Number of its words. */
  readonly length: number;
  /** Found as it is written, capitals and all. */
  readonly cased: boolean;
  readonly replacement: string;
  readonly type: EditType;
  /** Id and topic of the dictionary entry. */
  readonly entry: string;
  readonly topic: string;
  /** Next to never met in clean news, or listed by the user, and of one reading. */
  readonly sure: boolean;
  /** Longer phrases, folded, in which it stays. */
  readonly unless: readonly string[];
}

/** Phrases ready to be found. */
export interface PhraseTable {
  /** By the hash of their first word, longest first. */
  readonly byFirst: ReadonlyMap<number, readonly FixedPhrase[]>;
  /** 1 at the low bits of those hashes: most words of a text are turned away here. */
  readonly gate: Uint8Array;
}

/** Occurrences per word of clean news that are taken for slips: four in forty million. */
const SLIPS = 1e-7;
const GATE = 1 << 15;

/** Place of a hash in the gate. */
export function gateOf(hash: number): number {
  return (hash ^ (hash >>> 15)) & (GATE - 1);
}

/** The observed phrases of one family. All that the detectors ask of the lexicon they ask here. */
export function phraseTable(lexicon: Lexicon, family: string): PhraseTable {
  const number = lexicon.families.indexOf(family);
  const table = new Map<number, FixedPhrase[]>();
  const unless = number < 0 ? undefined : blockersByEntry(lexicon);
  for (let phrase = 0; unless && phrase < lexicon.phraseCount; phrase++) {
    const readings = readingsOf(lexicon, phrase, number);
    if (!readings) continue;
    const first = hashWord(fold(lexicon.wordsOf(phrase)[0]!));
    const list = table.get(first) ?? [];
    list.push(fixedPhrase(lexicon, phrase, readings, unless));
    table.set(first, list);
  }
  for (const list of table.values()) list.sort((a, b) => b.length - a.length || (a.text < b.text ? -1 : 1));
  const gate = new Uint8Array(GATE);
  for (const hash of table.keys()) gate[gateOf(hash)] = 1;
  return { byFirst: table, gate };
}

/** The entries of the family that list the phrase, likeliest first; undefined for none. */
function readingsOf({ pairStart, pairs, entries }: Lexicon, phrase: number, family: number): number[] | undefined {
  let rows: number[] | undefined;
  for (let at = pairStart[phrase]!; at < pairStart[phrase + 1]!; at++) {
    if (entries.family[pairs.entry[at]!] === family) (rows ??= []).push(at);
  }
  return rows?.sort((a, b) => pairs.share[b]! - pairs.share[a]! || a - b).map((at) => pairs.entry[at]!);
}

function fixedPhrase(
  lexicon: Lexicon, phrase: number, readings: readonly number[], unless: ReadonlyMap<number, readonly string[]>,
): FixedPhrase {
  const [entry] = readings as [number];
  const { entries, topics } = lexicon;
  const neverRight = lexicon.rates[phrase]! <= SLIPS || entries.own[entry] === 1;
  return {
    text: straight(lexicon.textOf(phrase)),
    length: lexicon.lengths[phrase]!,
    cased: lexicon.cased[phrase] === 1,
    replacement: lexicon.textOf(entries.head[entry]!),
    type: lexicon.typeOf(entry),
    entry: lexicon.idOf(entry),
    topic: topics[entries.topic[entry]!]!,
    sure: neverRight && readings.length === 1,
    unless: unless.get(entry) ?? [],
  };
}

function blockersByEntry({ blockers, textOf }: Lexicon): Map<number, string[]> {
  const byEntry = new Map<number, string[]>();
  for (const [phrase, entries] of blockers) {
    for (const entry of entries) byEntry.set(entry, [...(byEntry.get(entry) ?? []), straight(textOf(phrase)).toLowerCase()]);
  }
  return byEntry;
}

/** Straight apostrophes and plain blanks: the form in which phrases and texts are compared. */
export function straight(phrase: string): string {
  return phrase.replace(/[\u2019\u02bc]/g, "'").replace(/\u00a0/g, ' ');
}
