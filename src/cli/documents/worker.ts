import { move, transferableSymbol, valueSymbol, workerData } from 'piscina';
import { makeBatchWork, type Batch, type BatchResult, type BatchWork } from './batch.js';
import { makeJudge } from './judge.js';
import type { Settings } from './settings.js';

let ready: Promise<BatchWork> | undefined;

/** What a worker thread does with a batch; its tables are built with the first one. */
export default async function work(batch: Batch): Promise<unknown> {
  const settings = workerData as Settings;
  ready ??= makeJudge(settings).then((judge) => makeBatchWork(settings, judge));
  return movable((await ready)(batch));
}

/** Hands the bytes over instead of copying them. */
function movable(result: BatchResult): unknown {
  const buffers = [result.output, result.rejected, result.errors].map(({ buffer }) => buffer as ArrayBuffer);
  return move({ [transferableSymbol]: buffers, [valueSymbol]: result });
}
