import { closeSync, openSync, writeSync } from 'node:fs';
import { random } from '../../tools/random.js';
import { cleanDocuments, spunDocuments } from '../texts.js';

/** One in so many documents of the crawl is spun. */
const ONE_SPUN_IN = 50;
/** Different documents before they come round again. */
const DIFFERENT = 2000;

/** Texts of a crawl. 2 % are spun: paragraphs of the spun articles of corpus/, as many as make a document of the usual length. */
export function crawlTexts(folders: readonly string[]): string[] {
  const clean = cleanDocuments(folders);
  const spun = spunDocuments();
  const usual = clean.reduce((sum, { length }) => sum + length, 0) / clean.length;
  return Array.from({ length: DIFFERENT }, (_, i) => {
    if (i % ONE_SPUN_IN === 7) return shuffled(spun[i % spun.length]!, `bench ${i}`, usual);
    return clean.length >= DIFFERENT / 2 ? clean[i % clean.length]! : shuffled(clean[i % clean.length]!, `bench ${i}`, Infinity);
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

/** Paragraphs of a text in another order, until there are so many characters. */
function shuffled(article: string, seed: string, most: number): string {
  const next = random(seed);
  const paragraphs = article.split('\n').filter((paragraph) => paragraph !== '').map((paragraph) => ({ paragraph, key: next() }));
  paragraphs.sort((a, b) => a.key - b.key);
  let text = paragraphs[0]!.paragraph;
  for (const { paragraph } of paragraphs.slice(1)) if (text.length + paragraph.length < most) text += `\n${paragraph}`;
  return text;
}
