import type { Answer, Build, Request, Task } from './protocol.js';

/** Hands tasks to the worker of a build, one at a time; of those that wait, only the newest is done. */
export interface EngineClient {
  run(build: Build, task: Task): void;
}

/** Makes a client. `onAnswer` gets the answers to the newest task alone. */
export function makeEngineClient(onAnswer: (answer: Answer) => void): EngineClient {
  const workers = new Map<Build, Worker>();
  const base = new URL('.', document.baseURI).href;
  let newest = 0;
  let busy = false;
  let waiting: { readonly build: Build; readonly task: Task } | undefined;

  const run = (build: Build, task: Task): void => {
    newest++;
    if (busy) waiting = { build, task };
    else send(build, task);
  };
  const send = (build: Build, task: Task): void => {
    busy = true;
    waiting = undefined;
    workerOf(build).postMessage({ id: newest, base, task } satisfies Request);
  };
  const receive = (answer: Answer): void => {
    if (answer.kind !== 'loading') busy = false;
    if (answer.id === newest) onAnswer(answer);
    if (!busy && waiting) send(waiting.build, waiting.task);
  };
  const workerOf = (build: Build): Worker => {
    const known = workers.get(build);
    if (known) return known;
    const worker = startWorker(new URL(`engine-${build}.js`, base).href);
    worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => receive(data));
    const message = `engine-${build}.js did not load; build the playground again`;
    worker.addEventListener('error', () => receive({ id: newest, kind: 'failed', part: 'text', message }));
    workers.set(build, worker);
    return worker;
  };
  return { run };
}

/** A worker from a blob keeps to the content security policy of the page; one from an address of its own would not. */
function startWorker(address: string): Worker {
  return new Worker(URL.createObjectURL(new Blob([`importScripts(${JSON.stringify(address)});`], { type: 'text/javascript' })));
}
