import { gzipSync } from 'node:zlib';
import { loadZstd } from '../zstd.js';

/** How columns are packed, as Parquet counts the ways. */
const CODECS = ['UNCOMPRESSED', 'SNAPPY', 'GZIP', 'LZO', 'BROTLI', 'LZ4', 'ZSTD', 'LZ4_RAW'] as const;
export type Codec = (typeof CODECS)[number];

/** The codec to write a column with that was packed with another: the same where it can be written, else SNAPPY, which every reader knows. */
export function codecFor(number: number): Codec {
  const codec = CODECS[number] ?? 'SNAPPY';
  return codec === 'UNCOMPRESSED' || codec === 'GZIP' || codec === 'ZSTD' ? codec : 'SNAPPY';
}

/** Ways to pack bytes, by codec. */
export type Packers = Record<string, (bytes: Uint8Array) => Uint8Array>;

/** The packers that the writer does not bring along. */
export async function loadPackers(): Promise<Packers> {
  return { GZIP: gzipSync, ZSTD: await loadZstd() };
}
