import type { EditType, Span } from '../types.js';
import type { Prose } from './prose.js';

/** A place that looks damaged by translation there and back. Without a replacement it is only reported. */
export interface Finding extends Span {
  /** Name of the detector in the registry. */
  readonly detector: string;
  readonly type: EditType;
  /** The words as found: `text.slice(start, end)`. */
  readonly observed: string;
  /** Why, in a few words for people. */
  readonly evidence: string;
  /** Probability that this is damage and, with a replacement, that the replacement is right; weighs the whole document. */
  readonly probability: number;
  /** What to put in place of the observed words; the empty string deletes them. */
  readonly replacement?: string;
  /** Id of the dictionary entry it comes from; without, the detector's own. */
  readonly entry?: string;
  /** What it says about the document: natural-log likelihood ratio, damaged against clean; 0 for the second part of one finding. */
  readonly weight: number;
  /** Probability that the whole document went through translation and back, all its findings considered. */
  readonly document: number;
}

/** A replacement without the reasons. */
export interface Change extends Span {
  readonly replacement: string;
}

/** What a detector says about one place, before the document as a whole has been heard. */
export interface Suspicion extends Span {
  readonly type: EditType;
  readonly evidence: string;
  /** Probability of being right in a document that translation there and back has damaged. */
  readonly probability: number;
  readonly replacement?: string;
  /** What must change together with it: the other marks of a quotation. */
  readonly also?: readonly Change[];
  /** Id of the dictionary entry it comes from. */
  readonly entry?: string;
  /** Natural-log likelihood ratio of this suspicion alone, damaged against clean, where it differs from its detector's. */
  readonly weight?: number;
}

/** One kind of damage. */
export interface Detector {
  /** Last part of the entry ids of its edits, `round-trip/<topic>/<name>`. */
  readonly name: string;
  readonly topic: string;
  /** Natural-log likelihood ratio, damaged against clean, of one finding; 0 where people slip as machines do. */
  readonly weight: number;
  /** Its findings are dictionary entries, with ids of their own. */
  readonly fromDictionary?: true;
  /** Suspicions in order of appearance; linear in the length of the text. */
  readonly find: (prose: Prose) => Suspicion[];
}
