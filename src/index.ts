import { model } from '#lazy-model';
import { readModel, type ContextModel } from './decode/context-model.js';
import { makeRestorer } from './restorer.js';
import type { Options, Restoration, Restorer, Verdict } from './types.js';

export { builtin, loadDictionary, type Dictionary, type DictionarySource, type NamedText } from './dictionary/dictionary.js';
export { DictionaryError, type Problem } from './dictionary/read.js';
export type { DictionaryFile, Entry, LongForm, PartOfSpeech } from './dictionary/entry.js';
export { applyEdits, revertEdits, type Replacement } from './rewrite/apply.js';
export type * from './types.js';

let contextModel: ContextModel | undefined;
let standard: Restorer | undefined;

/**
 * Makes a restorer: options are checked once, tables built once. Frozen; safe to share.
 *
 * @throws {TypeError} where an option is unknown or of the wrong kind.
 */
export function createRestorer(options?: Options): Restorer {
  return makeRestorer(options, () => (contextModel ??= readModel(model().bytes)));
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

function restorerFor(options: Options | undefined): Restorer {
  return options === undefined ? (standard ??= createRestorer()) : createRestorer(options);
}
