/**
 * Counts where each pair of the dictionary was seen: on how many spun pages, from a file of swaps read off pages (those set aside are not
 * read), and in which articles of the regression corpus. The compiler takes the likelihood of a variant from these counts.
 *
 *     npm run count:seen -- PAGES.jsonl…      writes dictionaries/seen.tsv
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fold } from '../src/text/tokenize.js';
import { ROOT, SEEN_FILE, readAllEntries } from './dictionary-files.js';
import { parseGold } from './gold.js';
import { isSetAside, readPages, swapsOf, type Swap } from './wild-pages.js';

const files = process.argv.slice(2);
if (files.length === 0) {
  console.error('usage: npm run count:seen -- PAGES.jsonl…; expected one {"page", "family", "pairs"} a line');
  process.exit(2);
}
const pages = files.flatMap(readPages).filter((page) => !isSetAside(page) && page.family === 'synonym-spin');
const onPages = new Map<string, number>();
for (const page of pages) for (const swap of swapsOf(page)) onPages.set(keyOf(swap), (onPages.get(keyOf(swap)) ?? 0) + 1);
const inArticles = new Map<string, string[]>();
for (const article of ['000', '002', '004']) {
  for (const key of new Set(articleSwaps(article).map(keyOf))) inArticles.set(key, [...(inArticles.get(key) ?? []), article]);
}
const rows = new Map<string, string>();
for (const entry of readAllEntries()) {
  if (entry.family !== 'synonym-spin') continue;
  for (const observed of entry.observed) {
    const key = keyOf({ observed: fold(observed), intended: fold(entry.intended) });
    if (onPages.has(key) || inArticles.has(key)) rows.set(key, `${onPages.get(key) ?? 0}\t${(inArticles.get(key) ?? []).join(',')}`);
  }
}
const lines = [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, counts]) => `${key}\t${counts}\n`);
const head = '# intended, observed, spun pages on which the pair was seen, corpus articles that have it. Written by "npm run count:seen".\n';
writeFileSync(SEEN_FILE, `${head}# pages\t${pages.length}\n${lines.join('')}`);
console.log(`${pages.length} pages, ${rows.size} of the dictionary's pairs seen`);

function keyOf({ observed, intended }: Swap): string {
  return `${intended}\t${observed}`;
}

/** The swaps of an article's required marks, by their likeliest wording, cut to the words that differ. */
function articleSwaps(article: string): Swap[] {
  const name = readdirSync(join(ROOT, 'corpus')).find((entry) => entry.startsWith(`${article}_`) && entry.endsWith('.gold.txt'))!;
  const { marks } = parseGold(readFileSync(join(ROOT, 'corpus', name), 'utf8'));
  const pairs = marks.filter((mark) => mark.required).map(({ observed, rights }) => ({ observed, intended: rights.slice(0, 1) }));
  return swapsOf({ page: article, family: 'synonym-spin', topic: '', pairs: [...pairs, ...pairs.map(withoutPossessive)] });
}

function withoutPossessive({ observed, intended }: { observed: string; intended: string[] }): { observed: string; intended: string[] } {
  const strip = (text: string): string => text.replace(/['\u2019]s$/, '');
  return { observed: strip(observed), intended: intended.map(strip) };
}
