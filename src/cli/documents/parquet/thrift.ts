/** Types of the compact protocol of Thrift, in which Parquet writes what it knows of itself. */
export const TYPE = { true: 1, false: 2, byte: 3, i16: 4, i32: 5, i64: 6, double: 7, binary: 8, list: 9, set: 10, struct: 12 } as const;

/** A struct, its fields by number; what is not looked at is written again as it was read. */
export type Struct = Map<number, Value>;

export interface List {
  /** Type of all items. */
  readonly of: number;
  readonly items: Content[];
}

/** Integers are big; doubles and binaries are their bytes; of a boolean the type says all. */
export type Content = bigint | Buffer | boolean | List | Struct;

export interface Value {
  readonly type: number;
  readonly content: Content;
}

/** Reads a struct from the beginning of some bytes. Throws a RangeError where they end too early or are no such thing. */
export function readStruct(bytes: Buffer): Struct {
  return structAt({ bytes, at: 0 });
}

/** The bytes of a struct. */
export function writeStruct(struct: Struct): Buffer {
  const parts: Buffer[] = [];
  putStruct(parts, struct);
  return Buffer.concat(parts);
}

/** An integer field, or undefined. */
export function integer(struct: Struct, field: number): number | undefined {
  const content = struct.get(field)?.content;
  return typeof content === 'bigint' ? Number(content) : undefined;
}

/** A struct field, or undefined. */
export function structOf(struct: Struct, field: number): Struct | undefined {
  const content = struct.get(field)?.content;
  return content instanceof Map ? content : undefined;
}

/** The items of a list field; none where there is no such field. */
export function itemsOf(struct: Struct, field: number): Content[] {
  const content = struct.get(field)?.content;
  return content !== undefined && typeof content === 'object' && 'items' in content ? content.items : [];
}

/** A text field, or undefined. */
export function textOf(struct: Struct, field: number): string | undefined {
  const content = struct.get(field)?.content;
  return Buffer.isBuffer(content) ? content.toString('utf8') : undefined;
}

/** Sets an integer field; it stays in its place where it was there. */
export function setInteger(struct: Struct, field: number, value: number | bigint, type: number = TYPE.i64): void {
  struct.set(field, { type: struct.get(field)?.type ?? type, content: BigInt(value) });
}

interface Reader {
  readonly bytes: Buffer;
  at: number;
}

function structAt(reader: Reader): Struct {
  const struct: Struct = new Map();
  for (let field = 0; ; ) {
    const head = reader.bytes.readUInt8(reader.at++);
    if (head === 0) return struct;
    field = head >> 4 ? field + (head >> 4) : Number(zigzag(reader));
    const type = head & 15;
    struct.set(field, { type, content: type <= TYPE.false ? type === TYPE.true : contentAt(reader, type) });
  }
}

function contentAt(reader: Reader, type: number): Content {
  switch (type) {
    case TYPE.true:
    case TYPE.false:
      return reader.bytes.readUInt8(reader.at++) === TYPE.true;
    case TYPE.byte:
      return BigInt(reader.bytes.readInt8(reader.at++));
    case TYPE.i16:
    case TYPE.i32:
    case TYPE.i64:
      return zigzag(reader);
    case TYPE.double:
      return taken(reader, 8);
    case TYPE.binary:
      return taken(reader, Number(varint(reader)));
    case TYPE.list:
    case TYPE.set:
      return listAt(reader);
    case TYPE.struct:
      return structAt(reader);
    default:
      throw new RangeError(`unknown type ${type} in the metadata`);
  }
}

function listAt(reader: Reader): List {
  const head = reader.bytes.readUInt8(reader.at++);
  const length = head >> 4 === 15 ? Number(varint(reader)) : head >> 4;
  const items: Content[] = [];
  for (let i = 0; i < length; i++) items.push(contentAt(reader, head & 15));
  return { of: head & 15, items };
}

function taken(reader: Reader, length: number): Buffer {
  if (reader.at + length > reader.bytes.length) throw new RangeError('the metadata ends too early');
  return reader.bytes.subarray(reader.at, (reader.at += length));
}

function varint(reader: Reader): bigint {
  for (let value = 0n, shift = 0n; ; shift += 7n) {
    const byte = reader.bytes.readUInt8(reader.at++);
    value |= BigInt(byte & 127) << shift;
    if (byte < 128) return value;
  }
}

function zigzag(reader: Reader): bigint {
  const value = varint(reader);
  return (value >> 1n) ^ -(value & 1n);
}

function putStruct(parts: Buffer[], struct: Struct): void {
  let last = 0;
  for (const [field, { type, content }] of [...struct].sort(([a], [b]) => a - b)) {
    const step = field - last;
    parts.push(step < 16 ? Buffer.of((step << 4) | type) : Buffer.concat([Buffer.of(type), putZigzag(BigInt(field))]));
    if (type > TYPE.false) putContent(parts, type, content);
    last = field;
  }
  parts.push(Buffer.of(0));
}

function putContent(parts: Buffer[], type: number, content: Content): void {
  if (typeof content === 'boolean') parts.push(Buffer.of(content ? TYPE.true : TYPE.false));
  else if (typeof content === 'bigint') parts.push(type === TYPE.byte ? Buffer.of(Number(content) & 255) : putZigzag(content));
  else if (Buffer.isBuffer(content)) parts.push(...(type === TYPE.binary ? [putVarint(BigInt(content.length))] : []), content);
  else if (content instanceof Map) putStruct(parts, content);
  else putList(parts, content as List);
}

function putList(parts: Buffer[], { of, items }: List): void {
  parts.push(items.length < 15 ? Buffer.of((items.length << 4) | of) : Buffer.concat([Buffer.of(0xf0 | of), putVarint(BigInt(items.length))]));
  for (const item of items) putContent(parts, of, item);
}

function putZigzag(value: bigint): Buffer {
  return putVarint(value < 0n ? (-value << 1n) - 1n : value << 1n);
}

function putVarint(value: bigint): Buffer {
  const bytes: number[] = [];
  for (; value > 127n; value >>= 7n) bytes.push(Number(value & 127n) | 128);
  return Buffer.from([...bytes, Number(value)]);
}
