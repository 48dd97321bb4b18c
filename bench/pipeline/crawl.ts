import { closeSync, openSync, writeSync } from 'node:fs';
import { builtinTables } from '../../src/dictionary/dictionary.js';
import { buildLexicon } from '../../src/dictionary/lexicon.js';
import { random } from '../../tools/random.js';
import { drawTable, spin } from '../../tools/simulate.js';
import { cleanDocuments } from '../texts.js';

/** One in so many documents of the crawl is spun. */
export const ONE_SPUN_IN = 50;
/** Different documents before they come round again. */
const DIFFERENT = 2000;

/** Texts of a crawl, 2 % of them spun by the simulated spinner; where there are few clean texts, their paragraphs are shuffled. */
export function crawlTexts(folders: readonly string[]): string[] {
  const clean = cleanDocuments(folders);
  const lexicon = buildLexicon(builtinTables());
  const table = drawTable(lexicon, lexicon.families.indexOf('synonym-spin'), 'bench');
  return Array.from({ length: DIFFERENT }, (_, i) => {
    const text = clean.length >= DIFFERENT / 2 ? clean[i % clean.length]! : shuffled(clean[i % clean.length]!, `bench ${i}`);
    return i % ONE_SPUN_IN === 7 ? spin(text, lexicon, table, `bench ${i}`).text : text;
  });
}

/** Writes documents as JSONL until there are so many bytes; returns how many there are. */
export function writeCrawl(file: string, texts: readonly string[], bytes: number): number {
  const out = openSync(file, 'w');
  let written = 0;
  let count = 0;
  while (written < bytes) {
    const lines = texts.map((text) => `${JSON.stringify({ id: `doc-${count++}`, url: `https://example.org/${count}`, text, n: 1.5 })}\n`);
    for (const line of lines) written < bytes ? (written += writeSync(out, line)) : count--;
  }
  closeSync(out);
  return count;
}

function shuffled(text: string, seed: string): string {
  const next = random(seed);
  const paragraphs = text.split('\n').filter((paragraph) => paragraph !== '').map((paragraph) => ({ paragraph, key: next() }));
  return paragraphs.sort((a, b) => a.key - b.key).map(({ paragraph }) => paragraph).join('\n');
}
