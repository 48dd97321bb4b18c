import { model } from '#lazy-model';
import { makeCalls, type Calls } from './calls.js';
import { readModel, type ContextModel } from './decode/context-model.js';
import { corroborateText, restoreTexts } from './sources/together.js';
import { recordStream, restoredRecords } from './stream.js';

export * from './shared.js';

let contextModel: ContextModel | undefined;

const calls = /* @__PURE__ */ makeCalls(loadModel);

/**
 * Makes a restorer: options are checked once, tables built once. Frozen; safe to share.
 *
 * @throws {TypeError} where an option is unknown or of the wrong kind.
 * @function
 */
export const createRestorer: Calls['createRestorer'] = calls.createRestorer;

/**
 * Restores a text: undoes the replacements of a spinner, where the document as a whole shows one at work.
 *
 * @example restore('The Chilly Struggle …').text
 * @throws {TypeError} where `text` is not a string or an option is wrong.
 * @function
 */
export const restore: Calls['restore'] = calls.restore;

/**
 * Says whether a text was machine-paraphrased, by what, and on what evidence. Reads the text once and changes nothing.
 *
 * @throws {TypeError} where `text` is not a string or an option is wrong.
 * @function
 */
export const detect: Calls['detect'] = calls.detect;

/**
 * Restores several spun copies or retellings of one story, each with the help of the others: where two spin the same sentence differently, only
 * what both can stand for is believed, and words that stand clean in one decide. Nothing is put into a text that has no counterpart there. Edits
 * that rest on other texts name them in `evidence.sources`.
 *
 * @example restoreTogether([copyFromOneSite, copyFromAnother]).map(({ text }) => text)
 * @throws {TypeError} where `texts` is not an array of strings or an option is wrong.
 * @function
 */
export const restoreTogether: Calls['restoreTogether'] = (texts, options) => restoreTexts(texts, options, loadModel);

/**
 * Restores a text with the help of clean articles on the same event, or of the original itself: quotations and sentences that are nearly the same
 * are restored from them, with the place in `evidence.sources`. Facts that differ (numbers, names, negation) are never overwritten; they are
 * listed as findings.
 *
 * @example corroborate(spun, [agencyReport]).findings
 * @throws {TypeError} where `text` or a reference is not a string or an option is wrong.
 * @function
 */
export const corroborate: Calls['corroborate'] = (text, references, options) => corroborateText(text, references, options, loadModel);

/**
 * A web stream that restores the records written to it, in order and one at a time. A record is a text, or an object with one; what needs
 * no change comes out as the very same value, anything else as a shallow copy.
 *
 * @example documents.pipeThrough(restoreStream({ textKey: 'body', mode: 'certain' }))
 * @throws {TypeError} where an option is wrong.
 * @function
 */
export const restoreStream: Calls['restoreStream'] = (options) => recordStream(options, createRestorer);

/**
 * Restores records as they are asked for, in order and one at a time; see {@link restoreStream}.
 *
 * @example for await (const record of restoreRecords(records, { onError: 'keep' })) …
 * @throws {TypeError} where an option is wrong, and, unless `onError` says otherwise, at a record without a text.
 * @function
 */
export const restoreRecords: Calls['restoreRecords'] = (records, options) => restoredRecords(records, options, createRestorer);

function loadModel(): ContextModel {
  return (contextModel ??= readModel(model().bytes));
}
