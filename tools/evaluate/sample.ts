import { tokenize } from '../../src/text/tokenize.js';
import { random } from '../random.js';
import { readFolders, type Document } from '../read-folders.js';

/** What to draw. */
export interface SampleOptions {
  readonly folders: readonly string[];
  /** Documents wanted; fewer come back where there are fewer. */
  readonly documents: number;
  readonly seed: string;
  /** Least number of words of a document. Default 0. */
  readonly leastWords?: number;
}

/**
 * Draws documents from folders: those whose identifiers give the lowest random numbers, in that order, so that the draw depends on the seed
 * and the documents alone, and a larger draw holds every smaller one.
 */
export function sampleDocuments({ folders, documents, seed, leastWords = 0 }: SampleOptions): Document[] {
  let drawn: { key: number; document: Document }[] = [];
  const settle = (): void => {
    drawn.sort((a, b) => a.key - b.key || (a.document.id < b.document.id ? -1 : 1));
    drawn = drawn.slice(0, documents);
  };
  let limit = Infinity;
  for (const document of readFolders(folders)) {
    const key = random(`${seed} ${document.id}`)();
    if (key > limit || (leastWords > 0 && tokenize(document.text).count < leastWords)) continue;
    drawn.push({ key, document });
    if (drawn.length < documents * 2 + 1000) continue;
    settle();
    limit = drawn.at(-1)?.key ?? -1;
  }
  settle();
  return drawn.map(({ document }) => document);
}
