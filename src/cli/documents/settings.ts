import type { NamedText } from '../../dictionary/dictionary.js';
import type { Mode } from '../../types.js';
import type { OffsetUnit } from './offsets.js';

export type CommandName = 'restore' | 'detect' | 'filter';
export const OUTPUTS = ['text', 'annotated', 'verdict', 'dolma'] as const;
/** What is written for a document; `kept` is what `filter` writes. */
export type Output = (typeof OUTPUTS)[number] | 'kept';
export const ON_ERROR = ['fail', 'skip', 'keep'] as const;

/** What `filter` drops. */
export interface Sieve {
  /** Documents of this probability and more are dropped. */
  readonly dropFrom: number;
  /** Only documents of these families are dropped; undefined: of any. */
  readonly families: readonly string[] | undefined;
  /** Documents of fewer words are dropped. */
  readonly minWords: number;
}

/** All that the treatment of a document depends on; plain data, so that it can be handed to a worker thread. */
export interface Settings {
  readonly command: CommandName;
  readonly output: Output;
  readonly textKey: string;
  readonly idKey: string;
  readonly offsets: OffsetUnit;
  readonly onError: (typeof ON_ERROR)[number];
  /** Longest text, in UTF-16 code units. */
  readonly maxDocument: number;
  readonly mode: Mode;
  readonly minProbability: number | undefined;
  readonly sieve: Sieve | undefined;
  /** Dictionary files beside the built-in one, read. */
  readonly dictionaries: readonly NamedText[];
}
