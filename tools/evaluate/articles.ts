import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../dictionary-files.js';
import { parseGold, type Gold } from '../gold.js';

/** An article of the regression corpus: its number (`000`) and its gold. */
export interface Article {
  readonly number: string;
  readonly gold: Gold;
}

/** The articles that the common spinner wrote. */
export const SPUN_ARTICLES: readonly string[] = ['000', '002', '004'];

/** All articles of corpus/, in order of their numbers. */
export function readArticles(): Article[] {
  const folder = join(ROOT, 'corpus');
  const files = readdirSync(folder).filter((name) => name.endsWith('.gold.txt')).sort();
  return files.map((name) => ({ number: name.slice(0, name.indexOf('_')), gold: parseGold(readFileSync(join(folder, name), 'utf8')) }));
}
