import { LOWER } from '../text/tokenize.js';
import type { Detector, Suspicion } from './finding.js';
import { rawWord, spanOf, unbroken, type Prose } from './prose.js';
import { verbOf } from './verbs.js';
import { ARTICLES, CONJUNCTIONS, PREPOSITIONS, PRONOUNS } from './words.js';

const LONGEST = 5;
const SHORTEST_NOUN = 4;
const OBJECTS = new Set('it them him her us this that these those'.split(' '));

/** "of the of the", "reject it and reject it", "the need of the needs of": a phrase that stands twice. */
export const doubledPhrases: Detector = { name: 'doubled-phrases', topic: 'repeats', weight: 3, find };

function find(prose: Prose): Suspicion[] {
  const found: Suspicion[] = [];
  for (let i = 0; i < prose.tokens.count; i++) {
    const suspicion = adjacent(prose, i) ?? coordinated(prose, i) ?? nested(prose, i);
    if (suspicion) found.push(suspicion);
  }
  return found;
}

/** The same two to five words twice in a row; chants ("step by step by step") and words that repeat within the phrase are left. */
function adjacent(prose: Prose, i: number): Suspicion | undefined {
  const { tokens } = prose;
  for (let length = 2; length <= LONGEST && i + 2 * length <= tokens.count; length++) {
    if (tokens.hash[i] !== tokens.hash[i + length]) continue;
    if (!sameWords(prose, i, i + length, length) || !unbroken(prose, i, i + 2 * length)) continue;
    if (!isPlainPhrase(prose, i + length, length)) continue;
    if (tokens.hash[i + 2 * length] === tokens.hash[i] || tokens.hash[i] === tokens.hash[i + 1] || isChain(prose, i, length)) continue;
    return suspect(prose, i, i + 2 * length, i, i + length, 0.88);
  }
  return undefined;
}

/** A verb and its object twice, joined by "and". */
function coordinated(prose: Prose, i: number): Suspicion | undefined {
  const { words, tokens } = prose;
  if (words[i + 2] !== 'and' || tokens.hash[i] !== tokens.hash[i + 3] || tokens.hash[i + 1] !== tokens.hash[i + 4]) return undefined;
  if (!sameWords(prose, i, i + 3, 2) || !unbroken(prose, i, i + 5) || !verbOf(words[i]!) || !OBJECTS.has(words[i + 1]!)) return undefined;
  return words[i + 5] === 'and' || words[i - 1] === 'and' ? undefined : suspect(prose, i, i + 5, i, i + 2, 0.85);
}

/** A noun and its plural hung on each other: "the interest of the interests of". */
function nested(prose: Prose, i: number): Suspicion | undefined {
  const { words } = prose;
  if (words[i + 1] !== 'of') return undefined;
  const second = i + 3;
  if (words[i + 2] !== 'the' || words[second + 1] !== 'of' || !unbroken(prose, i, second + 2)) return undefined;
  if (words[i]!.length < SHORTEST_NOUN || PRONOUNS.has(words[i]!)) return undefined;
  const [shorter, longer] = words[i]!.length < words[second]!.length ? [words[i]!, words[second]!] : [words[second]!, words[i]!];
  if (longer !== `${shorter}s`) return undefined;
  return suspect(prose, i, second + 2, second, second + 2, 0.82);
}

/** "piece by piece by", "a friend of a friend of", "to have to have": a phrase that rightly goes on with itself. */
function isChain({ words }: Prose, i: number, length: number): boolean {
  const last = words[i + length - 1]!;
  if (CONJUNCTIONS.has(last) || CONJUNCTIONS.has(words[i]!) || words[i + 1] === 'have' || words[i] === 'has') return true;
  if (/^(?:wh|how)/.test(words[i - 1] ?? '') || words[i - 1] === last) return true;
  return (length === 2 && PREPOSITIONS.has(last) && last !== 'of') || (length === 3 && last === 'of' && ARTICLES.has(words[i]!));
}

function suspect(prose: Prose, from: number, to: number, keptFrom: number, keptTo: number, probability: number): Suspicion {
  const { text, start, end } = prose.tokens;
  const replacement = text.slice(start[keptFrom]!, end[keptTo - 1]!);
  const evidence = `"${rawWord(prose, keptFrom)} …" stands twice`;
  return { ...spanOf(prose, from, to - 1), replacement, type: 'repeat', evidence, probability };
}

function sameWords({ words }: Prose, a: number, b: number, length: number): boolean {
  for (let k = 0; k < length; k++) if (words[a + k] !== words[b + k]) return false;
  return true;
}

function isPlainPhrase({ tokens }: Prose, from: number, length: number): boolean {
  for (let i = from; i < from + length; i++) if (tokens.shape[i] !== LOWER) return false;
  return true;
}
