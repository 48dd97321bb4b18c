import { isUtf8 } from 'node:buffer';
import type { Batch, BatchResult } from '../batch.js';
import { ANNOTATION_KEY } from '../annotation.js';
import { inOrder } from '../in-order.js';
import { toJson } from '../json-line.js';
import { lineBatches } from '../lines.js';
import type { ShardWork } from '../run-shard.js';

/** Key under which a row finds its way back. */
export const ROW_KEY = 'row';
/** Characters of lines that are handed on at once. */
const ENOUGH = 1 << 18;

/** A row as it is handed to those who treat documents. */
export interface TextRow {
  /** Number of the row in its file, from 1. */
  readonly row: number;
  /** UTF-8; null where there is none. */
  readonly text: Uint8Array | null;
  /** JSON. */
  readonly id: string;
}

/** What became of a row. */
export interface TreatedRow {
  readonly row: number;
  /** Null: as it was. */
  readonly text: string | null;
  /** Verdict and edits, as JSON. */
  readonly annotation: string | undefined;
}

/** Hands rows on as lines of JSON. */
export async function* rowLines(rows: Iterable<TextRow>, textKey: string, idKey: string): AsyncGenerator<Uint8Array> {
  let parts: Uint8Array[] = [];
  let held = 0;
  for (const { row, text, id } of rows) {
    const named = idKey === ROW_KEY ? '' : `${toJson(idKey)}:${id},`;
    const line = Buffer.concat([Buffer.from(`{"${ROW_KEY}":${row},${named}${toJson(textKey)}:`), textJson(text), Buffer.from('}\n')]);
    parts.push(line);
    held += line.length;
    if (held < ENOUGH) continue;
    yield Buffer.concat(parts);
    parts = [];
    held = 0;
  }
  if (held > 0) yield Buffer.concat(parts);
}

/** Treats rows of a file as documents, and yields what became of them, batch by batch. */
export function treatRows(rows: readonly TextRow[], file: string, { settings, crew }: ShardWork): AsyncIterable<BatchResult> {
  const lines = rowLines(rows, settings.textKey, settings.idKey);
  const batches = lineBatches(lines, file, Infinity, rows[0]?.row ?? 1);
  return inOrder(batches, crew.width, (batch) => crew.run(batch as Batch));
}

/** The rows in the output of a batch. A bad row that is kept has no text of its own here: its bytes stay what they were. */
export function treatedRows({ output, bad }: BatchResult, textKey: string): TreatedRow[] {
  const kept = new Set(bad.map(({ line }) => line));
  const lines = Buffer.from(output.buffer, output.byteOffset, output.byteLength).toString('utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => {
    const record = JSON.parse(line) as Record<string, unknown>;
    const annotation = Object.hasOwn(record, ANNOTATION_KEY) ? toJson(record[ANNOTATION_KEY]) : undefined;
    const row = record[ROW_KEY] as number;
    return { row, text: kept.has(row) ? null : (record[textKey] as string), annotation };
  });
}

/** Bytes that are not UTF-8 go as they are, and are found out as any such line is. */
function textJson(text: Uint8Array | null): Buffer {
  if (text === null) return Buffer.from('null');
  const bytes = Buffer.from(text.buffer, text.byteOffset, text.byteLength);
  return isUtf8(bytes) ? Buffer.from(toJson(bytes.toString('utf8'))) : Buffer.concat([Buffer.from('"'), bytes, Buffer.from('"')]);
}
