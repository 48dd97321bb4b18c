import { CAPITALS, LOWER, NUMERIC } from '../text/tokenize.js';
import type { Detector, Suspicion } from './finding.js';
import { adjoins, rawWord, spanOf, type Prose } from './prose.js';

/** Words that rightly follow themselves: "had had", "told her her mother", "went on on Monday", "what it is is". */
const RIGHTFUL = new Set(
  ('had that is was very so really much many more far long big no yes bye ha hear there now never her you it who what which ' +
    'one up in on out over do did yeah well way blah bla bling boo boom cha chop chow ding dong dum fifty go hush knock la ' +
    'lah mm na night oh pom poo quick rah tick tut uh um win wait wow woo yum then too only great ok okay please same some ' +
    'sorry tap test choo hip hot jaw nom pah pong tsk twenty zip thank').split(' '),
);
/** Words that only a slip doubles. */
const TELLING = new Set(
  ('the a an of to and for with has have are were be by from or will would can his their its this he she they we at as but ' +
    'been not about than if into could should between').split(' '),
);

/** "has has repeatedly": a word that stands twice. */
export const doubledWords: Detector = { name: 'doubled-words', topic: 'repeats', weight: 2, find };

function find(prose: Prose): Suspicion[] {
  const { tokens, words } = prose;
  const found: Suspicion[] = [];
  for (let i = 1; i < tokens.count; i++) {
    if (tokens.hash[i] !== tokens.hash[i - 1] || !isDoubled(prose, i)) continue;
    const known = TELLING.has(words[i]!);
    found.push({
      ...spanOf(prose, i - 1, i),
      replacement: rawWord(prose, i - 1),
      type: 'repeat',
      evidence: `"${words[i]}" stands twice`,
      probability: known ? 0.95 : 0.8,
    });
  }
  return found;
}

function isDoubled(prose: Prose, i: number): boolean {
  const { tokens, words } = prose;
  const word = words[i]!;
  if (word !== words[i - 1] || RIGHTFUL.has(word) || !adjoins(prose, i)) return false;
  if (tokens.shape[i] !== LOWER || tokens.shape[i - 1] === CAPITALS || tokens.shape[i - 1] === NUMERIC) return false;
  if (word.length < 2 && word !== 'a') return false;
  return !isThird(prose, i) && (tokens.shape[i - 1] === LOWER || TELLING.has(word));
}

/** A word three times over is a chant or a stutter, not a slip. */
function isThird({ tokens }: Prose, i: number): boolean {
  return (i > 1 && tokens.hash[i - 2] === tokens.hash[i]) || (i + 1 < tokens.count && tokens.hash[i + 1] === tokens.hash[i]);
}
