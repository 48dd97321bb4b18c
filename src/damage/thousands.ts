import { NUMERIC } from '../text/tokenize.js';
import type { Detector, Suspicion } from './finding.js';
import { adjoins, rawWord, spanOf, type Prose } from './prose.js';

/** What is counted whole: no one has 4.025 families. */
const COUNTED = new Set(
  ('people families homes houses workers soldiers troops cases deaths children women men votes voters students employees ' +
    'refugees migrants residents patients prisoners civilians jobs schools fans spectators supporters protesters ' +
    'demonstrators police officers victims companies hectares inhabitants households passengers members fighters').split(' '),
);

/** "4.025 families": the thousands marked as in another language. */
export const thousands: Detector = { name: 'thousands', topic: 'punctuation', weight: 2.5, find };

function find(prose: Prose): Suspicion[] {
  const { tokens, words } = prose;
  const found: Suspicion[] = [];
  for (let i = 0; i + 1 < tokens.count; i++) {
    if (tokens.shape[i] !== NUMERIC || !/^[1-9]\d{0,2}(?:\.\d{3})+$/.test(words[i]!) || !adjoins(prose, i + 1)) continue;
    const counted = COUNTED.has(words[i + 1]!) || (adjoins(prose, i + 2) && COUNTED.has(words[i + 2] ?? ''));
    if (!counted) continue;
    found.push({
      ...spanOf(prose, i), replacement: rawWord(prose, i).replace(/\./g, ','), type: 'punct',
      evidence: 'a period between the thousands', probability: 0.92,
    });
  }
  return found;
}
