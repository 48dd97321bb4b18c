/**
 * Counts on how many spun pages each pair of the dictionary was seen, from a file of swaps read off pages; the pages set aside are not read.
 * The compiler takes the likelihood of a variant from these counts.
 *
 *     npm run count:seen -- PAGES.jsonl      writes dictionaries/seen.tsv
 */
import { writeFileSync } from 'node:fs';
import { fold } from '../src/text/tokenize.js';
import { SEEN_FILE, readAllEntries } from './dictionary-files.js';
import { isSetAside, readPages, swapsOf } from './wild-pages.js';

const [file] = process.argv.slice(2);
if (!file) {
  console.error('usage: npm run count:seen -- PAGES.jsonl; expected one {"page", "family", "pairs"} a line');
  process.exit(2);
}
const pages = readPages(file).filter((page) => !isSetAside(page) && page.family === 'synonym-spin');
const seen = new Map<string, number>();
for (const page of pages) for (const { observed, intended } of swapsOf(page)) {
  const key = `${intended}\t${observed}`;
  seen.set(key, (seen.get(key) ?? 0) + 1);
}
const rows = new Map<string, number>();
for (const entry of readAllEntries()) {
  if (entry.family !== 'synonym-spin') continue;
  for (const observed of entry.observed) {
    const key = `${fold(entry.intended)}\t${fold(observed)}`;
    if (seen.has(key)) rows.set(key, seen.get(key)!);
  }
}
const lines = [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, count]) => `${key}\t${count}\n`);
writeFileSync(SEEN_FILE, `# intended, observed, spun pages on which the pair was seen. Written by "npm run count:seen".\n# pages\t${pages.length}\n${lines.join('')}`);
console.log(`${pages.length} pages, ${rows.size} of the dictionary's pairs seen`);
