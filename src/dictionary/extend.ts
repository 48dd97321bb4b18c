import { hashWord } from '../text/tokenize.js';
import { countOf, listAt, listsOf } from './lists.js';
import { buildLexicon, findWord, type Lexicon } from './lexicon.js';
import { entryTable, rowOf, type EntryRow, type LexiconTables } from './tables.js';
import { findEdge } from './trie.js';
import { wordAt, wordTable } from './words.js';

/**
 * The tables of a base dictionary with a user's entries added, some milliseconds' work however large the base is. A user's entry replaces that of the base for
 * the same family and head; phrases that the base has keep its counts from clean news.
 */
export function extendTables(base: LexiconTables, baseLexicon: Lexicon, own: LexiconTables): LexiconTables {
  const ownLexicon = buildLexicon(own);
  const families = [...new Set([...base.families, ...own.families])];
  const topics = [...new Set([...base.topics, ...own.topics])];
  const words = extendWords(base, baseLexicon, own);
  const phrases = numberPhrases(base, baseLexicon, own, ownLexicon);
  const rows = ownRows(own, families, topics, phrases.ofOwn);
  const replaced = new Set(rows.map(({ family, head }) => `${family} ${head}`));
  const kept: EntryRow[] = [];
  for (let entry = 0; entry < base.entries.count; entry++) {
    const head = phrases.ofBase(base.entries.head[entry]!);
    if (!replaced.has(`${base.entries.family[entry]} ${head}`)) kept.push(renumbered(rowOf(base.entries, entry), phrases.ofBase));
  }
  const order = phrases.sources.map(({ tables, phrase }) => ({ tables, phrase, words: listAt(tables.phrases, phrase).map((word) => (tables === own ? words.ofOwn[word]! : word)) }));
  return {
    families,
    topics,
    words: words.table,
    phrases: listsOf(order.map((source) => source.words)),
    shapes: Uint8Array.from(order.flatMap(({ tables, phrase }) => Array.from(tables.shapes.subarray(tables.phrases.start[phrase], tables.phrases.start[phrase + 1])))),
    cased: Uint8Array.from(order, ({ tables, phrase }) => tables.cased[phrase]!),
    odd: [...base.odd, ...phrases.newOdd.map((phrase) => ownLexicon.textOf(phrase))],
    rates: Uint8Array.from(order, ({ tables, phrase }) => (tables === own ? 0 : tables.rates[phrase]!)),
    entries: entryTable([...kept, ...rows]),
  };
}

/** Number of the phrase of exactly this text, or -1. `words` are its folded words. */
export function findPhrase(lexicon: Lexicon, text: string, words: readonly string[]): number {
  let node = -1;
  for (let i = 0; i < words.length; i++) {
    const word = findWord(lexicon, hashWord(words[i]!));
    if (word < 0) return -1;
    node = i === 0 ? lexicon.roots[word]! : findEdge(lexicon, node, word);
    if (node < 0) return -1;
  }
  if (node < 0) return -1;
  for (let phrase = lexicon.phraseAt[node]!; phrase >= 0; phrase = lexicon.nextPhrase[phrase]!) if (lexicon.textOf(phrase) === text) return phrase;
  return -1;
}

/** The words of both, those of the base first, and the new numbers of the user's. */
function extendWords(base: LexiconTables, baseLexicon: Lexicon, own: LexiconTables): { table: LexiconTables['words']; ofOwn: number[] } {
  const fresh: string[] = [];
  const before = base.words.start.length - 1;
  const ofOwn = Array.from({ length: own.words.start.length - 1 }, (_, i) => {
    const word = wordAt(own.words, i);
    const known = findWord(baseLexicon, hashWord(word));
    return known >= 0 && wordAt(base.words, known) === word ? known : before + fresh.push(word) - 1;
  });
  const added = wordTable(fresh);
  const start = new Int32Array(before + 1 + fresh.length);
  start.set(base.words.start);
  start.set(added.start.map((at) => at + base.words.units.length), before);
  const units = new Uint16Array(base.words.units.length + added.units.length);
  units.set(base.words.units);
  units.set(added.units, base.words.units.length);
  return { table: { start, units }, ofOwn };
}

/** Numbers of the phrases of both: plain ones of the base, new plain ones, odd ones of the base, new odd ones. */
interface Numbering {
  readonly sources: readonly { readonly tables: LexiconTables; readonly phrase: number }[];
  readonly newOdd: readonly number[];
  ofBase(phrase: number): number;
  ofOwn(phrase: number): number;
}

function numberPhrases(base: LexiconTables, baseLexicon: Lexicon, own: LexiconTables, ownLexicon: Lexicon): Numbering {
  const basePlain = countOf(base.phrases) - base.odd.length;
  const ownPlain = countOf(own.phrases) - own.odd.length;
  const found = Array.from({ length: countOf(own.phrases) }, (_, phrase) => findPhrase(baseLexicon, ownLexicon.textOf(phrase), ownLexicon.wordsOf(phrase)));
  const fresh = found.flatMap((there, phrase) => (there < 0 ? [phrase] : []));
  const newPlain = fresh.filter((phrase) => phrase < ownPlain);
  const newOdd = fresh.filter((phrase) => phrase >= ownPlain);
  const ofBase = (phrase: number): number => (phrase < basePlain ? phrase : phrase + newPlain.length);
  const numbers = new Map<number, number>([
    ...newPlain.map((phrase, i) => [phrase, basePlain + i] as const),
    ...newOdd.map((phrase, i) => [phrase, countOf(base.phrases) + newPlain.length + i] as const),
  ]);
  const range = (from: number, to: number, tables: LexiconTables): { tables: LexiconTables; phrase: number }[] =>
    Array.from({ length: to - from }, (_, i) => ({ tables, phrase: from + i }));
  return {
    sources: [
      ...range(0, basePlain, base), ...newPlain.map((phrase) => ({ tables: own, phrase })),
      ...range(basePlain, countOf(base.phrases), base), ...newOdd.map((phrase) => ({ tables: own, phrase })),
    ],
    newOdd,
    ofBase,
    ofOwn: (phrase) => (found[phrase]! >= 0 ? ofBase(found[phrase]!) : numbers.get(phrase)!),
  };
}

function ownRows({ entries, families: ownFamilies, topics: ownTopics }: LexiconTables, families: readonly string[], topics: readonly string[], numberOf: (phrase: number) => number): EntryRow[] {
  return Array.from({ length: entries.count }, (_, entry) => {
    const row = renumbered(rowOf(entries, entry), numberOf);
    return { ...row, family: families.indexOf(ownFamilies[row.family]!), topic: topics.indexOf(ownTopics[row.topic]!) };
  });
}

function renumbered(row: EntryRow, numberOf: (phrase: number) => number): EntryRow {
  return { ...row, head: numberOf(row.head), variants: row.variants.map(numberOf), unless: row.unless.map(numberOf) };
}
