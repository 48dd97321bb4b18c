import { WorkError } from '../command.js';
import { makeBatchWork, type Batch, type BatchResult } from './batch.js';
import { makeJudge } from './judge.js';
import type { Settings } from './settings.js';

/** Those who treat batches: this thread, or worker threads. */
export interface Crew {
  /** Batches that may be under way at once. */
  readonly width: number;
  run(batch: Batch): Promise<BatchResult> | BatchResult;
  /** Takes back the memory of a result that was written. */
  takeBack(result: BatchResult): void;
  dismiss(): Promise<void>;
}

/** One job is done in this thread; more are done in as many worker threads. */
export async function gatherCrew(settings: Settings, jobs: number): Promise<Crew> {
  if (jobs > 1) return workerCrew(settings, jobs);
  const work = makeBatchWork(settings, await makeJudge(settings));
  return { width: 1, run: work, takeBack: () => {}, dismiss: () => Promise.resolve() };
}

async function workerCrew(settings: Settings, jobs: number): Promise<Crew> {
  const { Piscina } = await import('piscina');
  const pool = new Piscina({
    filename: new URL(workerFile(), import.meta.url).href, workerData: settings, minThreads: jobs, maxThreads: jobs, idleTimeout: Infinity,
  });
  // This thread has so little to do that it would collect its garbage much too late; the workers do so all the time, so they get it back.
  let spent: ArrayBuffer[] = [];
  const lent = new WeakSet<BatchResult>();
  return {
    width: 2 * jobs,
    run: async (batch) => {
      const giveBack = spent;
      spent = [];
      const result = await runInPool(pool, { ...batch, spent: giveBack });
      lent.add(result);
      return result;
    },
    takeBack: (result) => {
      if (lent.has(result)) spent.push(...[result.output, result.rejected, result.errors].map(({ buffer }) => buffer as ArrayBuffer));
    },
    dismiss: () => pool.destroy(),
  };
}

/** The worker stands beside the built command line; run from source, it is found as source. */
function workerFile(): string {
  return import.meta.url.endsWith('.ts') ? './worker.ts' : './cli-worker.js';
}

type WorkerBatch = Batch & { readonly spent: ArrayBuffer[] };
type Pool = import('piscina').Piscina<WorkerBatch, BatchResult>;

async function runInPool(pool: Pool, batch: WorkerBatch): Promise<BatchResult> {
  try {
    return await pool.run(batch, { transferList: [batch.bytes.buffer as ArrayBuffer, ...batch.spent] });
  } catch (error) {
    const { message } = error as Error;
    const lines = `${batch.file}, the lines from ${batch.firstLine} on`;
    throw new WorkError(`${lines}: a worker thread ended before its work was done (${message}); lower --max-document or give Node more memory`);
  }
}
