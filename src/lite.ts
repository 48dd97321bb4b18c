import { makeCalls, type Calls } from './calls.js';
import { frequencyModel } from './decode/frequency-model.js';
import { corroborateText, restoreTexts } from './sources/together.js';
import { recordStream, restoredRecords } from './stream.js';

export * from './shared.js';

const calls = /* @__PURE__ */ makeCalls(frequencyModel);

/**
 * As in the main entry, without the context model (some 4 MB less to load): verdicts are the same, but a replacement is chosen by how common the wordings
 * are, not by the words around, so fewer edits are sure enough to be applied and more of them are wrong. So it is with all calls of this entry.
 *
 * @function
 */
export const createRestorer: Calls['createRestorer'] = calls.createRestorer;

/**
 * See the main entry's `restore`.
 *
 * @function
 */
export const restore: Calls['restore'] = calls.restore;

/**
 * See the main entry's `detect`; the verdict is the same.
 *
 * @function
 */
export const detect: Calls['detect'] = calls.detect;

/**
 * See the main entry's `restoreTogether`.
 *
 * @function
 */
export const restoreTogether: Calls['restoreTogether'] = (texts, options) => restoreTexts(texts, options, frequencyModel);

/**
 * See the main entry's `corroborate`.
 *
 * @function
 */
export const corroborate: Calls['corroborate'] = (text, references, options) => corroborateText(text, references, options, frequencyModel);

/**
 * See the main entry's `restoreStream`.
 *
 * @function
 */
export const restoreStream: Calls['restoreStream'] = (options) => recordStream(options, createRestorer);

/**
 * See the main entry's `restoreRecords`.
 *
 * @function
 */
export const restoreRecords: Calls['restoreRecords'] = (records, options) => restoredRecords(records, options, createRestorer);
