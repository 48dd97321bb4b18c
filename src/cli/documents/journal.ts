import { createHash } from 'node:crypto';
import { appendFile, mkdir, readFile, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import manifest from '../../../package.json' with { type: 'json' };
import type { ShardReport } from './run-shard.js';
import type { Settings } from './settings.js';
import type { Shard } from './shards.js';

/** Name of the journal in an output folder. */
export const JOURNAL = '.unspun-journal';

/** What is remembered of a finished shard: enough to tell that doing it again would give the same. */
interface Entry extends ShardReport {
  readonly output: string;
  /** Version, options and dictionaries, hashed. */
  readonly settings: string;
  readonly inputs: readonly Stamp[];
  /** Size of the output in bytes. */
  readonly size: number;
}

interface Stamp {
  readonly file: string;
  readonly size: number;
  /** Time of the last change, in milliseconds. */
  readonly changed: number;
}

/** The finished shards of a folder. */
export interface Journal {
  /** What a shard came to in an earlier run, if its output is there and nothing it was made from has changed since. */
  find(shard: Shard): Promise<ShardReport | undefined>;
  /** What the inputs are like before a shard is done; hand it to `enter`. */
  stamp(shard: Shard): Promise<readonly Stamp[] | undefined>;
  /** Remembers a finished shard. */
  enter(shard: Shard, stamps: readonly Stamp[] | undefined, report: ShardReport): Promise<void>;
}

/** Opens the journal of an output folder; `fresh`: what earlier runs finished does not count. */
export async function openJournal(folder: string, settings: Settings, fresh: boolean): Promise<Journal> {
  const file = join(folder, JOURNAL);
  const hash = hashOf(settings);
  const entries = fresh ? new Map<string, Entry>() : await readEntries(file);
  return {
    stamp: stampsOf,
    find: async (shard) => {
      const entry = entries.get(relative(folder, shard.output!));
      return entry && entry.settings === hash && (await isCurrent(entry, shard)) ? entry : undefined;
    },
    enter: async (shard, inputs, { counts, replacements }) => {
      const { size } = await stat(shard.output!);
      if (inputs === undefined || !same(inputs, await stampsOf(shard))) return;
      const entry: Entry = { output: relative(folder, shard.output!), settings: hash, inputs, size, counts, replacements };
      await mkdir(folder, { recursive: true });
      await appendFile(file, `${JSON.stringify(entry)}\n`);
    },
  };
}

function hashOf(settings: Settings): string {
  return createHash('sha256').update(JSON.stringify([manifest.version, settings])).digest('hex').slice(0, 32);
}

/** Later entries replace earlier ones; a line cut off by a crash is left out. */
async function readEntries(file: string): Promise<Map<string, Entry>> {
  const text = await readFile(file, 'utf8').catch(() => '');
  const entries = new Map<string, Entry>();
  for (const line of text.split('\n')) {
    try {
      const entry = JSON.parse(line) as Entry;
      entries.set(entry.output, entry);
    } catch {
      continue;
    }
  }
  return entries;
}

async function isCurrent(entry: Entry, shard: Shard): Promise<boolean> {
  const there = await stat(shard.output!).catch(() => undefined);
  const asides = [shard.errors, shard.rejected].filter((path) => path !== undefined);
  const complete = await Promise.all(asides.map((path) => stat(path).then(() => true, () => false)));
  return there?.size === entry.size && complete.every((one) => one) && same(entry.inputs, await stampsOf(shard));
}

async function stampsOf({ inputs }: Shard): Promise<readonly Stamp[] | undefined> {
  try {
    return await Promise.all(inputs.map(async ({ file }) => {
      const { size, mtimeMs } = await stat(file);
      return { file, size, changed: mtimeMs };
    }));
  } catch {
    return undefined;
  }
}

function same(a: readonly Stamp[], b: readonly Stamp[] | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
