import { GAP_PAUSE, GAP_QUOTE } from '../text/characters.js';
import { LOWER } from '../text/tokenize.js';
import { atEachWord } from './at-each-word.js';
import type { Detector, Suspicion } from './finding.js';
import { gapBefore, type Prose } from './prose.js';
import { DETERMINERS, SUBJECTS } from './words.js';

const SAYING = new Set(
  ('said says stated announced declared explained noted emphasized emphasised stressed believes believe thinks knows claimed claims ' +
    'reported reports confirmed hopes fears recalled assured admitted concluded').split(' '),
);
const NOBODY = new Set('nobody nothing none there everyone everybody everything'.split(' '));
/** A clause in which the verb stands this near behind a comma may be an aside: "the plan, he said, that". */
const ASIDE = 9;

/** "He said, that the": the comma that other languages set before a clause. */
export const thatCommas: Detector = { name: 'that-commas', topic: 'punctuation', weight: 1.2, find: atEachWord(judge) };

function judge(prose: Prose, i: number): Suspicion | undefined {
  const { tokens, words } = prose;
  if (words[i] !== 'that' || i + 1 >= tokens.count || !SAYING.has(words[i - 1] ?? '') || gapBefore(tokens, i) !== ', ') return undefined;
  const next = words[i + 1]!;
  const begins = DETERMINERS.has(next) || SUBJECTS.has(next) || NOBODY.has(next) || tokens.shape[i + 1] !== LOWER;
  if (!begins || prose.quotations.inside[i] === 1 || isAside(prose, i - 1)) return undefined;
  const start = tokens.end[i - 1]!;
  return { start, end: start + 1, replacement: '', type: 'punct', evidence: 'a comma before "that"', probability: 0.8 };
}

/** Whether a comma or a quotation mark stands shortly before the verb, in the same sentence. */
function isAside({ tokens, words }: Prose, verb: number): boolean {
  for (let at = verb; at > 0 && at > verb - ASIDE; at--) {
    if ((tokens.gap[at]! & (GAP_PAUSE | GAP_QUOTE)) !== 0 || words[at - 1] === 'and') return true;
    if (tokens.gap[at]! > GAP_PAUSE) return false;
  }
  return false;
}
