import { dictionary as artifact } from '#lazy';
import { decodeArtifact } from './artifact.js';
import { compile, type PhraseCounts } from './compile.js';
import { EDIT_TYPES, PARTS_OF_SPEECH, type DictionaryFile, type Entry } from './entry.js';
import { extendTables, findPhrase } from './extend.js';
import { buildLexicon, type Lexicon } from './lexicon.js';
import { phraseParts } from './phrase.js';
import { DictionaryError, readEntries } from './read.js';
import { rowsOf, type LexiconTables } from './tables.js';

/** A set of entries, checked. Make one with {@link loadDictionary}; {@link builtin} is the packaged one. */
export interface Dictionary {
  /** In the order of the sources. */
  readonly entries: readonly Entry[];
}

/** A text to load: YAML or JSON, with the file name that errors should show. */
export interface NamedText {
  /** Name for messages; nothing is read from it. */
  readonly file: string;
  /** YAML or JSON. */
  readonly text: string;
}

/** What {@link loadDictionary} reads: YAML or JSON text, a named text, or the same as an object; one or several. */
export type DictionarySource = string | NamedText | DictionaryFile | readonly (string | NamedText | DictionaryFile)[];

/**
 * Loads a dictionary from YAML or JSON text or from an object of the same shape (see dictionaries/README.md).
 *
 * @throws {DictionaryError} listing every problem with file and line, when anything in it is wrong.
 * @throws {TypeError} when the source is none of the accepted shapes.
 */
export function loadDictionary(source: DictionarySource): Dictionary {
  const list = Array.isArray(source) ? (source as (string | NamedText | DictionaryFile)[]) : [source as string | NamedText | DictionaryFile];
  const read = list.map((item, i) => {
    const { file, text } = named(item, list.length === 1 ? 'dictionary' : `dictionary[${i}]`);
    return readEntries(text, file);
  });
  const problems = read.flatMap(({ problems: found }) => found).filter(({ severity }) => severity === 'error');
  if (problems.length > 0) throw new DictionaryError(problems);
  return Object.freeze({ entries: Object.freeze(read.flatMap(({ entries }) => entries)) });
}

function named(source: unknown, name: string): NamedText {
  if (typeof source === 'string') return { file: name, text: source };
  if (typeof source !== 'object' || source === null) {
    throw new TypeError(`got ${source === null ? 'null' : typeof source} as a dictionary, expected YAML or JSON text or an object with family, topic and entries`);
  }
  if ('text' in source && 'file' in source && typeof source.text === 'string') return { file: String(source.file), text: source.text };
  return { file: name, text: JSON.stringify(source, null, 1) };
}

/** The packaged dictionary. Its entries carry no examples and notes: those stay in the source files. */
export const builtin: Dictionary = Object.freeze({
  get entries(): readonly Entry[] {
    return builtinEntries();
  },
});

let tables: LexiconTables | undefined;
let lexicon: Lexicon | undefined;

/** Tables of the packaged dictionary, unpacked at the first call. */
export function builtinTables(): LexiconTables {
  return (tables ??= decodeArtifact(artifact()));
}

/** Lexicon of the packaged dictionary, built at the first call; restorers share it, for nothing ever changes it. */
export function builtinLexicon(): Lexicon {
  return (lexicon ??= buildLexicon(builtinTables()));
}

/** The lexicon of the given dictionaries; without any, of the packaged one. */
export function lexiconOf(dictionaries: readonly Dictionary[] | undefined, keep?: (family: string, topic: string, head: () => string) => boolean): Lexicon {
  const own = (dictionaries ?? []).filter((dictionary) => dictionary !== builtin);
  if (own.length === 0 && !keep) return dictionaries?.length === 0 ? buildLexicon(compile([])) : builtinLexicon();
  const packaged = dictionaries === undefined || dictionaries.includes(builtin);
  const chosen = tablesOf(own, packaged);
  const unfiltered = own.length === 0 && packaged ? builtinLexicon() : buildLexicon(chosen);
  if (!keep) return unfiltered;
  return buildLexicon(chosen, (row) => keep(chosen.families[row.family]!, chosen.topics[row.topic]!, () => unfiltered.textOf(row.head)));
}

/** Tables of a user's dictionaries, on top of the packaged ones or alone. */
function tablesOf(own: readonly Dictionary[], packaged: boolean): LexiconTables {
  if (own.length === 0) return packaged ? builtinTables() : compile([]);
  const entries = own.flatMap((dictionary) => dictionary.entries.map((entry) => ({ ...entry, own: true })));
  const compiled = compile(entries, packagedCounts(entries));
  return packaged ? extendTables(builtinTables(), builtinLexicon(), compiled) : compiled;
}

/** Counts of the phrases that the packaged dictionary knows too, so that a user's entry knows how common they are. */
function packagedCounts(entries: readonly Entry[]): PhraseCounts {
  const lexicon = builtinLexicon();
  const total = 1e9;
  const count = new Map<string, number>();
  for (const text of entries.flatMap(({ intended, observed, unless }) => [intended, ...observed, ...unless])) {
    const phrase = findPhrase(lexicon, text, phraseParts(text).words);
    if (phrase >= 0) count.set(text, lexicon.rates[phrase]! * total);
  }
  return { total, count };
}

function builtinEntries(): readonly Entry[] {
  const { families, topics, entries, textOf, idOf } = builtinLexicon();
  return rowsOf(entries).map((row, i): Entry => {
    const pos = PARTS_OF_SPEECH[row.pos - 1];
    return {
      id: idOf(i),
      family: families[row.family]!,
      topic: topics[row.topic]!,
      intended: textOf(row.head),
      observed: row.variants.map(textOf),
      type: EDIT_TYPES[row.type]!,
      unless: row.unless.map(textOf),
      ...(pos && { pos }),
      examples: [],
      allows: [],
      sources: [],
      long: false,
      where: 'built in',
    };
  });
}
