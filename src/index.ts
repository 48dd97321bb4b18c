import { model } from '#lazy-model';
import { readModel, type ContextModel } from './decode/context-model.js';
import { makeRestorer } from './restorer.js';
import { corroborateText, restoreTexts } from './sources/together.js';
import type { Corroboration, CorroborateOptions, Options, Restoration, Restorer, Verdict } from './types.js';

export { builtin, loadDictionary, type Dictionary, type DictionarySource, type NamedText } from './dictionary/dictionary.js';
export { DictionaryError, type Problem } from './dictionary/read.js';
export type { DictionaryFile, Entry, LongForm, PartOfSpeech } from './dictionary/entry.js';
export { indexedDocument, renderIndex, type IndexOptions, type IndexedDocument } from './report/index-page.js';
export { renderReport, type ReportOptions } from './report/report.js';
export { applyEdits, revertEdits, type Replacement } from './rewrite/apply.js';
export { restoreRecords, restoreStream, type BadRecord, type BadRecordReason, type RecordOptions, type RecordStream } from './stream.js';
export type * from './types.js';

let contextModel: ContextModel | undefined;
let standard: Restorer | undefined;

/**
 * Makes a restorer: options are checked once, tables built once. Frozen; safe to share.
 *
 * @throws {TypeError} where an option is unknown or of the wrong kind.
 */
export function createRestorer(options?: Options): Restorer {
  return makeRestorer(options, loadModel);
}

/**
 * Restores a text: undoes the replacements of a spinner, where the document as a whole shows one at work.
 *
 * @example restore('The Chilly Struggle …').text
 * @throws {TypeError} where `text` is not a string or an option is wrong.
 */
export function restore(text: string, options?: Options): Restoration {
  return restorerFor(options).restore(text);
}

/** Says whether a text was machine-paraphrased, by what, and on what evidence. Reads the text once and changes nothing. */
export function detect(text: string, options?: Options): Verdict {
  return restorerFor(options).detect(text);
}

/**
 * Restores several spun copies or retellings of one story, each with the help of the others: where two spin the same sentence differently, only
 * what both can stand for is believed, and words that stand clean in one decide. Nothing is put into a text that has no counterpart there. Edits
 * that rest on other texts name them in `evidence.sources`.
 *
 * @example restoreTogether([copyFromOneSite, copyFromAnother]).map(({ text }) => text)
 * @throws {TypeError} where `texts` is not an array of strings or an option is wrong.
 */
export function restoreTogether(texts: readonly string[], options?: Options): Restoration[] {
  return restoreTexts(texts, options, loadModel);
}

/**
 * Restores a text with the help of clean articles on the same event, or of the original itself: quotations and sentences that are nearly the same
 * are restored from them, with the place in `evidence.sources`. Facts that differ (numbers, names, negation) are never overwritten; they are
 * listed as findings.
 *
 * @example corroborate(spun, [agencyReport]).findings
 * @throws {TypeError} where `text` or a reference is not a string or an option is wrong.
 */
export function corroborate(text: string, references: readonly string[], options?: CorroborateOptions): Corroboration {
  return corroborateText(text, references, options, loadModel);
}

function loadModel(): ContextModel {
  return (contextModel ??= readModel(model().bytes));
}

function restorerFor(options: Options | undefined): Restorer {
  return options === undefined ? (standard ??= createRestorer()) : createRestorer(options);
}
