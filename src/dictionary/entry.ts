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
  readonly note?: string;
  /** Sentences in the gold markup: the marked words are restored. */
  readonly examples?: readonly string[];
  /** Sentences in which the observed words stand rightly. */
  readonly allows?: readonly string[];
}

/** A dictionary file: heads of one topic in one family. */
export interface DictionaryFile {
  readonly family: string;
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
  readonly family: string;
  readonly topic: string;
  readonly intended: string;
  readonly observed: readonly string[];
  readonly type: EditType;
  readonly unless: readonly string[];
  readonly pos?: PartOfSpeech;
  readonly inflect?: 'noun' | 'verb';
  readonly note?: string;
  readonly examples: readonly string[];
  readonly allows: readonly string[];
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
