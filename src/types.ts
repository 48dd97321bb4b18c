/**
 * The vocabulary of the library: every value that crosses its public face.
 *
 * *Observed* is the text as found, *intended* the wording before the machine paraphrase.
 */

/** A stretch of a text: `text.slice(start, end)`. Half-open, in UTF-16 code units of the text as given. */
export interface Span {
  /** Offset of the first code unit. */
  readonly start: number;
  /** Offset behind the last code unit. */
  readonly end: number;
}

/**
 * What kind of damage an edit repairs.
 *
 * - `term`: a fixed name, title or term of art replaced word by word: Chilly Struggle → Cold War
 * - `lexical`: an ordinary word replaced by a near-synonym: warfare → war
 * - `function`: function words and connectives: in opposition to → against
 * - `demonym`: a people, country or language: Chinese language → Chinese
 * - `idiom`: a fixed expression: crimson tape → red tape
 * - `abbrev`: a form shortened or written out: yr → year
 * - `markup`: template braces, stray brackets, remains of a feed: {dollars} → dollars
 * - `grammar`: agreement, articles, tense, gender of a pronoun: to stop provide → to stop providing
 * - `order`: words or clauses out of place: China Sea South → South China Sea
 * - `punct`: stray, missing or doubled punctuation, lost quotation marks
 * - `repeat`: a doubled word: has has → has
 * - `possessive`: a possessive gone wrong
 * - `sense`: a word in the wrong sense, from a translator: bitter → sour
 */
export type EditType =
  | 'term'
  | 'lexical'
  | 'function'
  | 'demonym'
  | 'idiom'
  | 'abbrev'
  | 'markup'
  | 'grammar'
  | 'order'
  | 'punct'
  | 'repeat'
  | 'possessive'
  | 'sense';

/**
 * Who corrupted the text. `synonym-spin` is the common thesaurus spinner, `round-trip` translation there and back, `none` nobody;
 * any other name is that of a dictionary family (a further spinner dialect).
 */
export type Family = 'synonym-spin' | 'round-trip' | 'none' | (string & {});

/** Another wording that fits the same span. */
export interface Alternative {
  /** What would stand in the span; the observed words themselves stand for keeping them. */
  readonly text: string;
  /** Share of the probability that this reading holds, 0 to 1; all readings of a span, keeping included, sum to 1. */
  readonly probability: number;
}

/** Why an edit was made. */
export interface EditEvidence {
  /** Who corrupted the words, by the document's verdict. */
  readonly family: Family;
  /** Probability that the passage around the edit is machine-paraphrased, 0 to 1. */
  readonly document: number;
  /** Occurrences of the intended wording left standing in the document in this case shape: each speaks against the edit. */
  readonly survivors: number;
  /** Natural-log odds of the replacement against keeping, from the words around and the dictionary together. */
  readonly context: number;
  /** How the observed words were found: as listed, or as a misspelt, joined or split form of a listed one. */
  readonly match: 'exact' | 'misspelt' | 'joined' | 'split' | 'markup';
  /** Where other texts bear it out; only in what `restoreTogether` and `corroborate` return, and only where they do. */
  readonly sources?: readonly SourceSpan[];
}

/** A stretch of another text on the same story. */
export interface SourceSpan extends Span {
  /** Whether the text is another spun copy or retelling, or a reference. */
  readonly kind: 'sibling' | 'reference';
  /** Position of the text: among the texts of `restoreTogether`, or among the references, or the siblings, of `corroborate`. */
  readonly text: number;
}

/** A fact in which a text and a reference differ. It is reported, never overwritten. */
export interface FactFinding extends Span {
  /** What differs; a negation is there in one text and missing in the other. */
  readonly kind: 'number' | 'name' | 'negation';
  /** The words as found: `text.slice(start, end)`. */
  readonly observed: string;
  /** The words of the reference in the same place. */
  readonly stated: string;
  /** Where the reference states it. */
  readonly source: SourceSpan;
}

/** What `corroborate` returns. */
export interface Corroboration extends Restoration {
  /** Facts that differ, in the order of the text. */
  readonly findings: readonly FactFinding[];
}

/** Options of {@link corroborate}. */
export interface CorroborateOptions extends Options {
  /** Other spun copies or retellings of the text. Default: none. */
  readonly siblings?: readonly string[];
}

/** One replacement. Edits are sorted and never overlap. */
export interface Edit extends Span {
  /** The words as found: `text.slice(start, end)`. */
  readonly observed: string;
  /** What to put in their place, already cased and inflected. */
  readonly replacement: string;
  /** Rival readings, likeliest first; the replacement itself is not among them. */
  readonly alternatives: readonly Alternative[];
  /** Kind of damage. */
  readonly type: EditType;
  /** 0 to 1, calibrated: of the edits that say 0.9, about nine in ten are right (measured by `npm run evaluate -- --calibration`). */
  readonly probability: number;
  /** Id of the dictionary entry, `family/topic/head`; pass it in `ignore` to silence the entry. */
  readonly entry: string;
  /** Why it was made. */
  readonly evidence: EditEvidence;
}

/** A variant that stands where its head would be expected. */
export interface Displacement {
  /** The variant that stands there. */
  readonly observed: string;
  /** The head that was to be expected. */
  readonly intended: string;
  /** Times the observed form stands in the text. */
  readonly count: number;
  /** Natural-log likelihood ratio (spun against clean) that these occurrences contribute to the verdict. */
  readonly weight: number;
}

/** A stretch of the text with a verdict of its own. */
export interface Passage extends Span {
  /** Who corrupted it. */
  readonly family: Family;
  /** Probability that this passage is machine-paraphrased, 0 to 1. */
  readonly probability: number;
}

/** Whether a text was machine-paraphrased, by what, and why we think so. A risk marker, never an accusation. */
export interface Verdict {
  /** Probability that the text, or a passage of it, is machine-paraphrased, 0 to 1, in a collection in which one text in fifty is. */
  readonly probability: number;
  /** Who corrupted it; `none` where nobody seems to have. */
  readonly family: Family;
  /** Number of words read. */
  readonly words: number;
  /** Natural-log likelihood ratio, spun against clean, summed over the text. */
  readonly score: number;
  /** The displaced pairs that decided, strongest first. */
  readonly displaced: readonly Displacement[];
  /** Telling phrases of two words or more, as found, strongest first. */
  readonly phrases: readonly string[];
  /** The passages that look paraphrased; empty for clean text. */
  readonly passages: readonly Passage[];
}

/** What `restore` returns. */
export interface Restoration {
  /** The restored text; the very same string where there was nothing to do. */
  readonly text: string;
  /** The edits applied. */
  readonly edits: readonly Edit[];
  /** Edits not applied: below the mode's probability, or between near-equal candidates. */
  readonly suggestions: readonly Edit[];
  /** Whether the text was machine-paraphrased, and why we think so. */
  readonly verdict: Verdict;
}

/**
 * How sure an edit must be before it is applied. `certain`: 0.89, for unattended runs (what the edits above it are worth: `npm run evaluate -- --mode certain`).
 * `balanced`: 0.59, the default. `suggest`: nothing is applied, everything is listed.
 */
export type Mode = 'certain' | 'balanced' | 'suggest';

/** Options of {@link restore}, {@link detect} and {@link createRestorer}. */
export interface Options {
  /** Default `'balanced'`. */
  readonly mode?: Mode;
  /** Least probability of an applied edit, 0 to 1; overrides `mode`. */
  readonly minProbability?: number;
  /** Dictionaries to use instead of the built-in one alone; list `builtin` among them to keep it. Later ones win over earlier ones. */
  readonly dictionaries?: readonly DictionaryLike[];
  /** Entries, topics or families to switch off: `synonym-spin/law/Attorney General`, `synonym-spin/law`, `synonym-spin`. */
  readonly ignore?: readonly string[];
  /** Use only entries of these topics. Default: all. */
  readonly topics?: readonly string[];
  /** Take the text to be of this family without asking the evidence; for texts known to be spun. */
  readonly assume?: Family;
}

/** A dictionary that {@link Options.dictionaries} accepts. */
export type DictionaryLike = import('./dictionary/dictionary.js').Dictionary;

/** A restorer: options checked once, then frozen. */
export interface Restorer {
  /** Restores one text. Throws a TypeError where `text` is not a string. */
  restore(text: string): Restoration;
  /** The verdict alone; reads the text once. Throws a TypeError where `text` is not a string. */
  detect(text: string): Verdict;
}
