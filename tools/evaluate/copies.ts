import { builtinTables } from '../../src/dictionary/dictionary.js';
import { buildLexicon, type Lexicon } from '../../src/dictionary/lexicon.js';
import { sentenceStarts } from '../../src/text/sentences.js';
import { tokenize } from '../../src/text/tokenize.js';
import type { Gold } from '../gold.js';
import { random } from '../random.js';
import { drawTable, lexiconOfTable, spin, type SpinnerTable } from '../simulate.js';
import { SPINNER } from './pipeline.js';
import type { Request } from './request.js';
import { sampleDocuments } from './sample.js';
import { LEAST_WORDS } from './simulated.js';

/** A clean article spun twice; the second time with sentences left out or in another order. */
export interface Copies {
  readonly id: string;
  readonly clean: string;
  readonly first: Gold;
  readonly second: Gold;
}

/** What becomes of a fifth of the second copy's sentences. */
export type Order = 'same order' | 'a fifth dropped' | 'a fifth reordered';

/** How the copies are made. */
export interface CopyOptions extends Pick<Request, 'paths' | 'documents' | 'seed'> {
  /** Whether each copy has a list of its own, or both draw their variants from one. */
  readonly lists: 'one list' | 'two lists';
  readonly order: Order;
  /** Share of the pairs of all lists that the decoder is shown. */
  readonly share: number | 'all';
}

const FIFTH = 0.2;

/** Draws documents and spins each twice. */
export function makeCopies({ paths, documents, seed, lists, order, share }: CopyOptions): { copies: Copies[]; lexicon: Lexicon; spinAgain: (text: string, seed: string) => Gold } {
  const tables = builtinTables();
  const dictionary = buildLexicon(tables);
  const family = dictionary.families.indexOf(SPINNER);
  const own = drawTable(dictionary, family, seed);
  const other = lists === 'one list' ? own : drawTable(dictionary, family, `${seed} other`);
  const copies = sampleDocuments({ folders: paths, documents, seed, leastWords: LEAST_WORDS }).map(({ id, text }): Copies => ({
    id, clean: text,
    first: spin(text, dictionary, own, `${seed} ${id}`),
    second: spin(rearrange(text, order, `${seed} ${id}`), dictionary, other, `${seed} other ${id}`),
  }));
  const lexicon = share === 'all' ? dictionary : lexiconOfTable(tables, family, union(own, other), share, `${seed} shown`);
  return { copies, lexicon, spinAgain: (text, again) => spin(text, dictionary, own, again) };
}

/** All pairs of two lists. */
function union(left: SpinnerTable, right: SpinnerTable): SpinnerTable {
  const variants = new Map(left.variants);
  for (const [head, list] of right.variants) variants.set(head, [...new Set([...(variants.get(head) ?? []), ...list])]);
  return { variants };
}

/** Leaves a fifth of the sentences out, or lets them change places. */
export function rearrange(text: string, order: Order, seed: string): string {
  if (order === 'same order') return text;
  const next = random(`${seed} order`);
  const sentences = sentencesOf(text);
  const chosen = sentences.map(() => next() < FIFTH);
  if (order === 'a fifth dropped') return sentences.filter((_, i) => !chosen[i]).join('');
  const moved = sentences.filter((_, i) => chosen[i]);
  for (let i = moved.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1));
    [moved[i], moved[j]] = [moved[j]!, moved[i]!];
  }
  return sentences.map((sentence, i) => (chosen[i] ? moved.shift()! : sentence)).join('');
}

/** The sentences of a text, each with a space or line break behind it. */
function sentencesOf(text: string): string[] {
  const tokens = tokenize(text);
  const starts = [...sentenceStarts(tokens)].map((first) => (first < tokens.count ? tokens.start[first]! : text.length));
  return starts.slice(1).map((end, i) => {
    const sentence = text.slice(i === 0 ? 0 : starts[i], end);
    return /\s$/.test(sentence) ? sentence : `${sentence}\n`;
  });
}
