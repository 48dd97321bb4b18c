import { WorkError } from '../command.js';
import type { Terminal } from '../terminal.js';
import type { Batch, BatchResult } from './batch.js';
import { addCounts, noCounts, type Counts } from './counts.js';
import type { Crew } from './crew.js';
import { inOrder } from './in-order.js';
import { isLongPart, lineBatches, type LongPart } from './lines.js';
import { takeLongPart } from './long-line.js';
import { openOutputs, type Outputs } from './outputs.js';
import type { Settings } from './settings.js';
import type { Input, Shard } from './shards.js';
import { readChunks } from './source.js';

/** What watches a run. */
export interface Watcher {
  /** Told of bytes read, as they are in the file. */
  onRead(bytes: number): void;
  /** Told what became of a batch. */
  onResult(file: string, result: BatchResult): void;
}

/** What a shard came to. */
export interface ShardReport {
  readonly counts: Counts;
  readonly replacements: readonly string[];
}

export interface ShardWork {
  readonly settings: Settings;
  readonly crew: Crew;
  readonly terminal: Terminal;
  readonly watcher: Watcher;
}

/**
 * Treats all documents of a shard. Its files get their names when all is done; where it fails there are none.
 *
 * @throws {WorkError} for a bad line where errors are to stop the run, and for what cannot be written.
 * @throws {InputError} for what cannot be read.
 */
export async function runShard(shard: Shard, work: ShardWork): Promise<ShardReport> {
  const outputs = await openOutputs(shard, work.terminal);
  try {
    const counts = noCounts();
    const replacements = new Set<string>();
    for (const input of shard.inputs) {
      await outputs.endLine();
      for await (const result of await resultsOf(input, work, outputs)) {
        addCounts(counts, result.counts);
        result.replacements.forEach((replacement) => replacements.add(replacement));
      }
    }
    await outputs.finish();
    return { counts, replacements: [...replacements] };
  } catch (error) {
    await outputs.abandon();
    throw error;
  }
}

async function resultsOf(input: Input, work: ShardWork, outputs: Outputs): Promise<AsyncIterable<BatchResult>> {
  if (input.format.kind !== 'parquet' || work.settings.output === 'verdict') return writtenResults(input, work, outputs);
  const { parquetResults } = await import('./parquet/run-parquet.js');
  return parquetResults(input.file, work, outputs);
}

/** Results that are written, or being written: the next batch is treated while the last is packed and written. */
async function* writtenResults(input: Input, work: ShardWork, outputs: Outputs): AsyncGenerator<BatchResult> {
  let writing: Promise<void> = Promise.resolve();
  for await (const result of results(input, work)) {
    await writing;
    writing = outputs.write(result).then(() => work.crew.takeBack(result));
    writing.catch(() => {});
    work.watcher.onResult(input.file, result);
    yield result;
    if (result.bad.length > 0 && work.settings.onError === 'fail') throw badLine(input.file, result);
  }
  await writing;
}

function results(input: Input, work: ShardWork): AsyncIterable<BatchResult> {
  const { settings, crew } = work;
  const batches = lineBatches(linesOf(input, work), input.file, longestLine(settings));
  return inOrder(batches, crew.width, (batch: Batch | LongPart) => (isLongPart(batch) ? takeLongPart(batch, settings) : crew.run(batch)));
}

function linesOf({ file, format }: Input, work: ShardWork): AsyncIterable<Uint8Array> {
  if (format.kind === 'parquet') return tableLines(file, work);
  const chunks = readChunks({ file, compression: format.compression, onRead: (bytes) => work.watcher.onRead(bytes) });
  return format.kind === 'warc' ? archiveLines(chunks, file, work.settings) : chunks;
}

async function* tableLines(file: string, work: ShardWork): AsyncGenerator<Uint8Array> {
  const { parquetLines } = await import('./parquet/run-parquet.js');
  yield* parquetLines(file, work);
}

async function* archiveLines(
  chunks: AsyncIterable<Uint8Array>, file: string, { textKey, idKey, maxDocument }: Settings,
): AsyncGenerator<Uint8Array> {
  const { warcLines } = await import('./warc.js');
  yield* warcLines(chunks, { file, textKey, idKey, maxRecord: 4 * maxDocument + (1 << 20) });
}

/** Bytes: every character may be written as an escape of six, and the other keys need room, too. */
function longestLine({ maxDocument }: Settings): number {
  return Math.min(6 * maxDocument + (16 << 20), 256 << 20);
}

/** The error with which the first bad line ends a run. */
export function badLine(file: string, { bad }: BatchResult): WorkError {
  const { line, message } = bad[0]!;
  return new WorkError(`${file}:${line}: ${message}\nThe run stopped there; to go on past bad lines see --on-error skip and --on-error keep.`);
}
