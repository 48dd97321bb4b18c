import { builtinTables } from '../../src/dictionary/dictionary.js';
import { buildLexicon, type Lexicon } from '../../src/dictionary/lexicon.js';
import { rowsOf } from '../../src/dictionary/tables.js';
import { fold } from '../../src/text/tokenize.js';
import { isSetAside, readPages, swapsOf, type Swap, type WildPage } from '../wild-pages.js';
import { readArticles, SPUN_ARTICLES } from './articles.js';
import { SPINNER } from './pipeline.js';
import type { Request } from './request.js';
import { decimal, formatTable, share, whole } from './table.js';

/** Pairs, each as {@link pairKey}. */
export type PairSet = ReadonlySet<string>;

/**
 * Share of the swaps on the pages set aside that the dictionary holds, as it grew: the corpus alone, with what was seen on the other pages,
 * with all that was written from knowledge. Pages count by their swaps. The swaps that are missing are never listed: then the pages
 * would no longer be unseen.
 */
export function reportCoverage({ paths }: Pick<Request, 'paths'>): string {
  const pages = paths.flatMap(readPages);
  const lexicon = buildLexicon(builtinTables());
  const others = [...new Set(pages.map(({ family }) => family))].filter((family) => family !== SPINNER).sort();
  const families = [SPINNER, ...others];
  const rows = families.map((family) => {
    const own = pages.filter((page) => page.family === family);
    return coverageCells(family, own, stagesOf(lexicon, own, family));
  });
  const heading = ['pages of', 'set aside', 'swaps', 'corpus only', '+ wild', '+ knowledge', 'pairs of each stage'];
  return ['coverage of the pages set aside, by swaps\n', formatTable(heading, rows)].join('\n');
}

/** Key of a pair of folded wordings. */
export function pairKey({ observed, intended }: Swap): string {
  return `${clitics(observed)}\n${clitics(intended)}`;
}

/** Whether a swap is among the pairs, or follows from some of them word by word, the words between being equal. */
export function isHeld(pairs: PairSet, swap: Swap): boolean {
  if (pairs.has(pairKey(swap))) return true;
  const observed = clitics(swap.observed).split(' ');
  const intended = clitics(swap.intended).split(' ');
  const reached = new Set(['0 0']);
  for (let i = 0; i <= observed.length; i++) {
    for (let j = 0; j <= intended.length; j++) if (reached.has(`${i} ${j}`)) reach(pairs, observed, intended, i, j, reached);
  }
  return reached.has(`${observed.length} ${intended.length}`);
}

/** Adds the points that one step leads to: over a word equal on both sides, or over a pair. */
function reach(pairs: PairSet, observed: readonly string[], intended: readonly string[], i: number, j: number, reached: Set<string>): void {
  if (i < observed.length && observed[i] === intended[j]) reached.add(`${i + 1} ${j + 1}`);
  for (let a = i + 1; a <= observed.length; a++) {
    for (let b = j + 1; b <= intended.length; b++) {
      if (pairs.has(`${observed.slice(i, a).join(' ')}\n${intended.slice(j, b).join(' ')}`)) reached.add(`${a} ${b}`);
    }
  }
}

function clitics(phrase: string): string {
  return phrase.replace(/(\S)'s(?= |$)/g, "$1 's");
}

/** The three stages for pages of a family: its own entries, or those of every family where it has none. */
function stagesOf(lexicon: Lexicon, pages: readonly WildPage[], family: string): PairSet[] {
  const all = dictionaryPairs(lexicon, lexicon.families.indexOf(family));
  const corpus = corpusPairs();
  const seen = pages.filter((page) => !isSetAside(page)).flatMap((page) => swapsOf(page)).map(pairKey).filter((key) => all.has(key));
  return [corpus, new Set([...corpus, ...seen]), new Set([...corpus, ...all])];
}

function dictionaryPairs(lexicon: Lexicon, family: number): PairSet {
  const rows = rowsOf(lexicon.entries).filter((row) => family < 0 || row.family === family);
  return new Set(rows.flatMap((row) => {
    const intended = fold(lexicon.textOf(row.head));
    return row.variants.map((variant) => pairKey({ observed: fold(lexicon.textOf(variant)), intended }));
  }));
}

/** What the gold of the three spun articles shows: each mark whole, and cut to the words that differ. */
function corpusPairs(): PairSet {
  const articles = readArticles().filter(({ number }) => SPUN_ARTICLES.includes(number));
  return new Set(articles.flatMap(({ number, gold }) => {
    const pairs = gold.marks.map(({ observed, rights }) => ({ observed, intended: rights }));
    const uncut = pairs.flatMap(({ observed, intended }) => intended.map((right) => ({ observed: fold(observed), intended: fold(right) })));
    return [...uncut, ...swapsOf({ page: number, family: SPINNER, topic: '', pairs })].map(pairKey);
  }));
}

function coverageCells(family: string, pages: readonly WildPage[], stages: readonly PairSet[]): string[] {
  const aside = pages.filter(isSetAside);
  const swaps = aside.flatMap((page) => swapsOf(page, true));
  const shares = stages.map((pairs) => share(swaps.filter((swap) => isHeld(pairs, swap)).length / swaps.length));
  return [family, whole(aside.length), whole(swaps.length), ...shares, stages.map((pairs) => decimal(pairs.size, 0)).join(' / ')];
}
