import { NUMERIC } from '../text/tokenize.js';
import { atEachWord } from './at-each-word.js';
import type { Detector, Suspicion } from './finding.js';
import { adjoins, gapBefore, rawWord, spanOf, type Prose } from './prose.js';

/** What is measured with a fraction. */
const UNITS = new Set(
  ('percent per million millions billion billions trillion trillions degrees kilometers kilometres km meters metres miles tons tonnes ' +
    'points times liters litres hectares inches feet pounds kilos kilograms magnitude percentage euros dollars').split(' '),
);

/** "3,5 percent": the comma that other languages set before a fraction. */
export const decimalCommas: Detector = { name: 'decimal-commas', topic: 'numbers', weight: 2, find: atEachWord(judge) };

function judge(prose: Prose, i: number): Suspicion | undefined {
  if (prose.tokens.shape[i] !== NUMERIC || !/^\d{1,3},\d{1,2}$/.test(prose.words[i]!) || !isMeasure(prose, i)) return undefined;
  return {
    ...spanOf(prose, i), replacement: rawWord(prose, i).replace(',', '.'), type: 'punct',
    evidence: 'a comma before the fraction', probability: 0.92,
  };
}

function isMeasure(prose: Prose, i: number): boolean {
  if (/^[ \u00a0]?%/.test(gapBefore(prose.tokens, i + 1))) return true;
  if (!adjoins(prose, i + 1) || !UNITS.has(prose.words[i + 1]!)) return false;
  return prose.words[i + 1] !== 'per' || prose.words[i + 2] === 'cent';
}
