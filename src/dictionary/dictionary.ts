import artifact from '#dictionary';
import { decodeArtifact } from './artifact.js';
import { compile, type Source } from './compile.js';
import type { DictionaryFile, Entry } from './entry.js';
import { buildLexicon, type Lexicon } from './lexicon.js';
import { EDIT_TYPES, PARTS_OF_SPEECH } from './entry.js';
import { DictionaryError, readEntries } from './read.js';
import { rowOf, rowsOf, type LexiconTables } from './tables.js';

/** A set of entries, checked. Make one with {@link loadDictionary}; {@link builtin} is the packaged one. */
export interface Dictionary {
  readonly entries: readonly Entry[];
}

/** A text to load: YAML or JSON, with the file name that errors should show. */
export interface NamedText {
  readonly file: string;
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
  return (tables ??= decodeArtifact(artifact));
}

/** Lexicon of the packaged dictionary, built at the first call; restorers share it, for nothing ever changes it. */
export function builtinLexicon(): Lexicon {
  return (lexicon ??= buildLexicon(builtinTables()));
}

/** The lexicon of the given dictionaries; without any, of the packaged one. */
export function lexiconOf(dictionaries: readonly Dictionary[] | undefined, keep?: (family: string, topic: string, head: () => string) => boolean): Lexicon {
  const onlyBuiltin = dictionaries === undefined || (dictionaries.length === 1 && dictionaries[0] === builtin);
  if (onlyBuiltin && !keep) return builtinLexicon();
  const chosen = onlyBuiltin ? builtinTables() : compile(dictionaries.flatMap(sourcesOf), builtinCounts());
  const unfiltered = onlyBuiltin ? builtinLexicon() : buildLexicon(chosen);
  if (!keep) return unfiltered;
  return buildLexicon(chosen, (row) => keep(chosen.families[row.family]!, chosen.topics[row.topic]!, () => unfiltered.textOf(row.head)));
}

/** Packaged entries keep the shares that they were compiled to, for what was seen on spun pages is not known here any more. */
function sourcesOf(dictionary: Dictionary): Source[] {
  if (dictionary !== builtin) return dictionary.entries.map((entry) => ({ ...entry, own: true }));
  return builtinEntries().map((entry, i) => ({ ...entry, shares: rowOf(builtinTables().entries, i).shares }));
}

/** Counts of the packaged phrases, so that a user's dictionary that mentions them knows how common they are. */
function builtinCounts(): { total: number; count: Map<string, number> } {
  const { phraseCount, rates, textOf } = builtinLexicon();
  const total = 1e9;
  const count = new Map<string, number>();
  for (let phrase = 0; phrase < phraseCount; phrase++) count.set(textOf(phrase), rates[phrase]! * total);
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
