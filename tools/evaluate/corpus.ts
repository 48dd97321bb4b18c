import { createRestorer } from '../../src/index.js';
import type { Mode, Restoration } from '../../src/types.js';
import { addScores, score, type Score } from '../score.js';
import { readArticles, type Article } from './articles.js';
import { listErrors } from './errors.js';
import { SCORE_HEADING, scoreCells, typeTable } from './figures.js';
import type { Request } from './request.js';
import { formatTable, share } from './table.js';

/** An article, what the restorer made of it, and how that compares with gold. */
export interface ArticleResult extends Article {
  readonly restoration: Restoration;
  readonly score: Score;
}

/** What {@link evaluateCorpus} restores, and how. */
export interface CorpusOptions {
  /** Default `balanced`. */
  readonly mode?: Mode;
  /** Default: all of corpus/. */
  readonly articles?: readonly Article[];
}

/** Restores articles and scores them. */
export function evaluateCorpus({ mode = 'balanced', articles = readArticles() }: CorpusOptions = {}): ArticleResult[] {
  const restorer = createRestorer({ mode });
  return articles.map((article) => {
    const restoration = restorer.restore(article.gold.text);
    return { ...article, restoration, score: score(article.gold, restoration.edits) };
  });
}

/** Figures per article, in all, and by type; with `errors`, every error of every article. */
export function reportCorpus({ mode, errors }: Pick<Request, 'mode' | 'errors'>): string {
  const results = evaluateCorpus({ mode });
  const total = addScores(results.map((result) => result.score));
  const words = results.reduce((sum, { restoration }) => sum + restoration.verdict.words, 0);
  const rows = results.map(({ number, restoration, score: own }) => {
    const { verdict } = restoration;
    return [number, ...scoreCells(own, verdict.words), share(verdict.probability), verdict.family];
  });
  const table = formatTable(['article', ...SCORE_HEADING, 'verdict', 'family'], [...rows, ['all', ...scoreCells(total, words), '', '']]);
  const lists = results.map((result) => [`\n${result.number}`, ...listErrors(result.gold.text, result.score)].join('\n'));
  return [`corpus, mode ${mode}\n`, table, '', typeTable(total), ...(errors ? lists : [])].join('\n');
}
