import { CAPITALS, NUMERIC, RAISED } from '../text/tokenize.js';
import { adjoins, type Prose } from './prose.js';

/** Months in full, folded. */
export const MONTHS: ReadonlySet<string> = new Set(
  'january february march april may june july august september october november december'.split(' '),
);
export const WEEKDAYS: ReadonlySet<string> = new Set('monday tuesday wednesday thursday friday saturday sunday'.split(' '));
/** Number words from two on, folded. */
export const NUMBER_WORDS: ReadonlySet<string> = new Set(
  ('two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen ' +
    'twenty thirty forty fifty sixty seventy eighty ninety').split(' '),
);

/** Words that are raised for beginning a sentence. */
const STARTERS: ReadonlySet<string> = new Set(
  'the about some over nearly almost around in of for at only up more all after with between by'.split(' '),
);
const YEAR = /^(?:1[6-9]|20)\d\d$/;

/** Whether token `i` counts what follows: a number above one that is no year, no day of a month and no part of a name. */
export function isCount(prose: Prose, i: number): boolean {
  const word = prose.words[i] ?? '';
  const counts = NUMBER_WORDS.has(word) || (prose.tokens.shape[i] === NUMERIC && /^\d+(?:[.,]\d+)*$/.test(word) && word !== '1');
  return counts && !YEAR.test(word) && !endsName(prose, i);
}

/** "World War Two", "Section 5", "March 3": the number belongs to what stands before it. */
function endsName(prose: Prose, i: number): boolean {
  const before = prose.tokens.shape[i - 1];
  return adjoins(prose, i) && (before === RAISED || before === CAPITALS) && !STARTERS.has(prose.words[i - 1]!);
}

/** Whether token `i` is a year of four digits. */
export function isYear({ words }: Prose, i: number): boolean {
  return YEAR.test(words[i] ?? '');
}
