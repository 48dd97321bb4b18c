import { GAP_HYPHEN } from '../text/characters.js';
import { LOWER, NUMERIC } from '../text/tokenize.js';
import type { Detector, Suspicion } from './finding.js';
import { gapBefore, rawWord, spanOf, type Prose } from './prose.js';

/** Last parts of everyday compounds: where one stands behind a space and a hyphen, the space is the translator's. */
const TAILS = new Set(
  ('called scale term in up down out off on led based year old level time profile range backed related owned run made known ' +
    'style wing ranking winning speed tech term quality cost free wide long minute hour day week month day page point person ' +
    'foot mile man general elect century class party line door held funded sponsored controlled friendly oriented driven ' +
    'born educated trained armed inflicted appointed imposed proclaimed').split(' '),
);

/** "so -called", "large -scale": a space that has slipped in before a hyphen. */
export const spacedHyphens: Detector = { name: 'spaced-hyphens', topic: 'punctuation', weight: 2.5, find };

function find(prose: Prose): Suspicion[] {
  const { tokens, words } = prose;
  const found: Suspicion[] = [];
  for (let i = 1; i < tokens.count; i++) {
    if ((tokens.gap[i]! & GAP_HYPHEN) === 0 || gapBefore(tokens, i) !== ' -' || !TAILS.has(lastPart(words[i]!))) continue;
    if (tokens.shape[i] !== LOWER || (tokens.shape[i - 1] !== LOWER && tokens.shape[i - 1] !== NUMERIC)) continue;
    found.push({
      ...spanOf(prose, i - 1, i), replacement: `${rawWord(prose, i - 1)}-${rawWord(prose, i)}`,
      type: 'punct', evidence: 'a space before the hyphen', probability: 0.9,
    });
  }
  return found;
}

function lastPart(word: string): string {
  return word.slice(word.lastIndexOf('-') + 1);
}
