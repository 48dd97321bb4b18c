import { builtin, loadDictionary } from '../../dictionary/dictionary.js';
import type { Edit, Options, Restorer, Verdict } from '../../types.js';
import { makeDetector, makeRestorer } from '../load-dictionaries.js';
import type { Settings } from './settings.js';

/** What the library says of a text. */
export interface Judgement {
  /** The text restored; the very same string where nothing was changed. */
  readonly text: string;
  readonly verdict: Verdict;
  /** Undefined where nothing was to be restored. */
  readonly edits: readonly Edit[] | undefined;
  readonly suggestions: readonly Edit[] | undefined;
}

export type Judge = (text: string) => Judgement;

/** What a command asks of the library, for one text after another; tables are built once. */
export async function makeJudge({ command, mode, minProbability, dictionaries }: Settings): Promise<Judge> {
  const own = dictionaries.length > 0 ? { dictionaries: [builtin, loadDictionary(dictionaries)] } : {};
  const options: Options = { mode, ...(minProbability !== undefined && { minProbability }), ...own };
  return command === 'restore' ? restoreWith(await makeRestorer(options)) : detectWith(await makeDetector(options));
}

function restoreWith(restorer: Restorer): Judge {
  return (text) => restorer.restore(text);
}

function detectWith(detector: Pick<Restorer, 'detect'>): Judge {
  return (text) => ({ text, verdict: detector.detect(text), edits: undefined, suggestions: undefined });
}
