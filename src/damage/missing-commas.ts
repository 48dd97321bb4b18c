import { LOWER } from '../text/tokenize.js';
import type { Detector, Suspicion } from './finding.js';
import { adjoins, rawWord, spanOf, type Prose } from './prose.js';
import { isFunctionWord } from './words.js';

const AFTERTHOUGHTS = new Set('considering given'.split(' '));

/** "influence especially considering": an afterthought without its comma. */
export const missingCommas: Detector = { name: 'missing-commas', topic: 'punctuation', weight: 1, find };

function find(prose: Prose): Suspicion[] {
  const { words, tokens } = prose;
  const found: Suspicion[] = [];
  for (let i = 1; i + 1 < tokens.count; i++) {
    if (words[i] !== 'especially' || !AFTERTHOUGHTS.has(words[i + 1]!) || !adjoins(prose, i) || !adjoins(prose, i + 1)) continue;
    if (tokens.shape[i - 1] !== LOWER || isFunctionWord(words[i - 1]!)) continue;
    found.push({
      ...spanOf(prose, i - 1, i), replacement: `${rawWord(prose, i - 1)}, ${rawWord(prose, i)}`, type: 'punct',
      evidence: 'an afterthought without its comma', probability: 0.85,
    });
  }
  return found;
}
