import { stat } from 'node:fs/promises';
import { basename, extname, join, relative, resolve } from 'node:path';
import { UsageError, WorkError } from '../command.js';
import { STDIN, inputsOf } from '../read-input.js';
import { DOCUMENT_FILES, documentFormatOf, type Compression, type Format, type Kind } from './formats.js';
import type { Output } from './settings.js';

/** A file of documents. */
export interface Input {
  readonly file: string;
  readonly format: Format;
}

/** What is written as a whole or not at all: one output, and the inputs it is made from. */
export interface Shard {
  readonly inputs: readonly Input[];
  /** Undefined: standard output. */
  readonly output: string | undefined;
  readonly compression: Compression;
  /** Where bad lines are written aside. */
  readonly errors: string | undefined;
  /** Where dropped documents go. */
  readonly rejected: string | undefined;
}

/** What shards are made from. */
export interface ShardRequest {
  readonly inputs: readonly string[];
  /** What is in the inputs, where their names do not tell. */
  readonly kind: Kind | undefined;
  readonly output: Output;
  readonly out: string | undefined;
  readonly errors: string | undefined;
  readonly rejected: string | undefined;
  /** Whether bad lines are to be written aside in any case. */
  readonly needsErrors: boolean;
}

/** The shards of a run, in the order of the inputs. */
export interface Shards {
  readonly shards: readonly Shard[];
  /** The folder that is written to; undefined where one file is, or standard output. */
  readonly folder: string | undefined;
}

/** A file with its name below the folder or pattern it was found by. */
interface Found {
  readonly file: string;
  readonly name: string;
}

/**
 * Finds the inputs. Where --out is a folder each gets an output of its own, else all go into one.
 *
 * @throws {UsageError} where a file would be written twice, or over an input.
 */
export async function findShards(request: ShardRequest): Promise<Shards> {
  const found = (await Promise.all(inputsOf(request.inputs).map(expand))).flat();
  const { out, errors, rejected } = request;
  const folder = out !== undefined && (await isFolder(out, found.length > 1)) ? out : undefined;
  const shards = folder !== undefined
    ? found.map((one) => shardInFolder(one, request, folder))
    : [withErrors({ inputs: found.map((one) => inputOf(one, request)), output: out, compression: packingOf(out), errors, rejected }, request)];
  shards.forEach((shard) => checkKinds(shard, request.output));
  refuseCollisions(shards);
  return { shards, folder };
}

async function expand(input: string): Promise<Found[]> {
  if (input === STDIN) return [{ file: input, name: 'standard-input.jsonl' }];
  const there = await stat(input).catch(() => undefined);
  if (there?.isDirectory()) return below(input);
  if (there || !/[*?[{(!]/.test(input)) return [{ file: input, name: basename(input) }];
  return matching(input);
}

async function below(folder: string): Promise<Found[]> {
  const { glob } = await import('tinyglobby');
  const names = (await glob([...DOCUMENT_FILES], { cwd: folder, caseSensitiveMatch: false })).sort();
  if (names.length === 0) {
    throw new WorkError(`${folder}: got a folder without document files, expected .jsonl, .parquet, .warc or .wet files in it`);
  }
  return names.map((name) => ({ file: join(folder, name), name }));
}

async function matching(pattern: string): Promise<Found[]> {
  const { glob } = await import('tinyglobby');
  const files = (await glob([pattern], { expandDirectories: false })).sort();
  if (files.length === 0) throw new WorkError(`${pattern}: no file matches the pattern; check the path`);
  const base = pattern.slice(0, pattern.search(/[*?[{(!]/)).replace(/[^/]*$/, '');
  return files.map((file) => ({ file, name: relative(base || '.', file) }));
}

/** Whether --out is a folder: one that is there, a name that ends so, or, for several inputs, a name without extension. */
async function isFolder(out: string, several: boolean): Promise<boolean> {
  const there = await stat(out).catch(() => undefined);
  if (there) return there.isDirectory();
  return /[/\\]$/.test(out) || extname(out) === '' || (several && documentFormatOf(out, undefined) === undefined);
}

function inputOf({ file, name }: Found, { kind }: ShardRequest): Input {
  const format = documentFormatOf(name, kind);
  if (format) return { file, format };
  throw new UsageError(`${file}: got a name that does not tell what is in it; say so, as with --input-format jsonl`);
}

function shardInFolder(found: Found, request: ShardRequest, folder: string): Shard {
  const input = inputOf(found, request);
  const name = outputName(found.name, input.format, request.output);
  const output = join(folder, name);
  const errors = request.errors === undefined ? undefined : join(request.errors, `${name}.errors`);
  const rejected = request.rejected === undefined ? undefined : join(request.rejected, outputName(found.name, input.format, 'verdict'));
  return withErrors({ inputs: [input], output, compression: packingOf(output), errors, rejected }, request);
}

/** JSONL stays what it is; archives, and the verdicts on Parquet rows, become JSONL. */
function outputName(name: string, { kind, compression, extension }: Format, output: Output): string {
  if (kind === 'jsonl' || (kind === 'parquet' && output !== 'verdict')) return name;
  return `${name.slice(0, name.length - extension.length)}.jsonl${compression === 'none' ? '' : `.${compression}`}`;
}

/** How a file is packed, by its name. */
export function packingOf(file: string | undefined): Compression {
  return (file === undefined ? undefined : documentFormatOf(file, 'jsonl')?.compression) ?? 'none';
}

function withErrors(shard: Shard, { needsErrors }: ShardRequest): Shard {
  if (!needsErrors || shard.errors !== undefined) return shard;
  if (shard.output !== undefined) return { ...shard, errors: `${shard.output}.errors` };
  throw new UsageError('got --on-error skip without --errors FILE, expected a file for the lines left out, as the result goes to standard output');
}

function checkKinds({ inputs, output }: Shard, mode: Output): void {
  const tables = inputs.filter(({ format }) => format.kind === 'parquet');
  const toTable = output !== undefined && documentFormatOf(output, undefined)?.kind === 'parquet';
  if (toTable && (tables.length !== 1 || inputs.length !== 1 || mode === 'verdict')) {
    throw new UsageError(`got "${output}" as --out, expected one Parquet file as input for it; several go to a folder, and verdicts to .jsonl`);
  }
  if (tables.length > 0 && mode === 'dolma') {
    throw new UsageError(`${tables[0]!.file}: Dolma reads JSONL, and so has no attributes for Parquet; convert it first`);
  }
  if (tables.length > 0 && !toTable && mode !== 'verdict') {
    throw new UsageError(`${tables[0]!.file}: got Parquet, expected --out with a folder or a .parquet file, or --output verdict, which is JSONL`);
  }
}

function refuseCollisions(shards: readonly Shard[]): void {
  const taken = new Map<string, string>();
  for (const { inputs } of shards) for (const { file } of inputs) taken.set(resolve(file), 'an input');
  for (const { output, errors, rejected } of shards) {
    for (const path of [output, errors, rejected]) {
      if (path === undefined || path.startsWith('/dev/')) continue;
      const other = taken.get(resolve(path));
      if (other !== undefined) {
        throw new UsageError(`${path} would be written, but is ${other} already; choose other names for --out, --errors and --rejected`);
      }
      taken.set(resolve(path), 'an output');
    }
  }
}
