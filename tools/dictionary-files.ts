import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Entry } from '../src/dictionary/entry.js';
import { DictionaryError, readEntries } from '../src/dictionary/read.js';
import type { PhraseCounts, SeenPairs } from '../src/dictionary/compile.js';

export const ROOT: string = fileURLToPath(new URL('..', import.meta.url));
export const DICTIONARIES: string = join(ROOT, 'dictionaries');
export const SEEN_FILE: string = join(DICTIONARIES, 'seen.tsv');
export const COUNTS_FILE: string = join(DICTIONARIES, 'model', 'phrase-counts.tsv');

/** All entries of `dictionaries/<family>/<topic>.yaml`, files in alphabetical order. Throws where one is wrong. */
export function readAllEntries(): Entry[] {
  const read = dictionaryFiles().map((file) => readEntries(readFileSync(file, 'utf8'), relative(ROOT, file)));
  const problems = read.flatMap((result) => result.problems);
  if (problems.length > 0) throw new DictionaryError(problems);
  return read.flatMap((result) => result.entries);
}

/** Paths of the source files of the built-in dictionary. */
export function dictionaryFiles(): string[] {
  return readdirSync(DICTIONARIES, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'compiled' && entry.name !== 'model')
    .flatMap((family) => readdirSync(join(DICTIONARIES, family.name)).filter((name) => name.endsWith('.yaml')).map((name) => join(DICTIONARIES, family.name, name)))
    .sort();
}

/** The committed table of how often dictionary phrases stand in clean news. */
export function readCounts(): PhraseCounts {
  const count = new Map<string, number>();
  let total = 1;
  for (const line of readFileSync(COUNTS_FILE, 'utf8').split('\n')) {
    if (line.startsWith('# words\t')) total = Number(line.slice(8));
    if (line === '' || line.startsWith('#')) continue;
    const [phrase, value] = line.split('\t');
    count.set(phrase!, Number(value));
  }
  return { total, count };
}

/** A corpus article counts as this many pages: its gold was adjudicated, while the originals of pages are inferred. */
const ARTICLE = 3;

/** The committed table of where each pair was seen: pages, and corpus articles other than `without`. */
export function readSeen(without?: string): SeenPairs {
  const rows = readFileSync(SEEN_FILE, 'utf8').split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(rows.map((line) => {
    const [intended, observed, pages, articles] = line.split('\t');
    const others = articles!.split(',').filter((article) => article !== '' && article !== without);
    return [`${intended}\t${observed}`, Number(pages) + ARTICLE * others.length];
  }));
}
