import { EDIT_TYPES } from '../dictionary/entry.js';
import type { EditType, Family } from '../types.js';

/** What each type of edit repairs, in a few words for readers. */
export const TYPE_MEANINGS: Readonly<Record<EditType, string>> = {
  term: 'a fixed name, title or term of art replaced word by word',
  lexical: 'an ordinary word replaced by a near-synonym',
  function: 'a function word or connective replaced',
  demonym: 'a people, country or language replaced',
  idiom: 'a fixed expression replaced word by word',
  abbrev: 'a form shortened or written out',
  markup: 'template braces, stray brackets or remains of a feed',
  grammar: 'agreement, article, tense or gender gone wrong',
  order: 'words or clauses out of place',
  punct: 'stray, missing or doubled punctuation, lost quotation marks',
  repeat: 'a doubled word',
  possessive: 'a possessive gone wrong',
  sense: 'a word in the wrong sense, from a translator',
};

/** The known types in their fixed order; a type that the library does not know comes last. */
export function sortTypes(types: Iterable<string>): string[] {
  const rank = (type: string): number => (EDIT_TYPES as readonly string[]).indexOf(type) + 1 || EDIT_TYPES.length + 1;
  return [...new Set(types)].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
}

/** Who paraphrased, for readers. */
export function familyName(family: Family): string {
  if (family === 'synonym-spin') return 'a synonym spinner';
  if (family === 'round-trip') return 'translation there and back';
  return family === 'none' ? 'nobody' : `the family “${family}”`;
}

/** A probability in two digits, never rounded to certainty: `0.97`, `>0.99`, `<0.01`. */
export function shownProbability(probability: number): string {
  if (probability > 0.99) return '>0.99';
  return probability < 0.01 ? '<0.01' : probability.toFixed(2);
}

/** A number with its noun: `1 edit`, `1,200 edits`. */
export function count(number: number, noun: string): string {
  return `${grouped(number)} ${noun}${number === 1 ? '' : 's'}`;
}

/** A whole number with separators: `1,200`. The same in every locale. */
export function grouped(number: number): string {
  return String(Math.round(number)).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
