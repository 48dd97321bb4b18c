import { NUMERIC, RAISED } from '../text/tokenize.js';
import { MONTHS, WEEKDAYS } from './counting.js';
import type { Detector, Suspicion } from './finding.js';
import { adjoins, gapBefore, rawWord, unbroken, type Prose } from './prose.js';

const BEFORE = new Set('on the day since until till from to before after by'.split(' '));
const DAY = /^(?:[12]?\d|3[01])$/;

/** "on 5 of May", "since the 12. April": dates word by word. */
export const foreignDates: Detector = { name: 'foreign-dates', topic: 'numbers', weight: 2, find };

function find(prose: Prose): Suspicion[] {
  const found: Suspicion[] = [];
  let dayFirst: boolean | undefined;
  for (let i = 1; i + 1 < prose.tokens.count; i++) {
    const month = monthOf(prose, i);
    if (month < 0) continue;
    dayFirst ??= putsDayFirst(prose);
    found.push(suspect(prose, i, month, dayFirst));
  }
  return found;
}

/** Place of the month that belongs to the day at token `i`, where "of" or a period parts them; -1 for none. */
function monthOf(prose: Prose, i: number): number {
  const { tokens, words } = prose;
  if (tokens.shape[i] !== NUMERIC || !DAY.test(words[i]!) || !adjoins(prose, i) || !isDated(prose, i - 1)) return -1;
  const of = words[i + 1] === 'of' && unbroken(prose, i, i + 3);
  const month = of ? i + 2 : i + 1;
  if (!of && gapBefore(tokens, month) !== '. ') return -1;
  if (month >= tokens.count || tokens.shape[month] !== RAISED || !MONTHS.has(words[month]!)) return -1;
  // "4 of March's five", "on 5. May said": the month begins something else.
  if (words[month + 1] === "'s" || (adjoins(prose, month + 1) && tokens.shape[month + 1] === RAISED)) return -1;
  return of || tokens.shape[month + 1] === NUMERIC ? month : -1;
}

function isDated({ words }: Prose, i: number): boolean {
  return BEFORE.has(words[i]!) || WEEKDAYS.has(words[i]!);
}

/** Whether the document writes "5 May" rather than "May 5". */
function putsDayFirst(prose: Prose): boolean {
  let balance = 0;
  for (let i = 1; i < prose.tokens.count; i++) {
    if (!adjoins(prose, i)) continue;
    if (MONTHS.has(prose.words[i]!) && DAY.test(prose.words[i - 1]!)) balance++;
    if (MONTHS.has(prose.words[i - 1]!) && DAY.test(prose.words[i]!)) balance--;
  }
  return balance > 0;
}

function suspect(prose: Prose, day: number, month: number, dayFirst: boolean): Suspicion {
  const { tokens, words } = prose;
  let from = day;
  while (from > 1 && (words[from - 1] === 'the' || words[from - 1] === 'day') && adjoins(prose, from - 1)) from--;
  const date = dayFirst ? `${rawWord(prose, day)} ${rawWord(prose, month)}` : `${rawWord(prose, month)} ${rawWord(prose, day)}`;
  return {
    start: tokens.start[from]!, end: tokens.end[month]!, replacement: date, type: 'order',
    evidence: 'a date as another language writes it', probability: 0.85,
  };
}
