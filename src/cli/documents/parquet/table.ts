import { open, stat, type FileHandle } from 'node:fs/promises';
import { InputError } from '../../read-input.js';
import { ANNOTATION_KEY } from '../annotation.js';
import type { Outputs } from '../outputs.js';
import type { ShardWork } from '../run-shard.js';
import { loadPackers, type Packers } from './codec.js';
import { ELEMENT, readFooter, schemaOf, topNames } from './footer.js';
import { openColumns, type ColumnReader } from './read-columns.js';
import { integer, textOf, type Struct } from './thrift.js';

export const NOTHING: Uint8Array = new Uint8Array(0);

/** A Parquet file that is read, and what is written in its place. */
export interface Table {
  readonly file: string;
  readonly handle: FileHandle;
  readonly metadata: Struct;
  readonly columns: ColumnReader;
  readonly names: readonly string[];
  readonly packers: Packers;
  /** Row groups written so far. */
  readonly written: Struct[];
  /** Bytes written so far. */
  at: number;
  put(bytes: Uint8Array, outputs: Outputs): Promise<void>;
}

/** Opens a Parquet file and checks that it has what is needed. Throws an InputError. */
export async function openTable(file: string, { settings, watcher }: ShardWork): Promise<Table> {
  const handle = await openFile(file);
  try {
    const { size } = await stat(file);
    const { metadata } = await readFooter(handle, size);
    watcher.onRead(size);
    const names = topNames(metadata);
    checkColumns(file, metadata, names, settings.textKey, settings.output === 'annotated');
    const columns = await openColumns(handle, size);
    const table: Table = {
      file, handle, metadata, columns, names, packers: await loadPackers(), written: [], at: 0,
      put: async (bytes, outputs) => {
        await outputs.write({ output: bytes, rejected: NOTHING, errors: NOTHING });
        table.at += bytes.length;
      },
    };
    return table;
  } catch (error) {
    await handle.close();
    if (error instanceof InputError) throw error;
    throw new InputError(`${file}: ${(error as Error).message}; expected a Parquet file that is whole and not encrypted`);
  }
}

async function openFile(file: string): Promise<FileHandle> {
  try {
    return await open(file);
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw new InputError(`${file}: ${missing ? 'no such file; check the path' : (error as Error).message}`);
  }
}

const BYTE_ARRAY = 6;
const REPEATED = 2;

function checkColumns(file: string, metadata: Struct, names: readonly string[], textKey: string, annotated: boolean): void {
  if (!names.includes(textKey)) {
    const got = names.slice(0, 12).join(', ');
    throw new InputError(`${file}: got the columns ${got}, expected "${textKey}"; name the column of the text with --text-key`);
  }
  const element = schemaOf(metadata).slice(1).find((one) => textOf(one, ELEMENT.name) === textKey)!;
  if (integer(element, ELEMENT.type) !== BYTE_ARRAY || integer(element, ELEMENT.repetition) === REPEATED) {
    throw new InputError(`${file}: got a column "${textKey}" that holds no texts, expected one of strings`);
  }
  if (annotated && names.includes(ANNOTATION_KEY)) {
    throw new InputError(`${file}: got a column "${ANNOTATION_KEY}" already, expected none, as the verdicts are to go there; leave it out first`);
  }
}
