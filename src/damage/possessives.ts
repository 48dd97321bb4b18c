import { LOWER, RAISED } from '../text/tokenize.js';
import type { Detector, Suspicion } from './finding.js';
import { personsOf } from './persons.js';
import { adjoins, gapBefore, rawWord, type Prose } from './prose.js';
import { verbOf } from './verbs.js';
import { isFunctionWord } from './words.js';

const SHORTEST = 3;
/** Offices of which a text speaks in the singular. */
const OFFICES = new Set('mayor governor president chancellor minister premier senator king queen pope'.split(' '));

/** "Haldanes' visit", "Haldanes visit": the possessive of a singular name made into a plural. */
export const possessives: Detector = { name: 'possessives', topic: 'names', weight: 2.5, find };

function find(prose: Prose): Suspicion[] {
  const { tokens, words } = prose;
  const places: number[] = [];
  for (let i = 0; i + 1 < tokens.count; i++) if (/[^s]s$/.test(words[i]!) && words[i]!.length > SHORTEST) places.push(i);
  if (places.length === 0) return [];
  const times = counts(prose);
  const candidates = places.filter((i) => {
    const singular = words[i]!.slice(0, -1);
    return (times.get(singular) ?? 0) >= 2 * times.get(words[i]!)! && (tokens.shape[i] === RAISED || OFFICES.has(singular));
  });
  if (candidates.length === 0) return [];
  const { gender } = personsOf(prose);
  return candidates.flatMap((i) => (tokens.shape[i] === RAISED ? ofName(prose, i, gender) : ofOffice(prose, i)));
}

function counts({ words }: Prose): Map<string, number> {
  const times = new Map<string, number>();
  for (const word of words) times.set(word, (times.get(word) ?? 0) + 1);
  return times;
}

/** A surname with an s that the document otherwise writes without, not behind "the" as families are. */
function ofName(prose: Prose, i: number, persons: ReadonlyMap<string, unknown>): Suspicion[] {
  const { words, tokens } = prose;
  if (!persons.has(words[i]!.slice(0, -1)) || persons.has(words[i]!) || words[i - 1] === 'the') return [];
  const mark = /^(['\u2019]) /.exec(gapBefore(tokens, i + 1));
  if (mark && prose.quotations.inside[i] === 0) return [repair(prose, i, tokens.end[i]! + 1, mark[1]!, 0.9)];
  return adjoins(prose, i + 1) && isNoun(prose, i + 1) ? [repair(prose, i, tokens.end[i]!, apostropheOf(prose), 0.75)] : [];
}

/** "the mayors lawyer": could also be many mayors, so it is only reported, with what it would be. */
function ofOffice(prose: Prose, i: number): Suspicion[] {
  const { words, tokens } = prose;
  if (tokens.shape[i] !== LOWER || (words[i - 1] !== 'the' && words[i - 1] !== 'former')) return [];
  if (!adjoins(prose, i + 1) || !isNoun(prose, i + 1)) return [];
  return [repair(prose, i, tokens.end[i]!, apostropheOf(prose), 0.6)];
}

function isNoun({ tokens, words }: Prose, i: number): boolean {
  const word = words[i]!;
  return tokens.shape[i] === LOWER && !isFunctionWord(word) && (verbOf(word)?.base ?? word) === word && !/(?:ly|ed)$/.test(word);
}

function repair(prose: Prose, i: number, end: number, apostrophe: string, probability: number): Suspicion {
  return {
    start: prose.tokens.start[i]!, end, replacement: `${rawWord(prose, i).slice(0, -1)}${apostrophe}s`, type: 'possessive',
    evidence: 'a name that stands without the s elsewhere', probability,
  };
}

function apostropheOf({ tokens }: Prose): string {
  return tokens.text.includes('\u2019') ? '\u2019' : "'";
}
