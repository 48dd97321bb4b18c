import { LOWER, RAISED } from '../text/tokenize.js';
import type { Detector, Suspicion } from './finding.js';
import { adjoins, gapBefore, rawWord, spanOf, unbroken, type Prose } from './prose.js';
import { verbOf } from './verbs.js';
import { ARTICLES, CONJUNCTIONS, POSSESSIVES, PREPOSITIONS, SUBJECTS, isAbbreviation, isFunctionWord } from './words.js';

/** Beginnings of names that stay small: "said. von der Leyen". */
const SMALL_NAMES = new Set(
  ('von van de der den di da del la le el al bin ibn dos du ten ter com org net co uk html php edu gov').split(' '),
);
const OPENERS = new Set('there this these those here it'.split(' '));
const PARTICLES = new Set('in out up off down back over on'.split(' '));

/** "flood. during", "gowns. masks.", "is voted in. a new chairman": what followed came to stand behind a full stop. */
export const movedFragments: Detector = { name: 'moved-fragments', topic: 'fragments', weight: 3.5, find };

function find(prose: Prose): Suspicion[] {
  const places: number[] = [];
  for (let i = 1; i < prose.tokens.count; i++) if (isFragment(prose, i)) places.push(i);
  if (places.length === 0) return [];
  const owners = ownersOf(prose);
  const before = new Map<number, number>();
  for (const i of places) before.set(prose.tokens.hash[i - 1]!, (before.get(prose.tokens.hash[i - 1]!) ?? 0) + 1);
  return places.filter((i) => !isDottedName(prose, i - 1, before)).map((i) => whereQuoted(prose, i, judge(prose, i, owners)));
}

/** A name that has a period of its own, "Bloc. are", has it every time. */
function isDottedName({ tokens }: Prose, i: number, times: ReadonlyMap<number, number>): boolean {
  return tokens.shape[i] === RAISED && times.get(tokens.hash[i]!)! > 1;
}

/** What people write themselves, and papers quote, is often all small letters. */
function whereQuoted({ quotations }: Prose, i: number, suspicion: Suspicion): Suspicion {
  return quotations.inside[i] === 1 ? { ...suspicion, weight: 0.5 } : suspicion;
}

/** A small letter behind a full stop that ends no abbreviation. */
function isFragment({ tokens, words }: Prose, i: number): boolean {
  if (tokens.shape[i] !== LOWER || tokens.shape[i - 1]! > RAISED || !/^\.[ \u00a0]$/.test(gapBefore(tokens, i))) return false;
  const before = words[i - 1]!;
  if (isAbbreviation(before) || before.includes('.') || before.startsWith("'")) return false;
  if (SMALL_NAMES.has(words[i]!) || words[i]!.includes('-')) return false;
  return words[i]!.length > 1 || ARTICLES.has(words[i]!);
}

function judge(prose: Prose, i: number, owners: ReadonlySet<string>): Suspicion {
  return (
    sentence(prose, i) ?? passive(prose, i) ?? joined(prose, i) ?? listed(prose, i) ?? owned(prose, i, owners) ?? unexplained(prose, i)
  );
}

/** ". it is": a sentence of its own, only written small. */
function sentence(prose: Prose, i: number): Suspicion | undefined {
  const word = prose.words[i]!;
  if (!SUBJECTS.has(word) && !OPENERS.has(word)) return undefined;
  const raw = rawWord(prose, i);
  const replacement = raw[0]!.toUpperCase() + raw.slice(1);
  const evidence = 'a sentence begins with a small letter';
  return { ...spanOf(prose, i), replacement, type: 'punct', evidence, probability: 0.8, weight: 1.5 };
}

/** "is voted in. a new chairman": what the verb acts on stands behind the stop. */
function passive(prose: Prose, i: number): Suspicion | undefined {
  const { words } = prose;
  if (!ARTICLES.has(words[i]!)) return undefined;
  const at = PARTICLES.has(words[i - 1]!) ? i - 2 : i - 1;
  const verb = verbOf(words[at]!);
  if (!verb || verb.participle !== words[at] || !adjoins(prose, at)) return undefined;
  if (words[at - 1] !== 'is' && words[at - 1] !== 'was') return undefined;
  const active = words[at - 1] === 'is' ? verb.third : verb.past;
  const particle = at === i - 2 ? ` ${words[i - 1]!}` : '';
  return {
    ...spanOf(prose, at - 1, i), replacement: `${active}${particle} ${rawWord(prose, i)}`,
    type: 'order', evidence: 'what the verb acts on stands behind a full stop', probability: 0.76,
  };
}

/** ". during", ". and", ". calling": only the stop is wrong. */
function joined(prose: Prose, i: number): Suspicion | undefined {
  const { words, tokens } = prose;
  const word = words[i]!;
  const isParticiple = /ing$/.test(word) && verbOf(word)?.gerund === word;
  if (!PREPOSITIONS.has(word) && !CONJUNCTIONS.has(word) && !isParticiple) return undefined;
  const start = tokens.end[i - 1]!;
  return { start, end: start + 1, replacement: '', type: 'punct', evidence: `a full stop before "${word}"`, probability: 0.92 };
}

/** "beds and gowns. masks.": the last item of a list. */
function listed(prose: Prose, i: number): Suspicion | undefined {
  const { words, tokens } = prose;
  const last = i + 1 === tokens.count || /^[.,;]/.test(gapBefore(tokens, i + 1));
  if (!last || words[i - 2] !== 'and' || !unbroken(prose, i - 3, i)) return undefined;
  if ([i - 3, i - 1, i].some((item) => isFunctionWord(words[item]!) || tokens.shape[item] !== LOWER)) return undefined;
  const replacement = `${rawWord(prose, i - 3)}, ${rawWord(prose, i - 1)} and ${rawWord(prose, i)}`;
  const evidence = 'the last of a list stands behind a full stop';
  return { ...spanOf(prose, i - 3, i), replacement, type: 'order', evidence, probability: 0.8 };
}

/** "fined Norway. ships,": what belongs to a name that owns other things in the document. */
function owned(prose: Prose, i: number, owners: ReadonlySet<string>): Suspicion | undefined {
  const { words, tokens } = prose;
  const ends = i + 1 === tokens.count || !adjoins(prose, i + 1) || isFunctionWord(words[i + 1]!);
  if (tokens.shape[i - 1] !== RAISED || !ends || !owners.has(words[i - 1]!)) return undefined;
  if (isFunctionWord(words[i]!) || verbOf(words[i]!)?.plain) return undefined;
  const apostrophe = tokens.text.includes('\u2019') ? '\u2019' : "'";
  return {
    ...spanOf(prose, i - 1, i), replacement: `${rawWord(prose, i - 1)}${apostrophe}s ${rawWord(prose, i)}`,
    type: 'order', evidence: 'a name and what belongs to it stand on two sides of a full stop', probability: 0.8,
  };
}

/** The names with a possessive 's anywhere in the document. */
function ownersOf({ words, tokens }: Prose): Set<string> {
  const owners = new Set<string>();
  for (let i = 0; i + 1 < words.length; i++) if (words[i + 1] === "'s" && tokens.shape[i] === RAISED) owners.add(words[i]!);
  return owners;
}

function unexplained({ tokens, words }: Prose, i: number): Suspicion {
  const clause = POSSESSIVES.has(words[i]!) || ARTICLES.has(words[i]!);
  const span = { start: tokens.end[i - 1]!, end: tokens.end[i]! };
  return { ...span, type: 'order', evidence: 'a small letter behind a full stop', probability: 0.6, weight: clause ? 2 : 2.5 };
}
