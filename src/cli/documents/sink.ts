import { once } from 'node:events';
import { mkdir, open, readdir, rename, stat, unlink, type FileHandle } from 'node:fs/promises';
import { unlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { createGzip } from 'node:zlib';
import { WorkError } from '../command.js';
import type { Compression } from './formats.js';
import { makeFramePacker } from './zstd.js';

/** Where bytes go. Nothing stands under the final name before `finish`. */
export interface Sink {
  write(bytes: Uint8Array): Promise<void>;
  /** Writes what is held back, makes sure it is on the disk, and gives the file its name. */
  finish(): Promise<void>;
  /** Removes what was written. */
  abandon(): Promise<void>;
}

/** Files that have no final name yet; they are removed when the process ends, however that comes about. */
const unfinished = new Set<string>();

/** Opens a file for writing under a temporary name beside its final one. What is no file, as a device or a named pipe, is written to as it is. */
export async function openSink(path: string, compression: Compression): Promise<Sink> {
  const file = await guarded(path, () => openFile(path));
  const packer = await makePacker(compression);
  const writeAll = (parts: readonly Uint8Array[]): Promise<void> => guarded(path, () => writeParts(file.handle, parts));
  return {
    write: async (bytes) => {
      if (bytes.length > 0) await writeAll(await packer.push(bytes));
    },
    finish: async () => {
      await writeAll(await packer.end());
      await guarded(path, () => file.finish());
    },
    abandon: () => file.abandon(),
  };
}

/** Removes the files that have no final name yet, at once. */
export function removeUnfinished(): void {
  for (const file of unfinished) {
    try {
      unlinkSync(file);
    } catch {
      // There is nobody left to tell.
    }
  }
  unfinished.clear();
}

/** A sink that takes the bytes as they are and has nothing to finish. */
export function plainSink(write: (bytes: Uint8Array) => Promise<void>): Sink {
  const nothing = (): Promise<void> => Promise.resolve();
  return { write: (bytes) => (bytes.length > 0 ? write(bytes) : nothing()), finish: nothing, abandon: nothing };
}

interface OpenFile {
  readonly handle: FileHandle;
  finish(): Promise<void>;
  abandon(): Promise<void>;
}

async function openFile(path: string): Promise<OpenFile> {
  if (await isDevice(path)) {
    const handle = await open(path, 'w');
    return { handle, finish: () => handle.close(), abandon: () => handle.close() };
  }
  await mkdir(dirname(path), { recursive: true });
  await removeLeftovers(path);
  const temporary = join(dirname(path), temporaryName(path, process.pid));
  watchExit();
  const handle = await open(temporary, 'w');
  unfinished.add(temporary);
  return { handle, finish: () => finishFile(handle, temporary, path), abandon: () => abandonFile(handle, temporary) };
}

async function finishFile(handle: FileHandle, temporary: string, path: string): Promise<void> {
  await handle.sync();
  await handle.close();
  await rename(temporary, path);
  unfinished.delete(temporary);
}

async function abandonFile(handle: FileHandle, temporary: string): Promise<void> {
  await handle.close().catch(() => {});
  await unlink(temporary).catch(() => {});
  unfinished.delete(temporary);
}

async function isDevice(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found !== undefined && !found.isFile();
}

function temporaryName(path: string, process: number): string {
  return `.${basename(path)}.${hostname()}-${process}.part`;
}

/** Removes what processes of this machine that are no more left behind for the same file: they had no time to do it themselves. */
async function removeLeftovers(path: string): Promise<void> {
  const start = `.${basename(path)}.${hostname()}-`;
  for (const name of await readdir(dirname(path))) {
    if (!name.startsWith(start) || !name.endsWith('.part')) continue;
    const owner = Number(name.slice(start.length, -'.part'.length));
    if (Number.isInteger(owner) && !isRunning(owner)) await unlink(join(dirname(path), name)).catch(() => {});
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

let watching = false;

function watchExit(): void {
  if (!watching) process.on('exit', removeUnfinished);
  watching = true;
}

async function writeParts(handle: FileHandle, parts: readonly Uint8Array[]): Promise<void> {
  for (const part of parts) {
    for (let at = 0; at < part.length; ) at += (await handle.write(part, at)).bytesWritten;
  }
}

interface Packer {
  push(bytes: Uint8Array): Uint8Array[] | Promise<Uint8Array[]>;
  end(): Uint8Array[] | Promise<Uint8Array[]>;
}

async function makePacker(compression: Compression): Promise<Packer> {
  if (compression === 'gz') return gzipPacker();
  if (compression === 'zst') return makeFramePacker();
  return { push: (bytes) => [bytes], end: () => [] };
}

/** One member for the whole file: some readers stop after the first. */
function gzipPacker(): Packer {
  const gzip = createGzip();
  let ready: Uint8Array[] = [];
  gzip.on('data', (chunk: Buffer) => ready.push(chunk));
  const taken = (): Uint8Array[] => {
    const parts = ready;
    ready = [];
    return parts;
  };
  return {
    push: async (bytes) => {
      await new Promise<void>((done, fail) => gzip.write(bytes, (error) => (error ? fail(error) : done())));
      return taken();
    },
    end: async () => {
      gzip.end();
      await once(gzip, 'end');
      return taken();
    },
  };
}

async function guarded<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new WorkError(`${path}: ${explainWriteError(error as NodeJS.ErrnoException)}`);
  }
}

function explainWriteError(error: NodeJS.ErrnoException): string {
  switch (error.code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return 'the disk is full; make room and run the same command again, finished files are not done twice';
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return 'no permission to write there; check its owner and mode';
    case 'EPIPE':
      return 'the reader of the result went away';
    default:
      return `cannot be written: ${error.message}`;
  }
}
