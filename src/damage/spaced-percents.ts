import { NUMERIC } from '../text/tokenize.js';
import { atEachWord } from './at-each-word.js';
import type { Detector, Suspicion } from './finding.js';
import { gapBefore, rawWord, type Prose } from './prose.js';

const BEFORE = new Set('of by to from about than least nearly around almost over only'.split(' '));

/** "5 %", "%5": the percent sign as other languages set it. */
export const spacedPercents: Detector = { name: 'spaced-percents', topic: 'numbers', weight: 0.7, find: atEachWord(judge) };

function judge(prose: Prose, i: number): Suspicion | undefined {
  const { tokens } = prose;
  if (tokens.shape[i] !== NUMERIC || !/^\d+(?:[.,]\d+)*$/.test(prose.words[i]!)) return undefined;
  const after = gapBefore(tokens, i + 1);
  const start = tokens.start[i]!;
  const end = tokens.end[i]!;
  if (/^[ \u00a0]%(?![\w%-])/.test(after) && (i + 1 === tokens.count || after.length > 2)) {
    return {
      start, end: end + 2, replacement: `${rawWord(prose, i)}%`, type: 'punct',
      evidence: 'a space before the percent sign', probability: 0.8,
    };
  }
  const before = gapBefore(tokens, i);
  if (after.startsWith('%') || !(before.endsWith('(%') || (before === ' %' && BEFORE.has(prose.words[i - 1]!)))) return undefined;
  return {
    start: start - 1, end, replacement: `${rawWord(prose, i)}%`, type: 'punct',
    evidence: 'the percent sign before its number', probability: 0.8,
  };
}
