import type { ContextModel } from './decode/context-model.js';
import { makeRestorer } from './restorer.js';
import type { RecordOptions, RecordStream } from './stream.js';
import type { Corroboration, CorroborateOptions, Options, Restoration, Restorer, Verdict } from './types.js';

/** The calls of an entry point; both entries have the same, over different models. */
export interface Calls {
  createRestorer(options?: Options): Restorer;
  restore(text: string, options?: Options): Restoration;
  detect(text: string, options?: Options): Verdict;
  restoreTogether(texts: readonly string[], options?: Options): Restoration[];
  corroborate(text: string, references: readonly string[], options?: CorroborateOptions): Corroboration;
  restoreStream(options?: RecordOptions): RecordStream;
  restoreRecords<T>(records: AsyncIterable<T> | Iterable<T>, options?: RecordOptions): AsyncGenerator<T, void, undefined>;
}

/** The calls on single texts, over a model that is asked for when the first text needs it. Those without options share one restorer. */
export function makeCalls(model: () => ContextModel): Pick<Calls, 'createRestorer' | 'restore' | 'detect'> {
  let standard: Restorer | undefined;
  const createRestorer = (options?: Options): Restorer => makeRestorer(options, model);
  const restorerFor = (options?: Options): Restorer => (options === undefined ? (standard ??= createRestorer()) : createRestorer(options));
  return {
    createRestorer,
    restore: (text, options) => restorerFor(options).restore(text),
    detect: (text, options) => restorerFor(options).detect(text),
  };
}
