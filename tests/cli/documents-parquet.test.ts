import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parquetMetadata, parquetReadObjects, type SchemaElement } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from 'vitest';
import { readStruct, writeStruct } from '../../src/cli/documents/parquet/thrift.js';
import { detect, restore } from '../../src/index.js';
import { CLEAN_LINES, SPUN_LINES, buildCli, folderWith, unspun, type Run } from '../helpers/cli.js';
import { SPUN_ASTRAL, jsonl, parsed } from '../helpers/documents.js';

/** Columns of many types, texts among them; of the second row group no text is spun. */
const TEXTS = [CLEAN_LINES, SPUN_ASTRAL, '', CLEAN_LINES, CLEAN_LINES, SPUN_LINES];
const ROWS = TEXTS.length;
const SCHEMA: SchemaElement[] = [
  { name: 'root', num_children: 8 },
  { name: 'id', type: 'INT64', repetition_type: 'REQUIRED' },
  { name: 'text', type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' }, repetition_type: 'OPTIONAL' },
  { name: 'price', type: 'FIXED_LEN_BYTE_ARRAY', type_length: 16, converted_type: 'DECIMAL', scale: 2, precision: 38, repetition_type: 'OPTIONAL' },
  { name: 'when', type: 'INT64', logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'NANOS' }, repetition_type: 'OPTIONAL' },
  { name: 'tags', repetition_type: 'OPTIONAL', num_children: 1, converted_type: 'LIST' },
  { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
  { name: 'element', type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'OPTIONAL' },
  { name: 'about', repetition_type: 'OPTIONAL', num_children: 1 },
  { name: 'score', type: 'DOUBLE', repetition_type: 'OPTIONAL' },
  { name: 'raw', type: 'BYTE_ARRAY', repetition_type: 'OPTIONAL' },
  { name: 'flag', type: 'BOOLEAN', repetition_type: 'REQUIRED' },
];
const MANY = Array.from({ length: ROWS }, (_, i) => i);

function table(texts: readonly (string | null)[] = TEXTS): Buffer {
  const writer = new ByteWriter();
  const file = new ParquetWriter({ writer, schema: SCHEMA, kvMetadata: [{ key: 'made by', value: 'a test' }] });
  void file.write({
    rowGroupSize: 2,
    columnData: [
      { name: 'id', data: MANY.map((i) => 2n ** 62n + BigInt(i)) }, { name: 'text', data: [...texts] },
      { name: 'price', data: MANY.map((i) => (i === 3 ? null : 12345678901234567890n + BigInt(i))) },
      { name: 'when', data: MANY.map((i) => 1_700_000_000_123_456_789n + BigInt(i)) },
      { name: 'tags', data: MANY.map((i) => (i === 2 ? null : ['a', null, 'b'].slice(0, i % 4))) },
      { name: 'about', data: MANY.map((i) => (i === 4 ? null : { score: i / 3 })) },
      { name: 'raw', data: MANY.map((i) => Uint8Array.of(0xff, i)) }, { name: 'flag', data: MANY.map((i) => i % 2 === 0) },
    ],
  });
  void file.finish();
  return Buffer.from(writer.getBytes());
}

let folder: string;
let remove: () => void;

beforeAll(buildCli);
beforeEach(() => {
  remove?.();
  ({ folder, remove } = folderWith({ 'in.parquet': table() }));
});
afterAll(() => remove());

function run(...args: readonly string[]): Run {
  return unspun(args, { cwd: folder });
}

/** All rows, times and bytes as they are stored. */
async function rowsOf(name: string): Promise<Record<string, unknown>[]> {
  const bytes = readFileSync(join(folder, name));
  const file = { byteLength: bytes.length, slice: (start: number, end = bytes.length) => bytes.buffer.slice(bytes.byteOffset + start, bytes.byteOffset + end) as ArrayBuffer };
  const parsers = { timestampFromNanoseconds: (nanoseconds: bigint) => nanoseconds };
  return parquetReadObjects({ file, compressors, parsers }) as Promise<Record<string, unknown>[]>;
}

function metadataOf(name: string): ReturnType<typeof parquetMetadata> {
  return parquetMetadata(new Uint8Array(readFileSync(join(folder, name))));
}

describe('Parquet', () => {
  it('has the texts restored, and every other column as it was', async () => {
    expect(run('restore', '--quiet', 'in.parquet', '--out', 'out.parquet')).toEqual({ code: 0, out: '', err: '' });
    const before = await rowsOf('in.parquet');
    expect(await rowsOf('out.parquet')).toEqual(before.map((row, i) => ({ ...row, text: restore(TEXTS[i]!).text })));
    const [was, is] = [metadataOf('in.parquet'), metadataOf('out.parquet')];
    expect(is.schema).toEqual(was.schema);
    expect(is.key_value_metadata).toEqual(was.key_value_metadata);
    expect(is.row_groups.map(({ num_rows }) => num_rows)).toEqual([2n, 2n, 2n]);
  });

  it('has the same bytes where nothing was restored', () => {
    writeFileSync(join(folder, 'clean.parquet'), table(MANY.map(() => CLEAN_LINES)));
    expect(run('restore', '--quiet', 'clean.parquet', '--out', 'out.parquet').code).toBe(0);
    const was = metadataOf('clean.parquet');
    const end = readFileSync(join(folder, 'clean.parquet')).length - was.metadata_length - 8;
    const [before, after] = ['clean.parquet', 'out.parquet'].map((name) => readFileSync(join(folder, name)).subarray(0, end));
    expect(after!.equals(before!)).toBe(true);
  });

  it('is the same with two jobs', () => {
    run('restore', '--quiet', 'in.parquet', '--out', 'one.parquet', '--output', 'annotated');
    run('restore', '--quiet', 'in.parquet', '--out', 'two.parquet', '--output', 'annotated', '--jobs', '2');
    expect(readFileSync(join(folder, 'two.parquet')).equals(readFileSync(join(folder, 'one.parquet')))).toBe(true);
  });

  it('annotated: has a column more', async () => {
    expect(run('restore', '--quiet', 'in.parquet', '--out', 'out', '--output', 'annotated', '--offsets', 'codepoints').code).toBe(0);
    const before = await rowsOf('in.parquet');
    const rows = await rowsOf('out/in.parquet');
    expect(rows.map(({ unspun: _, ...rest }) => rest)).toEqual(before.map((row, i) => ({ ...row, text: restore(TEXTS[i]!).text })));
    const { edits, family } = JSON.parse(String(rows[1]!['unspun'])) as { family: string; edits: { start: number; end: number; observed: string }[] };
    expect(family).toBe('synonym-spin');
    expect(edits.map(({ start, end }) => [...SPUN_ASTRAL].slice(start, end).join(''))).toEqual(edits.map(({ observed }) => observed));
    expect(run('detect', 'out/in.parquet', '--out', 'again.parquet', '--output', 'annotated').err).toContain('got a column "unspun" already');
  });

  it('verdict: is JSONL, with whole numbers as ids', () => {
    const { out } = run('detect', '--quiet', 'in.parquet');
    const ids = MANY.map((i) => String(2n ** 62n + BigInt(i)));
    expect(out.split('\n').slice(0, -1).map((line) => line.slice('{"id":'.length, line.indexOf(',')))).toEqual(ids);
    expect(parsed(out)[1]).toMatchObject({ unspun: detect(SPUN_ASTRAL) });
  });

  it('filter: keeps whole rows of every type', async () => {
    expect(run('filter', '--quiet', 'in.parquet', '--out', 'out.parquet', '--rejected', 'dropped.jsonl').code).toBe(0);
    const before = await rowsOf('in.parquet');
    expect(await rowsOf('out.parquet')).toEqual(before.filter((_, i) => i !== 1 && i !== 5));
    expect(metadataOf('out.parquet').schema).toEqual(metadataOf('in.parquet').schema);
    expect(parsed(readFileSync(join(folder, 'dropped.jsonl'), 'utf8')).map(({ row }) => row)).toEqual([2, 6]);
  });

  it('on errors: names the row, keeps it, or leaves it out', async () => {
    writeFileSync(join(folder, 'holes.parquet'), table(TEXTS.map((text, i) => (i === 2 ? null : text))));
    expect(run('restore', 'holes.parquet', '--out', 'out.parquet').err).toContain('holes.parquet:3: got null as "text", expected a string');
    expect(run('restore', '--quiet', '--on-error', 'keep', 'holes.parquet', '--out', 'kept.parquet').code).toBe(0);
    expect((await rowsOf('kept.parquet')).map(({ text }) => text)).toEqual(TEXTS.map((text, i) => (i === 2 ? undefined : restore(text).text)).map((text) => text ?? null));
    expect(run('restore', '--quiet', '--on-error', 'skip', 'holes.parquet', '--out', 'skipped.parquet').code).toBe(0);
    expect((await rowsOf('skipped.parquet')).map(({ id }) => id)).toEqual([0n, 1n, 3n, 4n, 5n].map((i) => 2n ** 62n + i));
    expect(parsed(readFileSync(join(folder, 'skipped.parquet.errors'), 'utf8'))).toMatchObject([{ line: 3, reason: 'text not a string' }]);
  });

  test.each<[name: string, make: () => Buffer, message: string]>([
    ['no Parquet', () => Buffer.from('not a table at all'), 'the file does not end as Parquet does'],
    ['too short', () => Buffer.from('PAR1'), 'the file is too short'],
    ['cut off', () => table().subarray(0, -20), 'the file does not end as Parquet does'],
    ['encrypted', () => Buffer.concat([table().subarray(0, -4), Buffer.from('PARE')]), 'the file is encrypted'],
  ])('refuses a file that is %s', (_, make, message) => {
    writeFileSync(join(folder, 'bad.parquet'), make());
    const { code, err } = run('restore', '--quiet', 'bad.parquet', '--out', 'out.parquet');
    expect({ code, err }).toEqual({ code: 1, err: `unspun: bad.parquet: ${message}; expected a Parquet file that is whole and not encrypted\n` });
  });

  test.each<[args: string[], message: string]>([
    [['restore', '--quiet', 'in.parquet', '--out', 'out.parquet', '--text-key', 'body'], 'in.parquet: got the columns id, text, price, when, tags, about, raw, flag, expected "body"; name the column of the text with --text-key'],
    [['restore', '--quiet', 'in.parquet', '--out', 'out.parquet', '--text-key', 'tags'], 'in.parquet: got a column "tags" that holds no texts, expected one of strings'],
    [['restore', '--quiet', 'in.parquet'], 'in.parquet: got Parquet, expected --out with a folder or a .parquet file, or --output verdict, which is JSONL\nSee "unspun --help".'],
    [['restore', 'in.parquet', '--out', 'out', '--output', 'dolma'], 'in.parquet: Dolma reads JSONL, and so has no attributes for Parquet; convert it first\nSee "unspun --help".'],
  ])('%j', (args, message) => {
    expect(run(...args).err).toBe(`unspun: ${message}\n`);
  });
});

describe('metadata in Thrift', () => {
  it('comes out byte for byte, whatever is in it', () => {
    const bytes = table();
    const length = bytes.readUInt32LE(bytes.length - 8);
    const metadata = bytes.subarray(bytes.length - 8 - length, bytes.length - 8);
    expect(writeStruct(readStruct(metadata)).equals(metadata)).toBe(true);
  });

  test.each<[name: string, bytes: number[]]>([
    ['every width of whole number', [0x13, 0x85, 0x14, 0x03, 0x15, 0xff, 0x01, 0x16, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x01, 0]],
    ['booleans, and a list of them', [0x11, 0x12, 0x19, 0x21, 1, 2, 0]],
    ['a double, a field far away', [0x17, 1, 2, 3, 4, 5, 6, 7, 8, 0x08, 0x80, 0x01, 2, 0xc3, 0x28, 0]],
    ['a list of twenty structs', [0x19, 0xfc, 20, ...Array<number>(20).fill(0), 0]],
  ])('%s', (_, bytes) => {
    expect([...writeStruct(readStruct(Buffer.from(bytes)))]).toEqual(bytes);
  });

  it('throws where it ends too early', () => {
    expect(() => readStruct(Buffer.from([0x18, 200, 1]))).toThrow(RangeError);
    expect(() => readStruct(Buffer.from([0x15]))).toThrow(RangeError);
  });
});

describe('JSONL beside Parquet', () => {
  it('is mirrored into the same folder', () => {
    writeFileSync(join(folder, 'a.jsonl'), jsonl([{ id: 1, text: SPUN_LINES }]));
    expect(run('restore', '--quiet', '.', '--out', 'out').code).toBe(0);
    expect(parsed(readFileSync(join(folder, 'out', 'a.jsonl'), 'utf8'))).toEqual([{ id: 1, text: restore(SPUN_LINES).text }]);
    expect(metadataOf('out/in.parquet').num_rows).toBe(BigInt(ROWS));
  });
});
