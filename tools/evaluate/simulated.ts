import { builtinTables } from '../../src/dictionary/dictionary.js';
import { buildLexicon, type Lexicon } from '../../src/dictionary/lexicon.js';
import type { Gold } from '../gold.js';
import { drawTable, lexiconOfTable, spin } from '../simulate.js';
import { SPINNER } from './pipeline.js';
import type { Request } from './request.js';
import { sampleDocuments } from './sample.js';

/** A clean document and what the simulated spinner made of it. */
export interface SpunDocument {
  readonly id: string;
  readonly clean: string;
  readonly gold: Gold;
}

/** Documents of one simulated spinner, and the lexicon that a decoder is shown of its list. */
export interface Simulation {
  readonly documents: readonly SpunDocument[];
  readonly lexicon: Lexicon;
}

/** Shorter documents are not drawn: no verdict could be asked of them. */
export const LEAST_WORDS = 100;

/** Draws a spinner's list from the dictionary and spins documents of the folders with it. */
export function simulate({ paths, documents, share, seed }: Pick<Request, 'paths' | 'documents' | 'share' | 'seed'>): Simulation {
  const tables = builtinTables();
  const dictionary = buildLexicon(tables);
  const family = dictionary.families.indexOf(SPINNER);
  const list = drawTable(dictionary, family, seed);
  const spun = sampleDocuments({ folders: paths, documents, seed, leastWords: LEAST_WORDS }).map(({ id, text }): SpunDocument => ({
    id, clean: text, gold: spin(text, dictionary, list, `${seed} ${id}`),
  }));
  return { documents: spun, lexicon: share === 'all' ? dictionary : lexiconOfTable(tables, family, list, share, `${seed} shown`) };
}

/** One line that says what was simulated and what the decoder was shown. */
export function describeSimulation({ share, seed }: Pick<Request, 'share' | 'seed'>, { documents }: Simulation): string {
  const drawn = `${documents.length} documents of ${LEAST_WORDS} words or more, spun with a list drawn from the dictionary (seed ${seed})`;
  return `${drawn}; the decoder is shown ${describeShare(share)}`;
}

function describeShare(share: Request['share']): string {
  if (share === 'all') return 'the whole dictionary';
  return share === 1 ? "exactly the spinner's pairs" : `a random ${Math.round(share * 100)} % of the spinner's pairs`;
}
