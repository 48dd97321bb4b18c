import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { InputError, STDIN } from '../read-input.js';
import type { Compression } from './formats.js';
import { unpackZstd } from './zstd.js';

/** Bytes read at a time. */
const CHUNK = 1 << 18;
const UNPACKED_CHUNK = 1 << 18;
/** What the unpacker of Zstandard in script says of data that ends too early. */
const ZSTD_CUT = 'unexpected EOF';

/** Where bytes come from. */
export interface Source {
  readonly file: string;
  readonly compression: Compression;
  /** Told how many bytes were read, as they are in the file. */
  readonly onRead?: (bytes: number) => void;
}

/**
 * The bytes of a file, or of standard input for `-`, unpacked; read only as fast as they are taken. A chunk may be overwritten when the next
 * one is asked for.
 *
 * @throws {InputError} where the file cannot be read or ends too early.
 */
export async function* readChunks(source: Source): AsyncGenerator<Uint8Array> {
  try {
    yield* unpacked(rawChunks(source), source.compression);
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(`${source.file}: ${explain(error as NodeJS.ErrnoException)}`);
  }
}

async function* rawChunks({ file, onRead, compression }: Source): AsyncGenerator<Uint8Array> {
  if (file !== STDIN && compression === 'none') return yield* reusedChunks(file, onRead);
  const stream = file === STDIN ? process.stdin : createReadStream(file, { highWaterMark: CHUNK });
  for await (const chunk of stream) {
    onRead?.((chunk as Uint8Array).length);
    yield chunk as Uint8Array;
  }
}

/** Reads into the same memory over and over. */
async function* reusedChunks(file: string, onRead: Source['onRead']): AsyncGenerator<Uint8Array> {
  const handle = await open(file);
  const buffer = Buffer.allocUnsafeSlow(CHUNK);
  try {
    for (;;) {
      const { bytesRead } = await handle.read(buffer, 0, CHUNK, null);
      if (bytesRead === 0) return;
      onRead?.(bytesRead);
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await handle.close();
  }
}

function unpacked(chunks: AsyncGenerator<Uint8Array>, compression: Compression): AsyncIterable<Uint8Array> {
  if (compression === 'none') return chunks;
  if (compression === 'zst') return unpackZstd(chunks);
  const gunzip = createGunzip({ chunkSize: UNPACKED_CHUNK });
  pipeline(chunks, gunzip, () => {});
  return gunzip;
}

function explain(error: NodeJS.ErrnoException): string {
  switch (error.message === ZSTD_CUT ? 'Z_BUF_ERROR' : error.code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return 'no such file; check the path';
    case 'EACCES':
    case 'EPERM':
      return 'no permission to read it; check its owner and mode';
    case 'Z_BUF_ERROR':
      return 'the file ends in the middle of its compressed data; it was cut off: fetch it again';
    case 'Z_DATA_ERROR':
    case 'ZSTD_error_corruption_detected':
      return `the compressed data is damaged (${error.message}); fetch the file again`;
    default:
      return `cannot be read: ${error.message}`;
  }
}
