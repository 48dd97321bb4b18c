import { atEachWord } from './at-each-word.js';
import type { Detector, Suspicion } from './finding.js';
import { adjoins, rawWord, spanOf, unbroken, type Prose } from './prose.js';
import { isFunctionWord } from './words.js';

const COMPARATIVES = new Set(
  ('easier bigger larger smaller stronger weaker faster slower harder worse closer clearer simpler longer shorter richer ' +
    'poorer safer wider deeper earlier happier quicker tougher better higher lower older younger cheaper cleaner greater').split(' '),
);
const SUPERLATIVES = new Set(
  ('easiest biggest largest smallest strongest weakest fastest slowest hardest worst closest longest shortest richest poorest safest ' +
    'highest lowest oldest youngest cheapest greatest best').split(' '),
);
/** "once more better than", "no more worse", "the more better-off". */
const BEFORE = new Set('once no any the two three'.split(' '));

/** "more easier", "most biggest": compared twice. */
export const doubleComparatives: Detector = {
  name: 'double-comparatives', topic: 'grammar', weight: 1.5,
  find: atEachWord((prose, i) => comparative(prose, i) ?? superlative(prose, i)),
};

/** Before a noun "more" may count: "more older workers". */
function comparative(prose: Prose, i: number): Suspicion | undefined {
  const { words } = prose;
  if (words[i] !== 'more' || !COMPARATIVES.has(words[i + 1] ?? '') || !adjoins(prose, i + 1)) return undefined;
  if (BEFORE.has(words[i - 1] ?? '')) return undefined;
  const next = words[i + 2] ?? '';
  if (adjoins(prose, i + 2) && !isFunctionWord(next)) return undefined;
  return suspect(prose, i);
}

function superlative(prose: Prose, i: number): Suspicion | undefined {
  const { words } = prose;
  const fits = words[i] === 'most' && SUPERLATIVES.has(words[i + 1] ?? '') && words[i - 1] === 'the' && unbroken(prose, i - 1, i + 2);
  return fits ? suspect(prose, i) : undefined;
}

function suspect(prose: Prose, i: number): Suspicion {
  return { ...spanOf(prose, i, i + 1), replacement: rawWord(prose, i + 1), type: 'grammar', evidence: 'compared twice', probability: 0.88 };
}
