import { RAISED } from '../text/tokenize.js';
import type { Detector, Suspicion } from './finding.js';
import { personsOf } from './persons.js';
import { adjoins, rawWord, spanOf, type Prose } from './prose.js';

const SHORTEST = 5;
/** The commoner spelling must stand this often, the rarer once. */
const COMMON = 3;
/** A text with more names than this is a list: comparing them all would take too long, and tell nothing. */
const MOST_NAMES = 300;

/** "Robert Haldene" among many a "Haldane": one person's name in two spellings. */
export const nameSpellings: Detector = { name: 'name-spellings', topic: 'names', weight: 1.5, find };

function find(prose: Prose): Suspicion[] {
  const { gender } = personsOf(prose);
  if (gender.size < 1) return [];
  const places = namePlaces(prose);
  const common = [...places].filter(([name, at]) => at.length >= COMMON && gender.has(name)).map(([name]) => name);
  if (common.length > MOST_NAMES) return [];
  const found: Suspicion[] = [];
  for (const [name, at] of places) {
    if (at.length > 1 || name.length < SHORTEST) continue;
    const right = common.filter((other) => isSlip(name, other));
    if (right.length === 1 && sharesFirstName(prose, at[0]!, places.get(right[0]!)!)) found.push(suspect(prose, at[0]!, right[0]!));
  }
  return found;
}

/** Where each capitalised word of some length stands. */
function namePlaces(prose: Prose): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (let i = 1; i < prose.tokens.count; i++) {
    const word = prose.words[i]!;
    if (prose.tokens.shape[i] !== RAISED || word.length < SHORTEST - 1) continue;
    const at = places.get(word);
    if (at) at.push(i);
    else places.set(word, [i]);
  }
  return places;
}

/** One letter more, less or other, or two changed places; not at the ends, where words inflect and derive. */
function isSlip(name: string, right: string): boolean {
  if (name[0] !== right[0] || Math.abs(name.length - right.length) > 1) return false;
  let from = 0;
  while (from < name.length && name[from] === right[from]) from++;
  let a = name.length;
  let b = right.length;
  while (a > from && b > from && name[a - 1] === right[b - 1]) a--, b--;
  const swapped = a - from === 2 && b - from === 2 && name[from] === right[from + 1] && name[from + 1] === right[from];
  return swapped || (a - from <= 1 && b - from <= 1 && a < name.length);
}

/** The misspelt name stands behind a first name or title that stands before the right one too. */
function sharesFirstName(prose: Prose, at: number, others: readonly number[]): boolean {
  const before = (i: number): string => (adjoins(prose, i) && prose.tokens.shape[i - 1] === RAISED ? prose.words[i - 1]! : '');
  const first = before(at);
  return first !== '' && others.some((other) => before(other) === first);
}

function suspect(prose: Prose, i: number, right: string): Suspicion {
  return {
    ...spanOf(prose, i), replacement: right[0]!.toUpperCase() + right.slice(1), type: 'term',
    evidence: `"${rawWord(prose, i)}" once, "${right}" elsewhere`, probability: 0.8,
  };
}
