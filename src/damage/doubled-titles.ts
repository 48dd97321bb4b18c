import { GAP_HYPHEN, GAP_SPACE } from '../text/characters.js';
import { RAISED } from '../text/tokenize.js';
import { atEachWord } from './at-each-word.js';
import type { Detector, Suspicion } from './finding.js';
import { gapBefore, rawWord, type Prose } from './prose.js';
import { isFunctionWord } from './words.js';

const TITLES = new Set('mr mrs ms mister misses'.split(' '));
const OFFICES = new Set(
  'president minister chancellor secretary senator governor mayor ambassador doctor dr professor prof general premier'.split(' '),
);

/** "the Mr Smith", "Mr. President Jones", "Mr. Mr.": a title that English sets once and without an article. */
export const doubledTitles: Detector = {
  name: 'doubled-titles', topic: 'names', weight: 1.8,
  find: atEachWord((prose, i) => articled(prose, i) ?? doubled(prose, i)),
};

function articled(prose: Prose, i: number): Suspicion | undefined {
  const { tokens, words } = prose;
  if (words[i] !== 'the' || !isTitle(prose, i + 1) || tokens.shape[i + 2] !== RAISED) return undefined;
  // "the Mr. Olympia contest", "the Mr. Bean films": the name describes what follows.
  const to = lastName(prose, i + 2) + 1;
  const goesOn = tokens.gap[to] === GAP_HYPHEN || (tokens.gap[to] === GAP_SPACE && !isFunctionWord(words[to]!));
  if (to < tokens.count && goesOn) return undefined;
  const from = tokens.start[i]!;
  const title = rawWord(prose, i + 1);
  return {
    start: from, end: tokens.end[i + 1]!, replacement: title, type: 'grammar',
    evidence: `"the" before "${title}"`, probability: 0.78,
  };
}

/** "Mr. President Jones", outside of speech: there one addresses so. */
function doubled(prose: Prose, i: number): Suspicion | undefined {
  const { tokens, words } = prose;
  if (!isTitle(prose, i) || tokens.shape[i + 1] !== RAISED || prose.quotations.inside[i] === 1) return undefined;
  const repeated = words[i + 1] === words[i];
  const office = OFFICES.has(words[i + 1]!) && tokens.shape[i + 2] === RAISED && !isFunctionWord(words[i + 2]!) && namesOn(prose, i + 2);
  if (!(repeated || office) || !namesOn(prose, i + 1)) return undefined;
  return {
    start: tokens.start[i]!, end: tokens.end[i + 1]!, replacement: rawWord(prose, i + 1), type: repeated ? 'repeat' : 'term',
    evidence: 'two titles for one name', probability: 0.78,
  };
}

function isTitle(prose: Prose, i: number): boolean {
  return TITLES.has(prose.words[i] ?? '') && prose.tokens.shape[i] === RAISED && (i === 0 || gapBefore(prose.tokens, i) !== '');
}

/** Whether the name goes on at token `i`, over a blank or the period of a title. */
function namesOn({ tokens }: Prose, i: number): boolean {
  return i < tokens.count && /^\.? $/.test(gapBefore(tokens, i));
}

function lastName({ tokens }: Prose, i: number): number {
  let at = i;
  while (at + 1 < tokens.count && tokens.shape[at + 1] === RAISED && tokens.gap[at + 1] === GAP_SPACE) at++;
  return at;
}
