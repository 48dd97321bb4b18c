import { atEachWord } from './at-each-word.js';
import { isCount } from './counting.js';
import type { Detector, Suspicion } from './finding.js';
import { adjoins, rawWord, spanOf, unbroken, type Prose } from './prose.js';
import { DETERMINERS, PRONOUNS } from './words.js';

const SINGULARS = new Map([['millions', 'million'], ['billions', 'billion'], ['trillions', 'trillion'], ['thousands', 'thousand']]);
const LARGE = new Set([...SINGULARS.values()]);
/** What is counted without "of" behind "million". */
const COUNTED = new Set(
  ('dollars euros pounds yuan yen rubles roubles francs rupees won reais pesos lira kroner crowns people persons inhabitants ' +
    'citizens users tons tonnes barrels refugees voters workers children families viewers tourists').split(' '),
);

/** "1.5 millions of people", "500 million of dollars", "10 thousand millions": number words as another language counts them. */
export const millions: Detector = {
  name: 'millions', topic: 'numbers', weight: 1.5,
  find: atEachWord((prose, i) => thousandMillions(prose, i) ?? plural(prose, i) ?? counted(prose, i)),
};

/** "10 thousand millions": ten billion. */
function thousandMillions(prose: Prose, i: number): Suspicion | undefined {
  const { words } = prose;
  const fits = words[i] === 'thousand' && (words[i + 1] === 'millions' || words[i + 1] === 'million') && isCount(prose, i - 1);
  if (!fits || !unbroken(prose, i - 1, i + 2)) return undefined;
  const last = words[i + 2] === 'of' && COUNTED.has(words[i + 3] ?? '') ? i + 2 : i + 1;
  return {
    ...spanOf(prose, i, last), replacement: 'billion', type: 'grammar',
    evidence: 'a billion counted in millions', probability: 0.85,
  };
}

function plural(prose: Prose, i: number): Suspicion | undefined {
  const { words } = prose;
  const right = SINGULARS.get(words[i]!);
  if (right === undefined || !adjoins(prose, i) || !isCount(prose, i - 1)) return undefined;
  const next = words[i + 2] ?? '';
  const of = words[i + 1] === 'of' && unbroken(prose, i, i + 3) && !DETERMINERS.has(next) && !PRONOUNS.has(next);
  return {
    ...spanOf(prose, i, of ? i + 1 : i), replacement: right, type: 'grammar',
    evidence: `"${rawWord(prose, i)}" behind a number`, probability: 0.88,
  };
}

/** "500 million of dollars". */
function counted(prose: Prose, i: number): Suspicion | undefined {
  const { words } = prose;
  if (words[i] !== 'of' || !LARGE.has(words[i - 1] ?? '') || !COUNTED.has(words[i + 1] ?? '')) return undefined;
  if (!unbroken(prose, i - 2, i + 2)) return undefined;
  if (!isCount(prose, i - 2)) return undefined;
  return {
    ...spanOf(prose, i - 1, i), replacement: rawWord(prose, i - 1), type: 'grammar',
    evidence: '"of" behind a number', probability: 0.88,
  };
}
