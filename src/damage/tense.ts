import { LOWER, RAISED } from '../text/tokenize.js';
import type { Detector, Suspicion } from './finding.js';
import { adjoins, spanOf, type Prose } from './prose.js';
import { verbOf } from './verbs.js';
import { isFunctionWord } from './words.js';

const REACH = 9;
const UNITS = new Set('day days week weeks month months year years'.split(' '));
const PAST_UNITS = new Set(
  ('week month year monday tuesday wednesday thursday friday saturday sunday night summer winter spring fall autumn').split(' '),
);
/** Behind these another clause has begun. */
const CLAUSE = new Set(
  ('i you he she it we they what how why that which who whom and but because since when while if as after before until by ' +
    'from since to for of than about').split(' '),
);

/** "Haldane and Marlowe speak earlier this month": the present tense with a time that is past. */
export const tense: Detector = { name: 'tense', topic: 'grammar', weight: 1.5, find };

function find(prose: Prose): Suspicion[] {
  const { tokens, words } = prose;
  const found: Suspicion[] = [];
  for (let i = 1; i + 2 < tokens.count; i++) {
    if (tokens.shape[i] !== LOWER || tokens.shape[i - 1] !== RAISED || !adjoins(prose, i) || prose.quotations.inside[i] === 1) continue;
    if (isFunctionWord(words[i - 1]!)) continue;
    const verb = verbOf(words[i]!);
    if (!verb?.plain || verb.past === words[i] || verb.base === 'say') continue;
    const paired = words[i - 2] === 'and' && tokens.shape[i - 3] === RAISED;
    if (words[i] !== (paired ? verb.base : verb.third) || !hasPastTime(prose, i + 1)) continue;
    const evidence = 'the present tense with a time that is past';
    found.push({ ...spanOf(prose, i), replacement: verb.past, type: 'grammar', evidence, probability: 0.78 });
  }
  return found;
}

/** "earlier this month", "last week", "two days ago", "yesterday", in the same clause. */
function hasPastTime(prose: Prose, from: number): boolean {
  const { words, tokens } = prose;
  for (let i = from; i < from + REACH && i < tokens.count && adjoins(prose, i) && !CLAUSE.has(words[i]!); i++) {
    const next = words[i + 1] ?? '';
    if (words[i] === 'yesterday' || (words[i] === 'last' && PAST_UNITS.has(next))) return true;
    if (words[i] === 'earlier' && next === 'this' && PAST_UNITS.has(words[i + 2] ?? '')) return true;
    if (UNITS.has(words[i]!) && next === 'ago') return true;
  }
  return false;
}
