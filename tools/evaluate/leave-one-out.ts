import { compile } from '../../src/dictionary/compile.js';
import type { Entry } from '../../src/dictionary/entry.js';
import { buildLexicon } from '../../src/dictionary/lexicon.js';
import { MODES } from '../../src/options.js';
import { readAllEntries, readCounts, readSeen } from '../dictionary-files.js';
import { score } from '../score.js';
import { readArticles, SPUN_ARTICLES, type Article } from './articles.js';
import { listErrors } from './errors.js';
import { SCORE_HEADING, scoreCells } from './figures.js';
import { makePipeline } from './pipeline.js';
import type { Request } from './request.js';
import { formatTable, share, whole } from './table.js';

/** Restores each spun article with a dictionary that does not hold what was read from this article alone. */
export function reportLeaveOneOut({ mode, errors }: Pick<Request, 'mode' | 'errors'>): string {
  const entries = readAllEntries();
  const results = readArticles().filter(({ number }) => SPUN_ARTICLES.includes(number)).map((article) => leaveOut(article, entries, mode));
  const rows = results.map(({ article, left, total, verdict }) => [
    article.number, whole(left), ...scoreCells(total, verdict.words), share(verdict.probability), verdict.family,
  ]);
  const lists = results.map(({ article, total }) => [`\n${article.number}`, ...listErrors(article.gold.text, total)].join('\n'));
  const table = formatTable(['article', 'entries left out', ...SCORE_HEADING, 'verdict', 'family'], rows);
  return [`each article without the entries read from it alone, mode ${mode}\n`, table, ...(errors ? lists : [])].join('\n');
}

function leaveOut(article: Article, entries: readonly Entry[], mode: Request['mode']) {
  const kept = entries.filter(({ sources }) => !(sources.length === 1 && sources[0] === `corpus/${article.number}`));
  const lexicon = buildLexicon(compile(kept, readCounts(), readSeen(article.number)));
  const { edits, verdict } = makePipeline({ lexicon }).restore(article.gold.text);
  const total = score(article.gold, edits.filter(({ probability }) => probability >= MODES[mode]));
  return { article, left: entries.length - kept.length, total, verdict };
}
