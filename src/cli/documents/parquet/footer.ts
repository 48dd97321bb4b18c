import type { FileHandle } from 'node:fs/promises';
import { integer, itemsOf, readStruct, setInteger, structOf, textOf, writeStruct, type Struct } from './thrift.js';

/** First and last bytes of a Parquet file. */
export const MAGIC: Buffer = Buffer.from('PAR1');
const TAIL = 8;

/** What a Parquet file says of itself, with all that is not looked at here. */
export interface Footer {
  readonly metadata: Struct;
  /** The bytes from the metadata to the end of the file, for other readers. */
  readonly bytes: Buffer;
}

/** Fields of the structs of the format, by name. */
export const FILE = { schema: 2, rows: 3, groups: 4, keyValues: 5, columnOrders: 7, encryption: 8 } as const;
export const ELEMENT = { type: 1, repetition: 3, name: 4, children: 5, converted: 6, logical: 10 } as const;
export const GROUP = { columns: 1, bytes: 2, rows: 3, sorting: 4, offset: 5, packed: 6 } as const;
export const CHUNK = { file: 1, offset: 2, metadata: 3, indexes: [4, 5, 6, 7], encryption: [8, 9] } as const;
export const COLUMN = { path: 3, codec: 4, unpacked: 6, packed: 7, data: 9, index: 10, dictionary: 11, bloom: [14, 15] } as const;

/** Reads the end of a file. Throws a RangeError where it is no Parquet file, and an Error where it is encrypted. */
export async function readFooter(handle: FileHandle, size: number): Promise<Footer> {
  if (size < TAIL + MAGIC.length) throw new RangeError('the file is too short');
  const tail = await readAt(handle, size - TAIL, TAIL);
  const magic = tail.toString('latin1', 4);
  if (magic === 'PARE') throw new Error('the file is encrypted');
  const length = tail.readUInt32LE(0);
  if (magic !== 'PAR1' || length + TAIL + MAGIC.length > size) throw new RangeError('the file does not end as Parquet does');
  const bytes = await readAt(handle, size - TAIL - length, length + TAIL);
  const metadata = readStruct(bytes.subarray(0, length));
  if (metadata.has(FILE.encryption)) throw new Error('the file is encrypted');
  return { metadata, bytes };
}

/** The end of a file: metadata, its length, and the mark. */
export function footerBytes(metadata: Struct): Buffer {
  const bytes = writeStruct(metadata);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(bytes.length);
  return Buffer.concat([bytes, length, MAGIC]);
}

/** The structs of the schema, in the order of the file: the root, and each group before its members. */
export function schemaOf(metadata: Struct): Struct[] {
  return itemsOf(metadata, FILE.schema) as Struct[];
}

export function groupsOf(metadata: Struct): Struct[] {
  return itemsOf(metadata, FILE.groups) as Struct[];
}

export function chunksOf(group: Struct): Struct[] {
  return itemsOf(group, GROUP.columns) as Struct[];
}

/** Name at the top of the schema that a column chunk belongs to. */
export function topNameOf(chunk: Struct): string {
  return String(itemsOf(structOf(chunk, CHUNK.metadata)!, COLUMN.path)[0]);
}

/** Where the bytes of a column chunk are. Writers of old put 0 for a dictionary that is not there. */
export function placeOf(chunk: Struct): { start: number; length: number } {
  const meta = structOf(chunk, CHUNK.metadata)!;
  const dictionary = integer(meta, COLUMN.dictionary);
  const data = integer(meta, COLUMN.data)!;
  return { start: dictionary ? Math.min(dictionary, data) : data, length: integer(meta, COLUMN.packed)! };
}

/** The chunk as it is described at another place of a file; indexes and filters, which stand elsewhere, are not taken along. */
export function movedTo(chunk: Struct, start: number): Struct {
  const shift = start - placeOf(chunk).start;
  const meta: Struct = new Map(structOf(chunk, CHUNK.metadata));
  for (const field of [COLUMN.data, COLUMN.index, COLUMN.dictionary]) {
    const offset = integer(meta, field);
    if (offset) setInteger(meta, field, offset + shift);
  }
  COLUMN.bloom.forEach((field) => meta.delete(field));
  const moved: Struct = new Map(chunk);
  CHUNK.indexes.forEach((field) => moved.delete(field));
  setInteger(moved, CHUNK.offset, start);
  moved.set(CHUNK.metadata, { type: chunk.get(CHUNK.metadata)!.type, content: meta });
  return moved;
}

/** Names of the top of the schema. */
export function topNames(metadata: Struct): string[] {
  const [, ...elements] = schemaOf(metadata);
  const names: string[] = [];
  for (let i = 0; i < elements.length; i += sizeOfSubtree(elements, i)) names.push(textOf(elements[i]!, ELEMENT.name) ?? '');
  return names;
}

/** Reads so many bytes of a file. Throws a RangeError where there are fewer. */
export async function readAt(handle: FileHandle, start: number, length: number): Promise<Buffer> {
  const bytes = Buffer.allocUnsafe(length);
  for (let at = 0; at < length; ) {
    const { bytesRead } = await handle.read(bytes, at, length - at, start + at);
    if (bytesRead === 0) throw new RangeError('the file ends too early');
    at += bytesRead;
  }
  return bytes;
}

function sizeOfSubtree(elements: readonly Struct[], at: number): number {
  let size = 1;
  for (let child = 0; child < (integer(elements[at]!, ELEMENT.children) ?? 0); child++) size += sizeOfSubtree(elements, at + size);
  return size;
}
