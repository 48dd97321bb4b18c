import type { Terminal } from '../terminal.js';
import type { BatchResult } from './batch.js';
import { packingOf, type Shard } from './shards.js';
import { openSink, plainSink, type Sink } from './sink.js';

const NEWLINE = 10;

/** What goes to each of the files. */
export type Parts = Pick<BatchResult, 'output' | 'rejected' | 'errors'>;

/** The files a shard is written to. */
export interface Outputs {
  write(parts: Parts): Promise<void>;
  /** Ends the last line where it is open, so that the next input begins a new one. */
  endLine(): Promise<void>;
  /** Gives all files their names; that of the result last, so that where it stands the others do. */
  finish(): Promise<void>;
  abandon(): Promise<void>;
}

/** Opens the result, and the files of bad lines and of rejected documents where they are asked for. */
export async function openOutputs({ output, compression, errors, rejected }: Shard, terminal: Terminal): Promise<Outputs> {
  const opened: Sink[] = [];
  const abandon = async (): Promise<void> => {
    for (const sink of opened) await sink.abandon();
  };
  const open = async (path: string | undefined): Promise<Sink | undefined> => {
    if (path === undefined) return undefined;
    const packing = path === output ? compression : path === rejected ? packingOf(path) : 'none';
    const sink = await openSink(path, packing);
    opened.push(sink);
    return sink;
  };
  try {
    const aside = await open(errors);
    const dropped = await open(rejected);
    const result = (await open(output)) ?? plainSink((bytes) => terminal.writeAll(bytes));
    return { ...writing(result, dropped, aside), abandon, finish: () => finishAll([aside, dropped, result]) };
  } catch (error) {
    await abandon();
    throw error;
  }
}

function writing(result: Sink, dropped: Sink | undefined, aside: Sink | undefined): Pick<Outputs, 'write' | 'endLine'> {
  let open = false;
  return {
    write: async ({ output, rejected, errors }) => {
      await aside?.write(errors);
      await dropped?.write(rejected);
      await result.write(output);
      if (output.length > 0) open = output[output.length - 1] !== NEWLINE;
    },
    endLine: async () => {
      if (open) await result.write(Uint8Array.of(NEWLINE));
      open = false;
    },
  };
}

async function finishAll(sinks: readonly (Sink | undefined)[]): Promise<void> {
  for (const sink of sinks) await sink?.finish();
}
