import { NUMERIC } from '../text/tokenize.js';
import { atEachWord } from './at-each-word.js';
import type { Detector, Suspicion } from './finding.js';
import { adjoins, gapBefore, type Prose } from './prose.js';

const LARGE = new Set('thousand million billion trillion'.split(' '));
const BEHIND = /^[ \u00a0]?([$\u20ac\u00a3])(?![$\u20ac\u00a3\w])/;
const APART = /[$\u20ac\u00a3][ \u00a0]$/;

/** "500 million $", "50 €", "$ 20": currency signs as other languages set them. */
export const currencySigns: Detector = { name: 'currency-signs', topic: 'numbers', weight: 1, find: atEachWord(judge) };

function judge(prose: Prose, i: number): Suspicion | undefined {
  const { tokens, words } = prose;
  if (tokens.shape[i] !== NUMERIC || !/^\d+(?:[.,]\d+)*$/.test(words[i]!)) return undefined;
  const before = gapBefore(tokens, i);
  if (APART.test(before)) {
    const start = tokens.start[i]! - 2;
    const replacement = before.at(-2)! + tokens.text.slice(tokens.start[i]!, tokens.end[i]!);
    return { start, end: tokens.end[i]!, replacement, type: 'punct', evidence: 'a space behind the currency sign', probability: 0.8 };
  }
  if (/[$\u20ac\u00a3]$/.test(before)) return undefined;
  return signBehind(prose, i, LARGE.has(words[i + 1] ?? '') && adjoins(prose, i + 1) ? i + 1 : i);
}

function signBehind({ tokens }: Prose, i: number, last: number): Suspicion | undefined {
  const after = gapBefore(tokens, last + 1);
  const sign = BEHIND.exec(after);
  // "500 $20 notes": the sign belongs to the next number.
  if (!sign || (last + 1 < tokens.count && sign[0].length === after.length)) return undefined;
  const amount = tokens.text.slice(tokens.start[i]!, tokens.end[last]!);
  return {
    start: tokens.start[i]!, end: tokens.end[last]! + sign[0].length, replacement: sign[1]! + amount, type: 'punct',
    evidence: 'the currency sign behind its number', probability: 0.85,
  };
}
