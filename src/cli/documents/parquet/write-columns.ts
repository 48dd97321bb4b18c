import type { SchemaElement } from 'hyparquet';
import { readStruct, type Struct } from './thrift.js';
import { chunksOf, groupsOf, placeOf } from './footer.js';
import type { Codec, Packers } from './codec.js';

/** A column to be written: the values of one name at the top of the schema, and the elements that describe it. */
export interface ColumnValues {
  readonly name: string;
  readonly elements: readonly SchemaElement[];
  readonly values: unknown[];
  readonly codec: Codec;
}

/** A column chunk as bytes, and its description. */
export interface WrittenChunk {
  readonly bytes: Buffer;
  readonly chunk: Struct;
}

/** Encodes one row group: a small file in memory is written, and its chunks are taken out of it. A group of no rows has no chunks. */
export async function encodeChunks(columns: readonly ColumnValues[], packers: Packers): Promise<WrittenChunk[]> {
  const { parquetWriteBuffer } = await import('hyparquet-writer');
  const rows = columns[0]!.values.length;
  const file = Buffer.from(parquetWriteBuffer({
    columnData: columns.map(({ name, values, codec }) => ({ name, data: values, codec, offsetIndex: false })),
    schema: [{ name: 'root', num_children: columns.length }, ...columns.flatMap(({ elements }) => elements)],
    compressors: packers, statistics: false, rowGroupSize: Math.max(1, rows),
  }));
  const metadata = readStruct(file.subarray(file.length - 8 - file.readUInt32LE(file.length - 8), file.length - 8));
  return groupsOf(metadata).flatMap(chunksOf).map((chunk) => {
    const { start, length } = placeOf(chunk);
    return { bytes: file.subarray(start, start + length), chunk };
  });
}

/** The elements of the schema that describe one name at its top. */
export function elementsOf(schema: readonly SchemaElement[], name: string): SchemaElement[] {
  for (let at = 1; at < schema.length; ) {
    const end = subtreeEnd(schema, at);
    if (schema[at]!.name === name) return schema.slice(at, end);
    at = end;
  }
  return [];
}

function subtreeEnd(schema: readonly SchemaElement[], at: number): number {
  let end = at + 1;
  for (let child = 0; child < (schema[at]!.num_children ?? 0); child++) end = subtreeEnd(schema, end);
  return end;
}
