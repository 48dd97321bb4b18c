import { CAPITALS, LOWER, NUMERIC } from '../text/tokenize.js';
import { atEachWord } from './at-each-word.js';
import type { Detector, Suspicion } from './finding.js';
import { adjoins, gapBefore, rawWord, spanOf, type Prose } from './prose.js';

/** Centuries by their Roman numerals; a single letter could be a name. */
const ROMAN = new Map(
  'II III IV VI VII VIII IX XI XII XIII XIV XV XVI XVII XVIII XIX XX XXI'
    .split(' ')
    .map((numeral): [string, number] => [numeral.toLowerCase(), valueOf(numeral)]),
);
const CENTURIES = new Set(['century', 'centuries']);

/** "the 21th", "the XIX century", "the 21. century": ordinals formed as in another language. */
export const ordinals: Detector = {
  name: 'ordinals', topic: 'numbers', weight: 1.5,
  find: atEachWord((prose, i) => suffix(prose, i) ?? century(prose, i)),
};

function suffix(prose: Prose, i: number): Suspicion | undefined {
  if (prose.tokens.shape[i] !== NUMERIC) return undefined;
  const number = /^(\d{1,4})(?:st|nd|rd|th)$/.exec(prose.words[i]!)?.[1];
  const right = number && ordinal(Number(number));
  // "11st" is a weight in stones.
  if (!right || right === prose.words[i] || prose.words[i]!.endsWith('st')) return undefined;
  return { ...spanOf(prose, i), replacement: right, type: 'grammar', evidence: `"${rawWord(prose, i)}" for "${right}"`, probability: 0.9 };
}

function century(prose: Prose, i: number): Suspicion | undefined {
  const { tokens, words } = prose;
  if (!CENTURIES.has(words[i]!) || tokens.shape[i] !== LOWER || i === 0) return undefined;
  const dotted = tokens.shape[i - 1] === NUMERIC && /^\d{1,2}$/.test(words[i - 1]!) && gapBefore(tokens, i) === '. ';
  const roman = tokens.shape[i - 1] === CAPITALS && adjoins(prose, i) ? ROMAN.get(words[i - 1]!) : undefined;
  if (!dotted && roman === undefined) return undefined;
  return {
    ...spanOf(prose, i - 1, i), replacement: `${ordinal(roman ?? Number(words[i - 1]))} ${rawWord(prose, i)}`, type: 'grammar',
    evidence: 'a century numbered as in another language', probability: 0.92, weight: 2,
  };
}

function ordinal(value: number): string {
  const teen = value % 100 > 10 && value % 100 < 14;
  return `${value}${(!teen && ['th', 'st', 'nd', 'rd'][value % 10]) || 'th'}`;
}

function valueOf(numeral: string): number {
  const values = [...numeral].map((letter) => ({ I: 1, V: 5, X: 10 })[letter]!);
  return values.reduce((sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value), 0);
}
