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
  const cut: Cut = { file, maxLine, firstLine, part: 0, open: [], held: 0 };
  for await (const chunk of chunks) {
    const rest = cut.part > 0 ? yield* longLineEnd(cut, chunk) : chunk;
    yield* wholeLines(cut, rest);
    if (cut.held > maxLine) yield { bytes: takeHeld(cut), file, firstLine: cut.firstLine, part: ++cut.part };
  }
  if (cut.held > 0) yield { bytes: takeHeld(cut), file, firstLine: cut.firstLine };
}

/** Where the cutting is. */
interface Cut {
  readonly file: string;
  readonly maxLine: number;
  /** Number of the line that begins next, or of the long one that goes on. */
  firstLine: number;
  /** Parts of a long line that were handed on; 0 where none goes on. */
  part: number;
  /** What is held of a line whose end was not seen yet. */
  open: Uint8Array[];
  held: number;
}

/** Hands on what a chunk has of a long line, and returns the rest of the chunk. */
function* longLineEnd(cut: Cut, chunk: Uint8Array): Generator<LongPart, Uint8Array> {
  const end = chunk.indexOf(NEWLINE) + 1;
  const bytes = new Uint8Array(end > 0 ? chunk.subarray(0, end) : chunk);
  yield { bytes, file: cut.file, firstLine: cut.firstLine, part: ++cut.part };
  if (end === 0) return chunk.subarray(chunk.length);
  cut.part = 0;
  cut.firstLine++;
  return chunk.subarray(end);
}

/** Hands on the lines that end in a chunk, and holds what is left. */
function* wholeLines(cut: Cut, chunk: Uint8Array): Generator<Batch> {
  const end = chunk.lastIndexOf(NEWLINE) + 1;
  if (end > 0) {
    const bytes = joined([...cut.open, chunk.subarray(0, end)]);
    // Counted now: whoever takes the batch may hand its memory to another thread.
    const lines = countLines(bytes);
    cut.open = [];
    cut.held = 0;
    yield { bytes, file: cut.file, firstLine: cut.firstLine };
    cut.firstLine += lines;
  }
  // Copied: the source may use the memory of a chunk again.
  if (end < chunk.length) cut.open.push(new Uint8Array(chunk.subarray(end)));
  cut.held += chunk.length - end;
}

function takeHeld(cut: Cut): Uint8Array {
  const bytes = joined(cut.open);
  cut.open = [];
  cut.held = 0;
  return bytes;
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
