import { LOWER } from '../text/tokenize.js';
import { atEachWord } from './at-each-word.js';
import { NUMBER_WORDS, isYear } from './counting.js';
import type { Detector, Suspicion } from './finding.js';
import { adjoins, rawWord, spanOf, unbroken, type Prose } from './prose.js';

const UNITS = new Set('years months weeks days decades hours centuries minutes'.split(' '));
/** What makes a point in time of a duration, or counts from it. */
const POINTED = new Set('ago earlier before prior previously old into after later back of pregnant apart on'.split(' '));

/** "since 3 years": a duration where a point in time should stand. */
export const durations: Detector = { name: 'durations', topic: 'grammar', weight: 1.8, find: atEachWord(judge) };

function judge(prose: Prose, i: number): Suspicion | undefined {
  const { words } = prose;
  if (words[i] !== 'since' || !adjoins(prose, i + 1)) return undefined;
  if (words[i + 1] === 'long' && words[i + 2] === 'time') return suspect(prose, i, i + 1, 'a long');
  const unit = isNumber(prose, i + 1) || words[i + 1] === 'several' || words[i + 1] === 'many' ? i + 2 : i + 1;
  if (!UNITS.has(words[unit] ?? '') || !unbroken(prose, i, unit + 1) || POINTED.has(words[unit + 1] ?? '')) return undefined;
  return suspect(prose, i, i, '');
}

function isNumber(prose: Prose, i: number): boolean {
  return NUMBER_WORDS.has(prose.words[i] ?? '') || (/^\d+$/.test(prose.words[i] ?? '') && !isYear(prose, i));
}

function suspect(prose: Prose, from: number, last: number, rest: string): Suspicion {
  const word = prose.tokens.shape[from] === LOWER ? 'for' : 'For';
  return {
    ...spanOf(prose, from, last), replacement: rest === '' ? word : `${word} ${rest}`, type: 'grammar',
    evidence: `"${rawWord(prose, from)}" before a duration`, probability: 0.88,
  };
}
