import type { Node, isAlias, isMap, isScalar, isSeq, parseDocument, LineCounter } from 'yaml';
import type compromiseTwo from 'compromise/two';
import type { Artifact } from './dictionary/artifact.js';

export type YamlNode = Node;
/** The compiled dictionary; read at the first call. */
export function dictionary(): Artifact;
/** The YAML reader; loaded at the first call. */
export function yaml(): {
  isAlias: typeof isAlias;
  isMap: typeof isMap;
  isScalar: typeof isScalar;
  isSeq: typeof isSeq;
  parseDocument: typeof parseDocument;
  LineCounter: typeof LineCounter;
};
/** The part-of-speech tagger; loaded at the first call. */
export function compromise(): typeof compromiseTwo;
/** Edit distance; loaded at the first call. */
export function levenshtein(): { get(left: string, right: string): number };
