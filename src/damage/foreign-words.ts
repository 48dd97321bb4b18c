import { LOWER } from '../text/tokenize.js';
import type { Detector, Suspicion } from './finding.js';
import { adjoins, spanOf, type Prose } from './prose.js';

/** Function words of German, French, Spanish, Italian and Portuguese that are no English word, name or loan. */
const LEFT_OVER = new Set(
  ('und nicht oder aber mit nach wurde werden haben auch sich einer eine einem eines durch zwischen gegen ' +
    'avec mais vous leur dans sont était être cette ces aux ' +
    'pero porque según también está están fue una uno ' +
    'anche perché sono della degli nella não são também uma').split(' '),
);
/** Parts of foreign names: "von und zu". */
const PARTICLES = new Set('von zu van der den de del du la le las los el il da di do dos e y et'.split(' '));
/** A letter of a script that English never writes with. */
const OTHER_SCRIPT =
  /^[\p{Script=Cyrillic}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Arabic}\p{Script=Hebrew}]/u;
/** Where the scripts begin that the expression names: most words need not be tried. */
const FIRST_OTHER = 0x400;
const UNITED_STATES = /(?<![\p{L}\p{N}.])EE\.? ?UU\.?(?![\p{L}\p{N}])/gu;

/** "und", "según", "президент", "EE.UU.": what was left untranslated. */
export const foreignWords: Detector = { name: 'foreign-words', topic: 'words', weight: 2.5, find };

function find(prose: Prose): Suspicion[] {
  return [...leftOver(prose), ...unitedStates(prose)].sort((a, b) => a.start - b.start);
}

function* leftOver(prose: Prose): Generator<Suspicion> {
  const { tokens, words } = prose;
  for (let i = 1; i + 1 < tokens.count; i++) {
    const other = words[i]!.charCodeAt(0) >= FIRST_OTHER && OTHER_SCRIPT.test(words[i]!);
    if (!(other || (LEFT_OVER.has(words[i]!) && tokens.shape[i] === LOWER)) || prose.quotations.inside[i] === 1) continue;
    // A phrase of the other language is quoted or named; one word among English ones was left over.
    if (!adjoins(prose, i) || !adjoins(prose, i + 1) || !isEnglish(prose, i - 1) || !isEnglish(prose, i + 1)) continue;
    yield { ...spanOf(prose, i), type: 'lexical', evidence: 'a word left in another language', probability: 0.7, weight: 1.5 };
  }
}

function isEnglish({ tokens, words }: Prose, i: number): boolean {
  return tokens.shape[i] === LOWER && /^[a-z]+$/.test(words[i]!) && !LEFT_OVER.has(words[i]!) && !PARTICLES.has(words[i]!);
}

function* unitedStates({ tokens: { text } }: Prose): Generator<Suspicion> {
  for (const { index, 0: observed } of text.matchAll(UNITED_STATES)) {
    const article = /[Tt]he $/.test(text.slice(Math.max(0, index - 4), index)) ? '' : 'the ';
    const end = index + observed.length;
    const stop = observed.endsWith('.') && (end === text.length || /^\s{1,4}\p{Lu}/u.test(text.slice(end, end + 5)));
    yield {
      start: index, end: end - (stop ? 1 : 0), replacement: `${article}United States`, type: 'abbrev',
      evidence: 'initials left in Spanish', probability: 0.85,
    };
  }
}
