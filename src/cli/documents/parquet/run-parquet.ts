import type { SchemaElement } from 'hyparquet';
import { InputError } from '../../read-input.js';
import { ANNOTATION_KEY } from '../annotation.js';
import type { BatchResult } from '../batch.js';
import { lineSafe } from '../json-line.js';
import type { Outputs } from '../outputs.js';
import { badLine, type ShardWork } from '../run-shard.js';
import { codecFor } from './codec.js';
import { CHUNK, COLUMN, GROUP, MAGIC, chunksOf, footerBytes, groupsOf, movedTo, placeOf, readAt, topNameOf } from './footer.js';
import { finishedMetadata } from './finish.js';
import type { Row } from './read-columns.js';
import { NOTHING, openTable, type Table } from './table.js';
import { TYPE, integer, setInteger, structOf, type Struct } from './thrift.js';
import { rowLines, treatRows, treatedRows, type TextRow, type TreatedRow } from './treat-rows.js';
import { elementsOf, encodeChunks, type ColumnValues, type WrittenChunk } from './write-columns.js';

/** Bytes of other columns that are copied at a time. */
const PIECE = 1 << 20;

/**
 * Treats the documents of a Parquet file, row group by row group, and writes a Parquet file. Of a row group in which no row falls away, only
 * the column of texts is written anew, and that only where a text has changed: all others are copied as they are, whatever their types.
 *
 * @throws {InputError} for a file that is no Parquet, is encrypted, or has no such column of texts.
 */
export async function* parquetResults(file: string, work: ShardWork, outputs: Outputs): AsyncGenerator<BatchResult> {
  const table = await openTable(file, work);
  try {
    await table.put(MAGIC, outputs);
    let first = 1;
    for (const group of groupsOf(table.metadata)) {
      yield* groupResults(table, group, first, work, outputs);
      first += integer(group, GROUP.rows)!;
    }
    await table.put(footerBytes(finishedMetadata(table.metadata, table.written, table.names)), outputs);
  } catch (error) {
    throw error instanceof RangeError ? new InputError(`${file}: got damaged Parquet (${error.message}), expected a whole file; fetch it again`) : error;
  } finally {
    await table.handle.close();
  }
}

/** The documents of a Parquet file as lines of JSON, each with row, id and text. */
export async function* parquetLines(file: string, work: ShardWork): AsyncGenerator<Uint8Array> {
  const table = await openTable(file, work);
  try {
    let first = 1;
    for (const group of groupsOf(table.metadata)) {
      const rows = integer(group, GROUP.rows)!;
      yield* rowLines(await textRows(table, first, rows, work), work.settings.textKey, work.settings.idKey);
      first += rows;
    }
  } finally {
    await table.handle.close();
  }
}

async function* groupResults(table: Table, group: Struct, first: number, work: ShardWork, outputs: Outputs): AsyncGenerator<BatchResult> {
  const { settings } = work;
  const rows = await textRows(table, first, integer(group, GROUP.rows)!, work);
  const treated: TreatedRow[] = [];
  let changed = false;
  for await (const result of treatRows(rows, table.file, work)) {
    if (result.bad.length > 0 && settings.onError === 'fail') throw badLine(table.file, result);
    treated.push(...treatedRows(result, settings.textKey));
    changed ||= result.counts.restored > 0;
    await outputs.write({ output: NOTHING, rejected: result.rejected, errors: result.errors });
    yield result;
  }
  const kept = treated.length < rows.length ? await keptColumns(table, rows, treated, group) : undefined;
  if (kept?.[0]?.values.length === 0) return;
  const fresh = kept ?? (changed ? [textColumn(table, rows, treated, group, settings.textKey)] : []);
  const annotations = settings.output === 'annotated' ? [annotationColumn(treated)] : [];
  await writeGroup(table, group, treated.length, [...fresh, ...annotations], kept !== undefined, outputs);
}

async function textRows(table: Table, first: number, count: number, { settings }: ShardWork): Promise<TextRow[]> {
  const { textKey, idKey } = settings;
  const texts = await table.columns.stored([textKey], first - 1, first - 1 + count);
  const named = table.names.includes(idKey) && idKey !== textKey;
  const ids = named ? await table.columns.meant([idKey], first - 1, first - 1 + count) : undefined;
  return texts.map((row, i) => {
    const text = (row[textKey] as Uint8Array | undefined) ?? null;
    return { row: first + i, text, id: ids ? idJson(ids[i]![idKey]) : 'null' };
  });
}

/** Whole numbers of 64 bits are written in all their digits. */
function idJson(id: unknown): string {
  if (typeof id === 'bigint') return String(id);
  return lineSafe(JSON.stringify(id, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value)) ?? 'null');
}

function textColumn({ columns }: Table, rows: readonly TextRow[], treated: readonly TreatedRow[], group: Struct, textKey: string): ColumnValues {
  const values = treated.map(({ text, row }) => (text === null ? rows[row - rows[0]!.row]!.text : Buffer.from(text, 'utf8')));
  return { name: textKey, elements: elementsOf(columns.schema, textKey), values, codec: codecOf(group, textKey) };
}

/** All columns, without the rows that fell away. */
async function keptColumns(table: Table, rows: readonly TextRow[], treated: readonly TreatedRow[], group: Struct): Promise<ColumnValues[]> {
  const from = rows[0]!.row - 1;
  const stored = await table.columns.stored(table.names, from, from + rows.length);
  const kept: Row[] = treated.map(({ row }) => stored[row - 1 - from]!);
  return table.names.map((name) => {
    const elements = elementsOf(table.columns.schema, name);
    refuseLossy(table.file, name, elements);
    return { name, elements, values: kept.map((row) => row[name] ?? null), codec: codecOf(group, name) };
  });
}

/** What the reader or the writer of columns would not give back as it was. */
const LOSSY: readonly { readonly kind: string; readonly is: (element: SchemaElement) => boolean }[] = [
  { kind: 'times of 96 bits (INT96)', is: ({ type }) => type === 'INT96' },
  { kind: 'maps', is: ({ converted_type, logical_type }) => /^MAP/.test(converted_type ?? '') || logical_type?.type === 'MAP' },
  { kind: 'repeated values that are no list', is: ({ type, repetition_type }) => type !== undefined && repetition_type === 'REPEATED' },
];

function refuseLossy(file: string, name: string, elements: readonly SchemaElement[]): void {
  const lossy = LOSSY.find(({ is }) => elements.some(is));
  if (!lossy) return;
  const got = `got the column "${name}" of ${lossy.kind}`;
  throw new InputError(`${file}: ${got}, expected one that can be written anew where rows fall away; convert it first`);
}

function annotationColumn(treated: readonly TreatedRow[]): ColumnValues {
  return {
    name: ANNOTATION_KEY, elements: [{ name: ANNOTATION_KEY, type: 'BYTE_ARRAY', repetition_type: 'OPTIONAL' }],
    values: treated.map(({ annotation }) => (annotation === undefined ? null : Buffer.from(annotation, 'utf8'))), codec: 'SNAPPY',
  };
}

function codecOf(group: Struct, name: string): ReturnType<typeof codecFor> {
  const chunk = chunksOf(group).find((one) => topNameOf(one) === name)!;
  return codecFor(integer(structOf(chunk, CHUNK.metadata)!, COLUMN.codec) ?? 1);
}

async function writeGroup(
  table: Table, group: Struct, rows: number, fresh: readonly ColumnValues[], all: boolean, outputs: Outputs,
): Promise<void> {
  const start = table.at;
  const encoded = fresh.length > 0 ? await encodeChunks(fresh, table.packers) : [];
  const chunks: Struct[] = [];
  for (const chunk of all ? [] : chunksOf(group)) {
    const replaced = encoded.find((one) => topNameOf(one.chunk) === topNameOf(chunk));
    chunks.push(replaced ? await putEncoded(table, replaced, outputs) : await copyChunk(table, chunk, outputs));
  }
  const left = encoded.filter(({ chunk }) => all || !table.names.includes(topNameOf(chunk)));
  for (const one of left) chunks.push(await putEncoded(table, one, outputs));
  table.written.push(groupWith(group, chunks, rows, start, table.at, fresh.length > 0));
}

async function putEncoded(table: Table, { bytes, chunk }: WrittenChunk, outputs: Outputs): Promise<Struct> {
  const moved = movedTo(chunk, table.at);
  await table.put(bytes, outputs);
  return moved;
}

async function copyChunk(table: Table, chunk: Struct, outputs: Outputs): Promise<Struct> {
  const moved = movedTo(chunk, table.at);
  const { start, length } = placeOf(chunk);
  for (let at = 0; at < length; at += PIECE) await table.put(await readAt(table.handle, start + at, Math.min(PIECE, length - at)), outputs);
  return moved;
}

function groupWith(group: Struct, chunks: Struct[], rows: number, start: number, end: number, changed: boolean): Struct {
  const written: Struct = new Map(group);
  const columns = group.get(GROUP.columns)!;
  written.set(GROUP.columns, { type: columns.type, content: { of: TYPE.struct, items: chunks } });
  const unpacked = chunks.reduce((sum, chunk) => sum + integer(structOf(chunk, CHUNK.metadata)!, COLUMN.unpacked)!, 0);
  setInteger(written, GROUP.bytes, unpacked);
  setInteger(written, GROUP.rows, rows);
  if (written.has(GROUP.offset)) setInteger(written, GROUP.offset, start);
  if (written.has(GROUP.packed)) setInteger(written, GROUP.packed, end - start);
  if (changed) written.delete(GROUP.sorting);
  return written;
}
