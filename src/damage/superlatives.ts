import { LOWER } from '../text/tokenize.js';
import { atEachWord } from './at-each-word.js';
import type { Detector, Suspicion } from './finding.js';
import { adjoins, rawWord, spanOf, unbroken, type Prose } from './prose.js';
import { isFunctionWord } from './words.js';

const SUPERLATIVES = new Set(
  'largest biggest highest oldest longest tallest richest poorest strongest busiest fastest greatest youngest deadliest'.split(' '),
);
/** What stands before a noun phrase that wants its article; "remains" and other verbs too take bare headlines. */
const COPULAS = new Set('is was are were become becomes became remains remained'.split(' '));
const MOST = new Set(
  'important powerful populous famous popular dangerous influential successful expensive beautiful serious significant'.split(' '),
);
const WITHIN = new Set(['in', 'of', 'on', 'since', 'for']);

/** "is largest city in the country": a superlative without its article. */
export const superlatives: Detector = { name: 'superlatives', topic: 'grammar', weight: 1.5, find: atEachWord(judge) };

function judge(prose: Prose, i: number): Suspicion | undefined {
  const { words } = prose;
  if (!COPULAS.has(words[i - 1] ?? '') || !adjoins(prose, i)) return undefined;
  const most = words[i] === 'most' && MOST.has(words[i + 1] ?? '');
  const noun = most ? i + 2 : i + 1;
  if ((!most && !SUPERLATIVES.has(words[i]!)) || !unbroken(prose, i, noun + 2) || !isNoun(prose, noun)) return undefined;
  if (!WITHIN.has(words[noun + 1]!)) return undefined;
  return {
    ...spanOf(prose, i), replacement: `the ${rawWord(prose, i)}`, type: 'grammar',
    evidence: 'a superlative without its article', probability: 0.85,
  };
}

function isNoun({ tokens, words }: Prose, i: number): boolean {
  return tokens.shape[i] === LOWER && !isFunctionWord(words[i]!) && !/(?:ly|ing|ed)$/.test(words[i]!);
}
