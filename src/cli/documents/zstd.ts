import * as zlib from 'node:zlib';
import { Readable, pipeline, type Transform } from 'node:stream';
import { joined } from './assembly.js';

/** Bytes that are packed into one frame. */
const FRAME = 4 << 20;
const LEVEL = 3;
/** Bytes that are unpacked at a time: they may become a thousand times as many. */
const PACKED_PIECE = 1 << 13;

/** Zstandard streams of Node, which it has from version 22.15 on. */
const NATIVE = zlib as unknown as { createZstdDecompress?: () => Transform; zstdCompressSync?: (bytes: Uint8Array) => Buffer };

/** Unpacks Zstandard data of one or more frames. Throws where it is damaged or ends too early. */
export function unpackZstd(chunks: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  if (!NATIVE.createZstdDecompress) return unpackInScript(chunks);
  const unpack = NATIVE.createZstdDecompress();
  pipeline(Readable.from(chunks), unpack, () => {});
  return unpack;
}

/** Packs bytes into Zstandard frames. */
export interface FramePacker {
  /** Takes bytes; returns the frames that are full. */
  push(bytes: Uint8Array): Uint8Array[];
  /** The last frame. */
  end(): Uint8Array[];
}

/** Packs into frames of a few megabytes each, one after another, which every reader of Zstandard takes for one stream. */
export async function makeFramePacker(): Promise<FramePacker> {
  const compress = await loadZstd();
  let open: Uint8Array[] = [];
  let held = 0;
  let frames = 0;
  const flush = (): Uint8Array[] => {
    const frame = compress(joined(open));
    open = [];
    held = 0;
    frames++;
    return [frame];
  };
  return {
    push: (bytes) => {
      open.push(bytes);
      held += bytes.length;
      return held >= FRAME ? flush() : [];
    },
    end: () => (held > 0 || frames === 0 ? flush() : []),
  };
}

/** Packs bytes into one frame. */
export async function loadZstd(): Promise<(bytes: Uint8Array) => Uint8Array> {
  if (NATIVE.zstdCompressSync) return NATIVE.zstdCompressSync;
  const { compress, init } = await import('@bokuweb/zstd-wasm');
  await init();
  // What it returns is a view of memory that the next call overwrites.
  return (bytes) => compress(bytes, LEVEL).slice();
}

async function* unpackInScript(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const { Decompress } = await import('fzstd');
  let ready: Uint8Array[] = [];
  const decompress = new Decompress((chunk) => void ready.push(chunk));
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length; at += PACKED_PIECE) {
      decompress.push(chunk.subarray(at, at + PACKED_PIECE));
      const unpacked = ready;
      ready = [];
      yield* unpacked;
    }
  }
  decompress.push(new Uint8Array(0), true);
  yield* ready;
}
