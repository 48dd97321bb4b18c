/**
 * Spins clean text with this project's dictionary, by the mechanism of the common spinner: one variant per head, case shape and document, pasted
 * over every occurrence; long heads first; a replaced place is not replaced again; lower-case compounds stay whole; a few heads without a
 * variant leak their braces. Gives the spun text with the exact original of each place as gold.
 *
 *     npm run simulate -- FOLDER… [--seed text] [--limit 10]      prints JSONL: {id, text, marks}
 */
import { parseArgs } from 'node:util';
import { builtinTables } from '../src/dictionary/dictionary.js';
import { buildLexicon, type Lexicon } from '../src/dictionary/lexicon.js';
import { raiseFirst } from '../src/dictionary/phrase.js';
import { entryTable, rowsOf, shareByte, shareOf, type EntryRow, type LexiconTables } from '../src/dictionary/tables.js';
import { SHAPE_RAISED, findMatches, type Match } from '../src/match/find.js';
import { agreeArticle } from '../src/rewrite/agree.js';
import { GAP_HYPHEN } from '../src/text/characters.js';
import { tokenize } from '../src/text/tokenize.js';
import type { Gold, Mark } from './gold.js';
import { random } from './random.js';
import { readFolders } from './read-folders.js';

/** A spinner's list: for each head (phrase number) the variants (phrase numbers) it draws from. */
export interface SpinnerTable {
  readonly variants: ReadonlyMap<number, readonly number[]>;
}

const LEAKING = ['dollars', 'photograph', 'hardware', 'percentages'];
const LEAK = 0.1;
/** A spinner's list leans on the likelier variants more than their shares, which hedge, would have it. */
const SHARPNESS = 1.75;
/** Share of texts in which the article before a variant was made to fit it: so it is at 52 of 86 such places read off spun pages. */
const AGREEING = 0.6;
/** Heads that no page attests are on a spinner's list as often as this. */
const LEAST_ON_LIST = 0.5;

/**
 * Draws a spinner's list from the dictionary: the likelier heads, each with one to three of its variants (half have one), the likelier ones first.
 * The dictionary is wider than any one spinner's list, and so the decoder has to choose, as it must on real text.
 */
export function drawTable(lexicon: Lexicon, family: number, seed: string): SpinnerTable {
  const next = random(seed);
  const variants = new Map<number, number[]>();
  for (const row of rowsOf(lexicon.entries)) {
    if (row.family !== family || next() > Math.max(LEAST_ON_LIST, lexicon.replaced[row.head]!)) continue;
    const wanted = next() < 0.5 ? 1 : next() < 0.6 ? 2 : 3;
    variants.set(row.head, drawVariants(row, wanted, next));
  }
  return { variants };
}

/** Draws `count` variants of an entry without putting back, by their shares. */
function drawVariants(row: EntryRow, count: number, next: () => number): number[] {
  const pool = row.variants.map((variant, rank) => ({ variant, share: shareOf(row.shares[rank]!) ** SHARPNESS }));
  const chosen: number[] = [];
  while (chosen.length < count && pool.length > 0) {
    let point = next() * pool.reduce((sum, { share }) => sum + share, 0);
    let at = 0;
    while (at < pool.length - 1 && (point -= pool[at]!.share) > 0) at++;
    chosen.push(pool.splice(at, 1)[0]!.variant);
  }
  return chosen;
}

/** The lexicon of a spinner's list alone, or of a random share of its pairs: what a decoder that knows just that much would be given. */
export function lexiconOfTable(tables: LexiconTables, family: number, table: SpinnerTable, share: number, seed: string): Lexicon {
  const next = random(seed);
  const entries = rowsOf(tables.entries).flatMap((row): EntryRow[] => {
    const listed = row.family === family ? table.variants.get(row.head) : undefined;
    const shown = (listed ?? []).filter(() => next() < share);
    if (shown.length === 0) return [];
    return [{ ...row, variants: shown, shares: shown.map(() => shareByte(0.95 / listed!.length)) }];
  });
  return buildLexicon({ ...tables, entries: entryTable(entries) });
}

/** Spins one text. */
export function spin(text: string, lexicon: Lexicon, table: SpinnerTable, seed: string): Gold {
  const next = random(seed);
  const tokens = tokenize(text);
  const places = findMatches(tokens, lexicon, 0, tokens.count).filter((match) => table.variants.has(match.phrase));
  places.sort((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from);
  const taken = new Uint8Array(tokens.count);
  const chosen: Match[] = [];
  for (const place of places) {
    if (guarded(tokens.gap, place) || taken.subarray(place.from, place.to).some(Boolean)) continue;
    taken.fill(1, place.from, place.to);
    chosen.push(place);
  }
  chosen.sort((a, b) => a.from - b.from);
  const agrees = random(`${seed} article`)() < AGREEING;
  const drawn = new Map<string, string>();
  const marks: Mark[] = [];
  let spun = '';
  let from = 0;
  for (const place of chosen) {
    const key = `${place.phrase} ${place.shape}`;
    let variant = drawn.get(key);
    if (variant === undefined) {
      const pool = table.variants.get(place.phrase)!;
      variant = lexicon.textOf(pool[Math.floor(next() * pool.length)]!);
      if (place.shape === SHAPE_RAISED) variant = raiseFirst(variant);
      drawn.set(key, variant);
    }
    const start = tokens.start[place.from]!;
    const end = tokens.end[place.to - 1]!;
    spun += text.slice(from, start);
    const original = text.slice(start, end);
    const article = agrees && /(?:^|\s)(?:a|an|A|An) $/.test(spun) ? spun.slice(spun.lastIndexOf(' ', spun.length - 2) + 1, -1).trimStart() : '';
    const agreed = article === '' ? '' : agreeArticle(article, variant);
    const before = agreed === article ? '' : `${article} `;
    const observed = agreed === article ? variant : `${agreed} ${variant}`;
    spun = spun.slice(0, spun.length - before.length);
    if (variant !== original) {
      marks.push({
        start: spun.length, end: spun.length + observed.length, observed, rights: [before + original], required: true,
        type: lexicon.typeOf(lexicon.headEntries[lexicon.headStart[place.phrase]!]!),
      });
    }
    spun += observed;
    from = end;
  }
  return leak({ text: spun + text.slice(from), marks }, next);
}

function guarded(gaps: Uint8Array, place: Match): boolean {
  return place.shape === 0 && ((gaps[place.from]! & GAP_HYPHEN) !== 0 || ((gaps[place.to] ?? 0) & GAP_HYPHEN) !== 0);
}

/** Leaves braces around words the spinner has a head for but no variant. */
function leak(gold: Gold, next: () => number): Gold {
  const words = LEAKING.filter(() => next() < LEAK);
  const marks: Mark[] = [];
  let text = '';
  let from = 0;
  const copyMarks = (until: number): void => {
    for (const mark of gold.marks) if (mark.start >= from && mark.end <= until) marks.push({ ...mark, start: mark.start - from + text.length, end: mark.end - from + text.length });
  };
  for (const match of gold.text.matchAll(new RegExp(`\\b(${words.join('|') || '(?!)'})\\b`, 'g'))) {
    const inMark = gold.marks.some((mark) => mark.start < match.index + match[0].length && match.index < mark.end);
    if (inMark) continue;
    copyMarks(match.index);
    text += gold.text.slice(from, match.index);
    marks.push({ start: text.length, end: text.length + match[0].length + 2, observed: `{${match[0]}}`, rights: [match[0]], required: true, type: 'markup' });
    text += `{${match[0]}}`;
    from = match.index + match[0].length;
  }
  copyMarks(gold.text.length);
  return { text: text + gold.text.slice(from), marks };
}

if (process.argv[1]?.endsWith('simulate.ts')) {
  const { values, positionals } = parseArgs({ options: { seed: { type: 'string', default: '1' }, limit: { type: 'string', default: '10' } }, allowPositionals: true });
  if (positionals.length === 0) {
    console.error('usage: npm run simulate -- FOLDER… [--seed text] [--limit 10]');
    process.exit(2);
  }
  const lexicon = buildLexicon(builtinTables());
  const table = drawTable(lexicon, lexicon.families.indexOf('synonym-spin'), values.seed);
  let left = Number(values.limit);
  for (const { id, text } of readFolders(positionals)) {
    if (left-- <= 0) break;
    console.log(JSON.stringify({ id, ...spin(text, lexicon, table, `${values.seed} ${id}`) }));
  }
}
