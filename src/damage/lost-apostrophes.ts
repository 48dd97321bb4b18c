import { LOWER, RAISED } from '../text/tokenize.js';
import { atEachWord } from './at-each-word.js';
import type { Detector, Suspicion } from './finding.js';
import { adjoins, rawWord, spanOf, unbroken, type Prose } from './prose.js';

/** No words at all without their apostrophe. */
const ALWAYS = new Set('todays yesterdays tomorrows countrys companys citys partys countys armys familys ministrys universitys'.split(' '));
/** Of whom there is one, as a rule, behind "the" or "its". */
const OFFICES = new Set('mayors governors presidents ministers senators chancellors kings queens popes premiers prosecutors'.split(' '));
const OWNED = new Set(
  ('lawyer lawyers office house home library spokesman spokeswoman wife husband son daughter visit speech decision residence aide ' +
    'aides death resignation remarks statement trip cabinet approval').split(' '),
);
const TIMES = new Set('years weeks months'.split(' '));
const BEFORE_TIME = new Set('last this next'.split(' '));
const DATED = new Set('budget election elections vote report summit meeting results level levels figure'.split(' '));
const RANKED = new Set('largest biggest most first only oldest fastest highest second third best richest'.split(' '));
const WHOLE = new Set('worlds nations regions citys countrys'.split(' '));

/** "todays vote", "the mayors lawyer", "the worlds largest": possessives without their apostrophe. */
export const lostApostrophes: Detector = { name: 'lost-apostrophes', topic: 'punctuation', weight: 1.5, find: atEachWord(judge) };

function judge(prose: Prose, i: number): Suspicion | undefined {
  const { tokens, words } = prose;
  if (!words[i]!.endsWith('s') || (tokens.shape[i] !== LOWER && tokens.shape[i] !== RAISED) || !isBare(prose, i)) return undefined;
  const owns = tokens.shape[i] === LOWER && (isOffice(prose, i) || isTime(prose, i) || isWhole(prose, i));
  if (!ALWAYS.has(words[i]!) && !owns) return undefined;
  const word = rawWord(prose, i);
  return {
    ...spanOf(prose, i), replacement: `${word.slice(0, -1)}${/\u2019/.test(tokens.text) ? '\u2019' : "'"}s`,
    type: 'possessive', evidence: 'a possessive without its apostrophe', probability: 0.85,
  };
}

/** Another word follows, and no apostrophe. */
function isBare(prose: Prose, i: number): boolean {
  return adjoins(prose, i + 1) && prose.tokens.shape[i + 1] === LOWER;
}

function isOffice(prose: Prose, i: number): boolean {
  const { words } = prose;
  if (!OFFICES.has(words[i]!) || !OWNED.has(words[i + 1]!)) return false;
  const from = words[i - 1] === 'former' || words[i - 1] === 'prime' ? i - 2 : i - 1;
  return words[from] === 'the' && unbroken(prose, from, i + 2);
}

/** "last years budget": not before a function word, as in "these last years of". */
function isTime({ words }: Prose, i: number): boolean {
  return TIMES.has(words[i]!) && BEFORE_TIME.has(words[i - 1] ?? '') && DATED.has(words[i + 1]!);
}

function isWhole({ words }: Prose, i: number): boolean {
  return WHOLE.has(words[i]!) && words[i - 1] === 'the' && RANKED.has(words[i + 1]!);
}
