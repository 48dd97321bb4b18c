import { constants, isUtf8 } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import { UsageError } from './command.js';

/** A file that could not be read as text: exit code 1. The message begins with the file's name. */
export class InputError extends Error {}

/** Name that stands for standard input, in arguments and in results. */
export const STDIN = '-';

const NUL = 0;
const NEWLINE = 10;

/**
 * Reads a file, or stdin for `-`, as UTF-8 text. A byte order mark stays in the text, so that what is not changed comes out byte
 * for byte.
 *
 * @throws {InputError} for a missing file, a directory, a binary file, and bytes that are not UTF-8.
 */
export async function readInput(file: string): Promise<string> {
  const bytes = await readBytes(file);
  if (bytes.length > constants.MAX_STRING_LENGTH) {
    const most = Math.floor(constants.MAX_STRING_LENGTH / 1e6);
    throw new InputError(`${file}: got ${Math.ceil(bytes.length / 1e6)} MB, expected at most ${most} MB in one text; split the file`);
  }
  const nul = bytes.indexOf(NUL);
  if (nul >= 0) throw new InputError(`${file}: ${binary(bytes, nul)}`);
  if (!isUtf8(bytes)) throw new InputError(`${file}: ${notUtf8(bytes)}`);
  return bytes.toString('utf8');
}

/** The files named on the command line; stdin where none is. */
export function inputsOf(files: readonly string[]): readonly string[] {
  if (files.filter((file) => file === STDIN).length > 1) {
    throw new UsageError('got "-" twice, expected it once; standard input can be read only once');
  }
  return files.length === 0 ? [STDIN] : files;
}

async function readBytes(file: string): Promise<Buffer> {
  if (file === STDIN) return readStdin();
  try {
    return await readFile(file);
  } catch (error) {
    throw new InputError(`${file}: ${explainReadError(error as NodeJS.ErrnoException)}`);
  }
}

async function readStdin(): Promise<Buffer> {
  if (process.stdin.isTTY) process.stderr.write('unspun: reading from the terminal; end the text with Ctrl-D, or name a file\n');
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function explainReadError(error: NodeJS.ErrnoException): string {
  switch (error.code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return 'no such file; check the path';
    case 'EISDIR':
      return 'got a directory, expected a text file; name the files in it';
    case 'EACCES':
    case 'EPERM':
      return 'no permission to read it; check its owner and mode';
    case 'ERR_FS_FILE_TOO_LARGE':
      return 'the file is too large to be read in one piece; split it';
    default:
      return `cannot be read: ${error.message}`;
  }
}

function binary(bytes: Buffer, nul: number): string {
  const mark = bytes.subarray(0, 2).toString('hex');
  if (mark === 'fffe' || mark === 'feff') return 'got UTF-16 text, expected UTF-8; convert it, as with "iconv -f UTF-16 -t UTF-8"';
  return `got a binary file (NUL at byte ${nul}), expected plain text in UTF-8; take the text out of the file first`;
}

function notUtf8(bytes: Buffer): string {
  const at = firstInvalid(bytes);
  let line = 1;
  for (let i = 0; i < at; i++) if (bytes[i] === NEWLINE) line++;
  const byte = `byte 0x${bytes[at]!.toString(16).padStart(2, '0')} on line ${line} (byte ${at} of the file)`;
  return `got ${byte}, which is not UTF-8; convert the file, as with "iconv -f WINDOWS-1252 -t UTF-8"`;
}

/** Where the first character that is not UTF-8 begins: the longest prefix that could go on, by bisection, less an unfinished character. */
function firstInvalid(bytes: Buffer): number {
  let good = 0;
  let bad = bytes.length;
  while (good < bad) {
    const middle = (good + bad + 1) >> 1;
    if (canGoOn(bytes.subarray(0, middle))) good = middle;
    else bad = middle - 1;
  }
  while (!isUtf8(bytes.subarray(0, good))) good--;
  return good;
}

function canGoOn(bytes: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
