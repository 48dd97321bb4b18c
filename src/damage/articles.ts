import { articleFor } from '../rewrite/agree.js';
import { startsSentence } from '../text/sentences.js';
import { CAPITALS, LOWER } from '../text/tokenize.js';
import type { Detector, Suspicion } from './finding.js';
import { adjoins, gapBefore, rawWord, spanOf, unbroken, type Prose } from './prose.js';
import { ARTICLES, POSSESSIVES } from './words.js';

/** Phrases that want their article, without it: what stands before and behind the gap. */
const WANTING = new Set(
  ('at same time|for first time|on other hand|in same way|in long run|in long term|in short term|in near future|in middle of|' +
    'in wake of|in face of|in interest of|in course of|in event of|in absence of|in aftermath of|at beginning of|' +
    'over course of|on basis of|on eve of|on brink of|on verge of|one of most|one of best|one of largest|one of biggest|' +
    'most of time|rest of world|all over world|in rest of|by end of|for sake of').split('|'),
);
const WANTING_FIRST = new Set([...WANTING].map((phrase) => phrase.slice(0, phrase.indexOf(' '))));
const WANTING_LAST = new Set([...WANTING].map((phrase) => phrase.slice(phrase.lastIndexOf(' ') + 1)));
const SHORTEST = 4;
/** "a historic" is as good as "an historic", and letters read out are no matter of spelling. */
const DOUBTFUL = /^(?:h|u|eu|o[nu]e?|.$)|[^a-z]/;

/** "the his visit", "a adviser", "at same time": articles doubled, wrong or missing. */
export const articles: Detector = { name: 'articles', topic: 'grammar', weight: 0.5, find };

function find(prose: Prose): Suspicion[] {
  const found: Suspicion[] = [];
  for (let i = 0; i + 1 < prose.tokens.count; i++) {
    const suspicion = ARTICLES.has(prose.words[i]!) ? (doubled(prose, i) ?? wrong(prose, i)) : missing(prose, i);
    if (suspicion) found.push(suspicion);
  }
  return found;
}

/** "the his", "the a": two words for one place. */
function doubled(prose: Prose, i: number): Suspicion | undefined {
  const { words, tokens } = prose;
  const next = words[i + 1]!;
  if (!adjoins(prose, i + 1) || tokens.shape[i] === CAPITALS || tokens.shape[i + 1] !== LOWER || next === words[i]) return undefined;
  if (POSSESSIVES.has(next) && adjoins(prose, i + 2) && words[i] === 'the') {
    return suspect(prose, i, i + 1, recased(prose, i, next), 'two words for one article', 0.85);
  }
  const twice = (words[i] === 'the' && next === 'an') || (words[i] !== 'the' && next === 'the');
  return twice && adjoins(prose, i + 2) ? unresolved(prose, i) : undefined;
}

function unresolved(prose: Prose, i: number): Suspicion {
  return { ...spanOf(prose, i, i + 1), type: 'grammar', evidence: 'two articles', probability: 0.6 };
}

/** "a adviser", "an committee". */
function wrong(prose: Prose, i: number): Suspicion | undefined {
  const { words, tokens } = prose;
  const next = words[i + 1]!;
  if (/[^\s"'(\u2018\u201c\u2013\u2014-]$/.test(gapBefore(tokens, i))) return undefined;
  if (words[i] === 'the' || !adjoins(prose, i + 1) || tokens.shape[i + 1] !== LOWER) return undefined;
  if (DOUBTFUL.test(next) || next.length < SHORTEST) return undefined;
  const right = articleFor(next);
  if (right === words[i] || (tokens.shape[i] !== LOWER && !startsSentence(tokens, i))) return undefined;
  return suspect(prose, i, i, recased(prose, i, right), `"${words[i]}" before "${next}"`, 0.9);
}

/** "at same time": a set phrase without its article. */
function missing(prose: Prose, i: number): Suspicion | undefined {
  const { words } = prose;
  if (!WANTING_FIRST.has(words[i]!) || !WANTING_LAST.has(words[i + 2] ?? '') || !unbroken(prose, i, i + 3)) return undefined;
  const phrase = `${words[i]!} ${words[i + 1]!} ${words[i + 2]!}`;
  if (!WANTING.has(phrase)) return undefined;
  const gapAt = words[i + 1] === 'of' || words[i + 2] === 'world' ? i + 2 : i + 1;
  const { start, end, text } = prose.tokens;
  const kept = text.slice(start[i]!, end[gapAt - 1]!);
  return suspect(prose, i, gapAt, `${kept} the ${rawWord(prose, gapAt)}`, `"${phrase}" without its article`, 0.85);
}

function recased(prose: Prose, i: number, word: string): string {
  return prose.tokens.shape[i] === LOWER ? word : word[0]!.toUpperCase() + word.slice(1);
}

function suspect(prose: Prose, from: number, last: number, replacement: string, evidence: string, probability: number): Suspicion {
  return { ...spanOf(prose, from, last), replacement, type: 'grammar', evidence, probability };
}
