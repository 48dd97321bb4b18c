import { NUMERIC } from '../text/tokenize.js';
import { atEachWord } from './at-each-word.js';
import type { Detector, Suspicion } from './finding.js';
import { adjoins, rawWord, spanOf, unbroken, type Prose } from './prose.js';
import { ARTICLES } from './words.js';

const PEOPLE = new Set(
  ('man woman boy girl son daughter father mother brother sister student teacher worker driver resident suspect victim soldier singer ' +
    'actor actress player politician pensioner').split(' '),
);
const HAVING = new Map([['has', 'is'], ['have', 'are'], ['had', 'was']]);

/** "a man of 45 years old", "has 45 years old", "a 45 years old man": ages word by word. */
export const ages: Detector = {
  name: 'ages', topic: 'numbers', weight: 1.5,
  find: atEachWord((prose, i) => aged(prose, i) ?? before(prose, i) ?? joined(prose, i)),
};

/** "of 45 years old", "aged of 45 years", "has 45 years old". */
function aged(prose: Prose, i: number): Suspicion | undefined {
  const { words } = prose;
  if (!isAge(prose, i) || words[i + 1] !== 'years' || !unbroken(prose, i - 1, i + 2)) return undefined;
  const old = words[i + 2] === 'old' && adjoins(prose, i + 2);
  const age = rawWord(prose, i);
  const governor = words[i - 1] ?? '';
  if (governor === 'of' && words[i - 2] === 'aged') return suspect(prose, i - 2, old ? i + 2 : i + 1, `${rawWord(prose, i - 2)} ${age}`);
  if (!old) return undefined;
  if (governor === 'of' && words[i - 2] !== 'age' && words[i - 2] !== 'ages') return suspect(prose, i - 1, i + 2, `aged ${age}`);
  const verb = HAVING.get(governor);
  return verb === undefined ? undefined : suspect(prose, i - 1, i + 2, `${verb} ${age} years old`);
}

/** "a 45 years old man". */
function before(prose: Prose, i: number): Suspicion | undefined {
  const { words } = prose;
  const fits = isAge(prose, i) && words[i + 1] === 'years' && words[i + 2] === 'old' && PEOPLE.has(words[i + 3] ?? '');
  if (!fits || !ARTICLES.has(words[i - 1] ?? '') || !unbroken(prose, i - 1, i + 4)) return undefined;
  return suspect(prose, i, i + 2, `${rawWord(prose, i)}-year-old`);
}

/** "a 45-years-old man". */
function joined(prose: Prose, i: number): Suspicion | undefined {
  if (prose.tokens.shape[i] !== NUMERIC) return undefined;
  const number = /^(\d{1,3})-years-old$/.exec(prose.words[i]!)?.[1];
  if (number === undefined || !PEOPLE.has(prose.words[i + 1] ?? '')) return undefined;
  return { ...suspect(prose, i, i, `${number}-year-old`), weight: 0.5 };
}

function isAge({ tokens, words }: Prose, i: number): boolean {
  return i > 0 && tokens.shape[i] === NUMERIC && /^\d{1,3}$/.test(words[i]!);
}

function suspect(prose: Prose, from: number, last: number, replacement: string): Suspicion {
  return { ...spanOf(prose, from, last), replacement, type: 'grammar', evidence: 'an age as another language puts it', probability: 0.85 };
}
