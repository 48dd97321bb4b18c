import { builtin, loadDictionary, type Dictionary } from '../dictionary/dictionary.js';
import type { Options, Restorer } from '../types.js';
import { readInput } from './read-input.js';

/**
 * The dictionaries of a command: the built-in one and, after it, the named files, so that theirs win. Undefined where no file is named.
 *
 * @throws {InputError} for a file that cannot be read, {DictionaryError} for one with mistakes in it.
 */
export async function loadDictionaries(files: readonly string[] | undefined): Promise<Dictionary[] | undefined> {
  if (!files || files.length === 0) return undefined;
  const texts = [];
  for (const file of files) texts.push({ file, text: await readInput(file) });
  return [builtin, loadDictionary(texts)];
}

/** A restorer; loads the context model, some 4 MB, which help and the other commands need not wait for. */
export async function makeRestorer(options: Options | undefined): Promise<Restorer> {
  const { createRestorer } = await import('../index.js');
  return createRestorer(options);
}

/** A restorer for verdicts, which need no context model. */
export async function makeDetector(options: Options | undefined): Promise<Pick<Restorer, 'detect'>> {
  const { createRestorer } = await import('../lite.js');
  return createRestorer(options);
}
