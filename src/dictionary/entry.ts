import type { EditType } from '../types.js';

/** Part of speech an entry may ask for. */
export type PartOfSpeech = 'noun' | 'verb' | 'adjective' | 'adverb';

/** The long form of an entry, as written in a dictionary file. */
export interface LongForm {
  /** What the head is turned into, commonest first. */
  readonly observed: readonly string[];
  /** Default: the file's type, else `lexical`. */
  readonly type?: EditType;
  /** Longer phrases in which the observed form stays. */
  readonly unless?: readonly string[];
  /** Only where the observed words are used as this part of speech. */
  readonly pos?: PartOfSpeech;
  /** Also match the regular inflections of the observed form, and inflect the head alike. */
  readonly inflect?: 'noun' | 'verb';
  /** For readers. */
  readonly note?: string;
  /** Sentences with `{{observed=>intended}}`: the marked words are restored. */
  readonly examples?: readonly string[];
  /** Sentences in which the observed words stand rightly. */
  readonly allows?: readonly string[];
}

/** A dictionary file: heads of one topic in one family. */
export interface DictionaryFile {
  /** Who corrupts text like this; entries of one family restore a document together. */
  readonly family: string;
  /** Part of the id of each entry, and a switch in the options. */
  readonly topic: string;
  /** Where the entries come from: `knowledge`, `wild`, `corpus/000`, or the name of an imported list. */
  readonly sources?: readonly string[];
  /** Licence of an imported list. */
  readonly license?: string;
  /** Type of the entries that do not say one. */
  readonly type?: EditType;
  /** Head (what was meant) to what it is turned into: a list, or the long form. */
  readonly entries: Readonly<Record<string, readonly string[] | LongForm>>;
}

/** One head with its variants, after reading; the same for short and long forms. */
export interface Entry {
  /** `family/topic/head`. Users silence by id, so renaming one is a breaking change. */
  readonly id: string;
  /** Who corrupts text like this. */
  readonly family: string;
  /** The topic of its file. */
  readonly topic: string;
  /** The head: what was meant. */
  readonly intended: string;
  /** What stands in its place, commonest first. */
  readonly observed: readonly string[];
  /** Type of its edits. */
  readonly type: EditType;
  /** See {@link LongForm.unless}. */
  readonly unless: readonly string[];
  /** See {@link LongForm.pos}. */
  readonly pos?: PartOfSpeech;
  /** See {@link LongForm.inflect}. */
  readonly inflect?: 'noun' | 'verb';
  /** For readers. */
  readonly note?: string;
  /** See {@link LongForm.examples}. */
  readonly examples: readonly string[];
  /** See {@link LongForm.allows}. */
  readonly allows: readonly string[];
  /** Where it comes from; see {@link DictionaryFile.sources}. */
  readonly sources: readonly string[];
  /** Written in the long form. */
  readonly long: boolean;
  /** `file:line` it was read from, where known. */
  readonly where: string;
}

export const EDIT_TYPES: readonly EditType[] = [
  'term', 'lexical', 'function', 'demonym', 'idiom', 'abbrev', 'markup', 'grammar', 'order', 'punct', 'repeat', 'possessive', 'sense',
];

export const PARTS_OF_SPEECH: readonly PartOfSpeech[] = ['noun', 'verb', 'adjective', 'adverb'];
