import { LOWER, RAISED } from '../text/tokenize.js';
import type { Detector, Suspicion } from './finding.js';
import { adjoins, rawWord, spanOf, type Prose } from './prose.js';
import { isSaying } from './speech.js';
import { verbOf } from './verbs.js';
import { ARTICLES, ORIGINS, isFunctionWord } from './words.js';

/** Names of two words that the news is full of, in the right order. */
const PAIRS = new Set(
  ('white house|supreme court|prime minister|foreign ministry|defense ministry|defence ministry|european union|' +
    'united nations|united states|united kingdom|north korea|south korea|south africa|north carolina|south carolina|' +
    'north dakota|south dakota|south sudan|hong kong|new york|new zealand|new jersey|new delhi|new orleans|saudi arabia|' +
    'sri lanka|el salvador|costa rica|puerto rico|buenos aires|tel aviv|los angeles|san francisco|las vegas|wall street|' +
    'middle east|west bank|gaza strip|red cross|red sea|black sea|baltic sea|cold war|world bank|federal reserve|' +
    'state department|justice department|security council|human rights|attorney general|air force|national guard|capitol hill').split('|'),
);
const COMPASS = new Set('north south east west northern southern eastern western central new'.split(' '));

/** "Siberian Sea East", "the Socialist Party French": the parts of a name in the order of another language. */
export const nameOrder: Detector = { name: 'name-order', topic: 'names', weight: 4, find };

function find(prose: Prose): Suspicion[] {
  const found: Suspicion[] = [];
  let names: Map<string, number> | undefined;
  for (let i = 1; i < prose.tokens.count; i++) {
    if (!joinsName(prose, i) || joinsName(prose, i + 1)) continue;
    names ??= namesOf(prose);
    const suspicion = behindItsName(prose, i, names) ?? originBehind(prose, i);
    if (suspicion) found.push(suspicion);
  }
  return found;
}

/** Names of two and three words as they stand in the document: how often each. */
function namesOf(prose: Prose): Map<string, number> {
  const names = new Map<string, number>();
  for (let i = 1; i < prose.tokens.count; i++) {
    if (!joinsName(prose, i)) continue;
    count(names, prose.words[i - 1]!, prose.words[i]!);
    if (i > 1 && joinsName(prose, i - 1)) count(names, prose.words[i - 2]!, prose.words[i - 1]!, prose.words[i]!);
  }
  return names;
}

function count(names: Map<string, number>, ...words: string[]): void {
  const name = words.join(' ');
  names.set(name, (names.get(name) ?? 0) + 1);
}

function joinsName(prose: Prose, i: number): boolean {
  const { shape } = prose.tokens;
  return shape[i] === RAISED && shape[i - 1] === RAISED && adjoins(prose, i) && !ARTICLES.has(prose.words[i - 1]!);
}

/** A first word of a name that stands last: "Siberian Sea East" where the document has the East Siberian Sea, "House White" anywhere. */
function behindItsName(prose: Prose, i: number, names: ReadonlyMap<string, number>): Suspicion | undefined {
  const { words } = prose;
  if (joinsName(prose, i - 1) && !joinsName(prose, i - 2) && COMPASS.has(words[i]!)) {
    const right = `${words[i]!} ${words[i - 2]!} ${words[i - 1]!}`;
    if (names.has(right) && names.get(`${words[i - 2]!} ${words[i - 1]!} ${words[i]!}`) === 1) return reorder(prose, i - 2, i, 0.95);
    if (words[i - 1] === 'sea') return reorder(prose, i - 2, i, 0.9);
  }
  if (joinsName(prose, i - 1)) return undefined;
  const right = `${words[i]!} ${words[i - 1]!}`;
  if (names.has(`${words[i - 1]!} ${words[i]!} ${words[i - 1]!}`)) return undefined;
  return PAIRS.has(right) ? reorder(prose, i - 1, i, 0.92) : undefined;
}

/** The last word to the front. */
function reorder(prose: Prose, from: number, last: number, probability: number): Suspicion {
  const { text, start, end } = prose.tokens;
  return {
    ...spanOf(prose, from, last), replacement: `${rawWord(prose, last)} ${text.slice(start[from]!, end[last - 1]!)}`,
    type: 'order', evidence: 'the first word of a name stands last', probability,
  };
}

/** "the Socialist Party French": an adjective of origin behind a name that begins with an article. */
function originBehind(prose: Prose, i: number): Suspicion | undefined {
  const { words, tokens } = prose;
  if (!ORIGINS.has(words[i]!) || !joinsName(prose, i - 1)) return undefined;
  const goesOn = i + 1 < tokens.count && adjoins(prose, i + 1) && (tokens.shape[i + 1] !== LOWER || !isPredicate(words[i + 1]!));
  let from = i - 1;
  while (joinsName(prose, from)) from--;
  if (goesOn || words[from - 1] !== 'the' || !adjoins(prose, from) || ORIGINS.has(words[from]!)) return undefined;
  return reorder(prose, from, i, 0.8);
}

/** Whether a word behind a name goes on with the sentence rather than the name. */
function isPredicate(word: string): boolean {
  const verb = verbOf(word);
  return isFunctionWord(word) || isSaying(word) || (verb !== undefined && (verb.past === word || verb.third === word));
}
