import { makeRestorer } from './restorer.js';
import { frequencyModel } from './decode/frequency-model.js';
import type { Options, Restoration, Restorer, Verdict } from './types.js';

export { builtin, loadDictionary, type Dictionary, type DictionarySource, type NamedText } from './dictionary/dictionary.js';
export { DictionaryError, type Problem } from './dictionary/read.js';
export type { DictionaryFile, Entry, LongForm, PartOfSpeech } from './dictionary/entry.js';
export { applyEdits, revertEdits, type Replacement } from './rewrite/apply.js';
export type * from './types.js';

let standard: Restorer | undefined;

/**
 * As in the main entry, without the context model (some 4 MB less to load): verdicts are the same, but a replacement is chosen by how common the wordings
 * are, not by the words around, so fewer edits are sure enough to be applied and more of them are wrong.
 */
export function createRestorer(options?: Options): Restorer {
  return makeRestorer(options, frequencyModel);
}

/** See the main entry's `restore`. */
export function restore(text: string, options?: Options): Restoration {
  return restorerFor(options).restore(text);
}

/** See the main entry's `detect`; the verdict is the same. */
export function detect(text: string, options?: Options): Verdict {
  return restorerFor(options).detect(text);
}

function restorerFor(options: Options | undefined): Restorer {
  return options === undefined ? (standard ??= createRestorer()) : createRestorer(options);
}
