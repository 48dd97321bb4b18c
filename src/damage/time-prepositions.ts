import { GAP_PAUSE, GAP_SPACE, GAP_STOP } from '../text/characters.js';
import { LOWER, RAISED } from '../text/tokenize.js';
import { atEachWord } from './at-each-word.js';
import { MONTHS, WEEKDAYS, isYear } from './counting.js';
import type { Detector, Suspicion } from './finding.js';
import { adjoins, rawWord, spanOf, unbroken, type Prose } from './prose.js';
import { isFunctionWord } from './words.js';

const LAST = new Set('last next'.split(' '));
const MOVED = new Set('came come comes moved turned flew sworn set kicked rolled poured brought checked weighed jumped called'.split(' '));
/** What belongs to no "in" or "on" of its own, as "built on last year" does. */
const BEFORE_TIME = new Set('place him her them it office power city country war attack killed held born died arrested elected'.split(' '));
const SPANS = new Set('week month year'.split(' '));

/** "at Monday", "on May 2020", "in the last year 2019": times with the prepositions of another language. */
export const timePrepositions: Detector = {
  name: 'time-prepositions', topic: 'grammar', weight: 1.5,
  find: atEachWord((prose, i) => weekday(prose, i) ?? month(prose, i) ?? last(prose, i)),
};

/** "in Monday": on Monday. */
function weekday(prose: Prose, i: number): Suspicion | undefined {
  const { words } = prose;
  const fits = (words[i] === 'in' || words[i] === 'at') && WEEKDAYS.has(words[i + 1] ?? '') && adjoins(prose, i + 1);
  return fits && !isParticle(prose, i) && ends(prose, i + 2) ? suspect(prose, i, 'on') : undefined;
}

/** "was sworn in Monday", "breaking in Wednesday": American English leaves out the "on". */
function isParticle({ words }: Prose, i: number): boolean {
  const before = words[i - 1] ?? '';
  return before.endsWith('ing') || MOVED.has(before);
}

/** "on May 2020": in May 2020. "in May 5": on May 5. */
function month(prose: Prose, i: number): Suspicion | undefined {
  const { tokens, words } = prose;
  if (!MONTHS.has(words[i + 1] ?? '') || tokens.shape[i + 1] !== RAISED || !unbroken(prose, i, i + 3)) return undefined;
  if (words[i] === 'on' && isYear(prose, i + 2) && ends(prose, i + 3)) return suspect(prose, i, 'in');
  return words[i] === 'in' && /^(?:[12]?\d|3[01])$/.test(words[i + 2]!) && ends(prose, i + 3) ? suspect(prose, i, 'on') : undefined;
}

/** "in last week", "on next month": no preposition at all. */
function last(prose: Prose, i: number): Suspicion | undefined {
  const { tokens, words } = prose;
  if ((words[i] !== 'in' && words[i] !== 'on') || !LAST.has(words[i + 1] ?? '') || !SPANS.has(words[i + 2] ?? '')) return undefined;
  if (!unbroken(prose, i, i + 3) || tokens.shape[i] !== LOWER || !ends(prose, i + 3)) return undefined;
  if (!BEFORE_TIME.has(words[i - 1] ?? '')) return undefined;
  return {
    start: tokens.start[i]!, end: tokens.start[i + 1]!, replacement: '', type: 'function',
    evidence: `"${rawWord(prose, i)}" before "${words[i + 1]!} ${words[i + 2]!}"`, probability: 0.75,
  };
}

/** Whether the time is told before token `i`: no noun goes on with it, as in "at Friday prayers". */
function ends({ tokens, words }: Prose, i: number): boolean {
  if (i >= tokens.count) return true;
  const gap = tokens.gap[i]!;
  if (gap === GAP_SPACE) return tokens.shape[i] === LOWER && isFunctionWord(words[i]!);
  return (gap & (GAP_STOP | GAP_PAUSE)) !== 0;
}

function suspect(prose: Prose, i: number, right: string): Suspicion {
  const replacement = prose.tokens.shape[i] === LOWER ? right : right[0]!.toUpperCase() + right.slice(1);
  const evidence = `"${rawWord(prose, i)}" before "${rawWord(prose, i + 1)}"`;
  return { ...spanOf(prose, i), replacement, type: 'function', evidence, probability: 0.8 };
}
