import type { FileHandle } from 'node:fs/promises';
import type { AsyncBuffer, FileMetaData, SchemaElement } from 'hyparquet';
import { readAt } from './footer.js';

/** A row: values by the name of the column. */
export type Row = Readonly<Record<string, unknown>>;

/** Reads rows of a Parquet file, column by column. */
export interface ColumnReader {
  /** Values as they are stored: texts and decimals as bytes or whole numbers, times as whole numbers, so that nothing is lost. */
  stored(columns: readonly string[], from: number, to: number): Promise<Row[]>;
  /** Values as they are meant. */
  meant(columns: readonly string[], from: number, to: number): Promise<Row[]>;
  /** Schema of what `stored` returns. */
  readonly schema: readonly SchemaElement[];
}

export async function openColumns(handle: FileHandle, size: number): Promise<ColumnReader> {
  const { parquetMetadataAsync, parquetRead } = await import('hyparquet');
  const { compressors } = await import('hyparquet-compressors');
  const file: AsyncBuffer = {
    byteLength: size,
    slice: async (start, end = size) => {
      const { buffer, byteOffset, byteLength } = await readAt(handle, start, end - start);
      return buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer;
    },
  };
  const metadata = await parquetMetadataAsync(file, { geoparquet: false });
  const bare: FileMetaData = { ...metadata, schema: metadata.schema.map(bareElement) };
  const read = async (using: FileMetaData, utf8: boolean, columns: readonly string[], rowStart: number, rowEnd: number): Promise<Row[]> => {
    let rows: Row[] = [];
    const onComplete = (all: Row[]): void => void (rows = all);
    const range = { columns: [...columns], rowStart, rowEnd };
    await parquetRead({ file, metadata: using, ...range, compressors, utf8, geoparquet: false, rowFormat: 'object', onComplete });
    return rows;
  };
  return {
    stored: (columns, from, to) => read(bare, false, columns, from, to),
    meant: (columns, from, to) => read(metadata, true, columns, from, to),
    schema: bare.schema,
  };
}

/** A column without what its values mean; groups stay what they are, for their form hangs on it. */
function bareElement(element: SchemaElement): SchemaElement {
  if (element.type === undefined) return element;
  const { name, type, type_length, repetition_type } = element;
  return { name, type, ...(type_length !== undefined && { type_length }), ...(repetition_type && { repetition_type }) };
}
