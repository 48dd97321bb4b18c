import { joined } from './assembly.js';
import type { Batch } from './batch.js';

const NEWLINE = 10;

/** A part of a line too long to be held in memory. */
export interface LongPart {
  readonly bytes: Uint8Array;
  readonly file: string;
  readonly firstLine: number;
  /** Number of the part in its line, from 1. */
  readonly part: number;
}

/**
 * Cuts a stream of bytes into batches of whole lines. What is there is handed on at once, so that a program at the other end of a pipe
 * gets its answers without closing it. Lines longer than `maxLine` bytes come in parts. Lines are counted from `firstLine` on.
 */
export async function* lineBatches(
  chunks: AsyncIterable<Uint8Array>, file: string, maxLine: number, firstLine = 1,
): AsyncGenerator<Batch | LongPart> {
  let part = 0;
  let open: Uint8Array[] = [];
  let held = 0;
  for await (const chunk of chunks) {
    let rest = chunk;
    if (part > 0) {
      const end = chunk.indexOf(NEWLINE) + 1;
      yield { bytes: end > 0 ? chunk.subarray(0, end) : chunk, file, firstLine, part: ++part };
      if (end === 0) continue;
      part = 0;
      firstLine++;
      rest = chunk.subarray(end);
    }
    const end = rest.lastIndexOf(NEWLINE) + 1;
    if (end > 0) {
      const bytes = joined([...open, rest.subarray(0, end)]);
      // Counted now: whoever takes the batch may hand its memory to another thread.
      const lines = countLines(bytes);
      yield { bytes, file, firstLine };
      firstLine += lines;
      open = [];
      held = 0;
    }
    if (end < rest.length) open.push(rest.subarray(end));
    held += rest.length - end;
    if (held > maxLine) {
      yield { bytes: joined(open), file, firstLine, part: ++part };
      open = [];
      held = 0;
    }
  }
  if (held > 0) yield { bytes: joined(open), file, firstLine };
}

/** Whether a batch is a part of one long line. */
export function isLongPart(batch: Batch | LongPart): batch is LongPart {
  return 'part' in batch;
}

/** A Buffer finds a byte several times as fast as other arrays do. */
function countLines(bytes: Uint8Array): number {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let count = 0;
  for (let at = buffer.indexOf(NEWLINE); at >= 0; at = buffer.indexOf(NEWLINE, at + 1)) count++;
  return count;
}
