import { readArticles, SPUN_ARTICLES } from '../tools/evaluate/articles.js';
import { sampleDocuments } from '../tools/evaluate/sample.js';

/** Documents drawn from the folders given; more only cost time. */
const DRAWN = 1500;

/** Clean documents: drawn from the folders given, else the clean article of corpus/. */
export function cleanDocuments(folders: readonly string[]): string[] {
  if (folders.length > 0) return sampleDocuments({ folders, documents: DRAWN, seed: 'bench' }).map(({ text }) => text);
  return readArticles().filter(({ number }) => number === '003').map(({ gold }) => gold.text);
}

/** The spun articles of corpus/. */
export function spunDocuments(): string[] {
  return readArticles().filter(({ number }) => SPUN_ARTICLES.includes(number)).map(({ gold }) => gold.text);
}

/** Documents one after another, over and over, up to so many bytes. */
export function repeated(documents: readonly string[], bytes: number): string {
  const once = documents.join('\n\n');
  const times = Math.max(1, Math.ceil(bytes / byteLength(once)));
  const text = Array.from({ length: times }, () => once).join('\n\n');
  return Buffer.from(text, 'utf8').subarray(0, bytes).toString('utf8');
}

/** Bytes of a text as UTF-8. */
export function byteLength(text: string): number {
  return Buffer.byteLength(text, 'utf8');
}
