import { EDIT_TYPES, PARTS_OF_SPEECH, type Entry } from './entry.js';
import { inflections } from '../text/grammar.js';
import { fold } from '../text/tokenize.js';
import { listsOf } from './lists.js';
import { phraseParts, type PhraseParts } from './phrase.js';
import { entryTable, rateByte, shareByte, type EntryRow, type LexiconTables } from './tables.js';
import { wordTable } from './words.js';

/** How often phrases stand in clean news: `count` of each among `total` words (see tools/build-model). */
export interface PhraseCounts {
  readonly total: number;
  readonly count: ReadonlyMap<string, number>;
}

/** On how many spun pages a pair was seen; the key is the folded head, a tab and the folded variant (see tools/count-seen). */
export type SeenPairs = ReadonlyMap<string, number>;

/** An entry, and whether a user wrote it. */
export type Source = Entry & { readonly own?: boolean };

/**
 * Compiles entries to lexicon tables. The result depends on the entries alone, not on their order: entries of one head in one
 * family are merged, variants in the order of first mention, and everything is sorted.
 */
export function compile(sources: readonly Source[], counts: PhraseCounts = { total: 1, count: new Map() }, seen: SeenPairs = new Map()): LexiconTables {
  const entries = merge(sources.flatMap(withInflections));
  const parts = new Map<string, PhraseParts>();
  for (const entry of entries) {
    for (const phrase of [entry.intended, ...entry.observed, ...entry.unless]) if (!parts.has(phrase)) parts.set(phrase, phraseParts(phrase));
  }
  const words = [...new Set([...parts.values()].flatMap(({ words: list }) => list))].sort(byCodeUnit);
  const numbers = new Map(words.map((word, id) => [word, id]));
  const phrases = [...parts]
    .map(([text, part]) => ({ text, part, ids: part.words.map((word) => numbers.get(word)!) }))
    .sort((a, b) => Number(b.part.plain) - Number(a.part.plain) || (a.part.plain ? byNumbers(a.ids, b.ids) : 0) || byCodeUnit(a.text, b.text));
  const order = new Map(phrases.map(({ text }, id) => [text, id]));
  const families = [...new Set(entries.map(({ family }) => family))].sort(byCodeUnit);
  const topics = [...new Set(entries.map(({ topic }) => topic))].sort(byCodeUnit);
  const rows = entries.map((entry): EntryRow => ({
    ...ranked(entry, seen, order),
    family: families.indexOf(entry.family),
    topic: topics.indexOf(entry.topic),
    type: EDIT_TYPES.indexOf(entry.type),
    head: order.get(entry.intended)!,
    unless: entry.unless.map((phrase) => order.get(phrase)!),
    pos: entry.pos ? PARTS_OF_SPEECH.indexOf(entry.pos) + 1 : 0,
    own: entry.own === true,
  }));
  rows.sort((a, b) => a.head - b.head || a.family - b.family || a.topic - b.topic);
  const cased = phrases.map(({ part }) => !part.plain || part.shapes.length > 0);
  return {
    families,
    topics,
    words: wordTable(words),
    phrases: listsOf(phrases.map(({ ids }) => ids)),
    shapes: Uint8Array.from(phrases.flatMap(({ part, ids }) => (part.plain && part.shapes.length > 0 ? part.shapes : ids.map(() => 0)))),
    cased: Uint8Array.from(cased, Number),
    odd: phrases.filter(({ part }) => !part.plain).map(({ text }) => text),
    rates: Uint8Array.from(phrases, ({ text }) => rateByte(counts.count.get(text) ?? 0, counts.total)),
    entries: entryTable(rows),
  };
}

/** Weight, beside pages seen, of a variant that an author listed first; each later one weighs three quarters of the one before. */
const LISTED = 0.02;
/** The same for the long form, which its author tried on an example and a counter-example. */
const LISTED_LONG = 0.5;
/** The same for a variant that a user listed, who has reason to. */
const LISTED_BY_USER = 2;
/** Weight of the chance that the spinner leaves the head, or has a variant we do not know. */
const UNKNOWN = 1.2;

/**
 * Variants with their shares, commonest first. A pair seen on spun pages is some seventy times as likely to be met as one that an author only thought of
 * (measured on pages set aside), so pages seen count in full and an author's listing counts as an eighth of a page.
 */
function ranked(entry: Source, seen: SeenPairs, order: ReadonlyMap<string, number>): Pick<EntryRow, 'variants' | 'shares'> {
  const listed = entry.own ? LISTED_BY_USER : entry.long ? LISTED_LONG : LISTED;
  const weighed = entry.observed.map((variant, rank) => ({
    variant: order.get(variant)!,
    weight: (seen.get(`${fold(entry.intended)}\t${fold(variant)}`) ?? 0) + listed * 0.75 ** rank,
  }));
  weighed.sort((a, b) => b.weight - a.weight);
  const total = weighed.reduce((sum, { weight }) => sum + weight, UNKNOWN);
  return { variants: weighed.map(({ variant }) => variant), shares: weighed.map(({ weight }) => shareByte(weight / total)) };
}

/** An entry and, where it asks for them, the entries of its regular inflections. */
function withInflections(entry: Source): Source[] {
  const { inflect } = entry;
  if (!inflect) return [entry];
  const byHead = new Map<string, string[]>();
  for (const variant of entry.observed) {
    for (const { observed, intended } of inflections(variant, entry.intended, inflect)) byHead.set(intended, [...(byHead.get(intended) ?? []), observed]);
  }
  return [entry, ...[...byHead].map(([intended, observed]) => ({ ...entry, intended, observed: [...new Set(observed)].filter((form) => form !== intended), unless: [] }))];
}

/** One entry per family and head: the first one's topic and type, all variants. A user's entry replaces built-in ones. */
function merge(sources: readonly Source[]): Source[] {
  const byHead = new Map<string, Source>();
  for (const source of sources) {
    const key = `${source.family}\n${source.intended}`;
    const before = byHead.get(key);
    if (!before || (source.own && !before.own)) byHead.set(key, source);
    else if (before.own === source.own) {
      const long = before.long || !source.long ? before : source;
      byHead.set(key, {
        ...long,
        observed: [...new Set([...before.observed, ...source.observed])],
        unless: [...new Set([...before.unless, ...source.unless])],
      });
    }
  }
  return [...byHead.values()];
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function byNumbers(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < a.length && i < b.length; i++) if (a[i] !== b[i]) return a[i]! - b[i]!;
  return a.length - b.length;
}
