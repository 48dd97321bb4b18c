import type * as Library from '../../../src/lite.js';
import type { Dictionary, Options, Restoration, Restorer } from '../../../src/lite.js';
import { ModelMissing, loadModel } from './late-model.js';
import { entriesProblem, sourceOf } from './own-entries.js';
import type { Answer, Request, Task } from './protocol.js';

/** What of the library a worker needs; both entries have it. */
type Names = Pick<typeof Library, 'createRestorer' | 'loadDictionary' | 'builtin'>;

/** Answers the page's requests with one build of the library. */
export function serveRequests(library: Names): void {
  const restorerFor = restorerCache(library);
  const answer = (message: Answer): void => postMessage(message);
  addEventListener('message', ({ data: { id, base, task } }: MessageEvent<Request>) => {
    void answerOne(task, restorerFor, () => {
      answer({ id, kind: 'loading' });
      return loadModel(base);
    }).then((result) => answer({ id, ...result }));
  });
}

type WithoutId<T> = T extends unknown ? Omit<T, 'id'> : never;
type RestorerFor = (task: Task) => { readonly restorer: Restorer; readonly own: readonly string[] };

async function answerOne(task: Task, restorerFor: RestorerFor, load: () => Promise<void>): Promise<WithoutId<Answer>> {
  let part: 'entries' | 'text' = 'entries';
  try {
    const { restorer, own } = restorerFor(task);
    part = 'text';
    return { kind: 'done', own, restoration: await restoreWith(restorer, task.text, load) };
  } catch (error) {
    return { kind: 'failed', part, message: part === 'entries' ? entriesProblem(error, task.entries) : String(error) };
  }
}

/** Most texts in a newsroom are clean and need no context model; it is fetched for the first one that does. */
async function restoreWith(restorer: Restorer, text: string, load: () => Promise<void>): Promise<Restoration> {
  try {
    return restorer.restore(text);
  } catch (error) {
    if (!(error instanceof ModelMissing)) throw error;
    await load();
    return restorer.restore(text);
  }
}

/** Building tables for own entries takes a moment, so the last restorer is kept. */
function restorerCache({ createRestorer, loadDictionary, builtin }: Names): RestorerFor {
  let last: { readonly key: string; readonly made: ReturnType<RestorerFor> } | undefined;
  return ({ mode, assume, entries }) => {
    const key = JSON.stringify([mode, assume, entries]);
    if (last?.key === key) return last.made;
    const source = sourceOf(entries);
    const mine: Dictionary | undefined = source === undefined ? undefined : loadDictionary({ file: 'yours', text: source });
    const options: Options = { mode, ...(mine && { dictionaries: [builtin, mine] }), ...(assume && { assume: 'synonym-spin' }) };
    const made = { restorer: createRestorer(options), own: mine ? mine.entries.map(({ id }) => id) : [] };
    last = { key, made };
    return made;
  };
}
