import { rowOf, shareOf, type EntryRow, type EntryTable } from './tables.js';

/** The ways in which observed phrases can have come about, as parallel arrays. */
export interface Pairs {
  readonly entry: Int32Array;
  /** Probability that a spinner which meets the head pastes this variant; what the variants of a head lack to 1 is the chance that it stays. */
  readonly share: Float32Array;
}

/** The entries by their phrases. */
export interface PairIndex {
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
}

const SHARES = Float32Array.from({ length: 32 }, (_, byte) => shareOf(byte));
/** A spinner leaves a head now and then, whatever the shares of its variants add up to. */
const MOST_REPLACED = 0.98;

/** Indexes the entries that `keep` lets through; all without it. */
export function indexPairs(entries: EntryTable, phraseCount: number, keep?: (row: EntryRow) => boolean): PairIndex {
  const { count, head, variants, shares } = entries;
  const { start, values } = variants;
  const kept = new Uint8Array(count).fill(1);
  if (keep) for (let entry = 0; entry < count; entry++) kept[entry] = Number(keep(rowOf(entries, entry)));
  const skipped = skippedPairs(entries, phraseCount, kept);
  const pairStart = new Int32Array(phraseCount + 1);
  const headStart = new Int32Array(phraseCount + 1);
  for (let at = 0; at < values.length; at++) pairStart[values[at]! + 1]! += skipped === undefined ? 1 : 1 - skipped[at]!;
  for (let entry = 0; entry < count; entry++) headStart[head[entry]! + 1]! += kept[entry]!;
  for (let phrase = 0; phrase < phraseCount; phrase++) {
    pairStart[phrase + 1]! += pairStart[phrase]!;
    headStart[phrase + 1]! += headStart[phrase]!;
  }
  const pairs = { entry: new Int32Array(pairStart[phraseCount]!), share: new Float32Array(pairStart[phraseCount]!) };
  const headEntries = new Int32Array(headStart[phraseCount]!);
  const replaced = new Float32Array(phraseCount);
  const nextPair = pairStart.slice();
  const nextHead = headStart.slice();
  for (let entry = 0; entry < count; entry++) {
    if (kept[entry] === 0) continue;
    const own = head[entry]!;
    headEntries[nextHead[own]!++] = entry;
    let sum = 0;
    for (let at = start[entry]!; at < start[entry + 1]!; at++) {
      const share = SHARES[shares[at]!]!;
      sum += share;
      if (skipped !== undefined && skipped[at] === 1) continue;
      const row = nextPair[values[at]!]!++;
      pairs.entry[row] = entry;
      pairs.share[row] = share;
    }
    if (sum > replaced[own]!) replaced[own] = Math.min(MOST_REPLACED, sum);
  }
  return { pairStart, pairs, headStart, headEntries, replaced, blockers: blockersOf(entries, kept) };
}

/**
 * Which variants do not count (1), beside `variants.values`; undefined where all do. Left out are those of entries switched off, and built-in ones
 * whose form a user's dictionary lists: there it alone decides what the form stands for.
 */
function skippedPairs({ count, own, variants: { start, values } }: EntryTable, phraseCount: number, kept: Uint8Array): Uint8Array | undefined {
  if (!own.includes(1) && !kept.includes(0)) return undefined;
  const ownForms = new Uint8Array(phraseCount);
  for (let entry = 0; entry < count; entry++) {
    if (own[entry] === 1 && kept[entry] === 1) for (let at = start[entry]!; at < start[entry + 1]!; at++) ownForms[values[at]!] = 1;
  }
  const skipped = new Uint8Array(values.length);
  for (let entry = 0; entry < count; entry++) {
    for (let at = start[entry]!; at < start[entry + 1]!; at++) {
      skipped[at] = kept[entry] === 0 || (own[entry] === 0 && ownForms[values[at]!] === 1) ? 1 : 0;
    }
  }
  return skipped;
}

function blockersOf({ unless }: EntryTable, kept: Uint8Array): Map<number, number[]> {
  const blockers = new Map<number, number[]>();
  for (const [entry, phrases] of unless) {
    if (kept[entry] === 0) continue;
    for (const phrase of phrases) blockers.set(phrase, [...(blockers.get(phrase) ?? []), entry]);
  }
  return blockers;
}
