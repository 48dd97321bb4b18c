import { GAP_SPACE } from '../text/characters.js';
import { CAPITALS, LOWER } from '../text/tokenize.js';
import { atEachWord } from './at-each-word.js';
import type { Detector, Suspicion } from './finding.js';
import { rawWord, spanOf, unbroken, type Prose } from './prose.js';

const PLURALS = new Set('police people'.split(' '));
const SINGULARS = new Set('news information advice equipment'.split(' '));
const TO_PLURAL = new Map([['is', 'are'], ['was', 'were'], ['has', 'have']]);
const TO_SINGULAR = new Map([['are', 'is'], ['were', 'was'], ['have', 'has']]);
/** What begins a clause, where nothing stands before it that the noun could belong to. */
const CLAUSES = new Set('that because when while if although though whether but where'.split(' '));

/** "The police is", "the news are": the number that the noun has in another language. */
export const collectiveVerbs: Detector = { name: 'collective-verbs', topic: 'grammar', weight: 1, find: atEachWord(judge) };

function judge(prose: Prose, i: number): Suspicion | undefined {
  const { tokens, words } = prose;
  const table = PLURALS.has(words[i]!) ? TO_PLURAL : SINGULARS.has(words[i]!) ? TO_SINGULAR : undefined;
  const right = table?.get(words[i + 1] ?? '');
  if (right === undefined || tokens.shape[i + 1] === CAPITALS || prose.quotations.inside[i] === 1) return undefined;
  if (tokens.shape[i] !== LOWER && !isStart(prose, i)) return undefined;
  const from = words[i - 1] === 'the' ? i - 1 : i;
  if (!unbroken(prose, from, i + 2) || !beginsClause(prose, from)) return undefined;
  return {
    ...spanOf(prose, i + 1), replacement: right, type: 'grammar',
    evidence: `"${rawWord(prose, i)} ${rawWord(prose, i + 1)}"`, probability: 0.78,
  };
}

function beginsClause(prose: Prose, i: number): boolean {
  return i === 0 || prose.tokens.gap[i]! > GAP_SPACE * 2 ? isStart(prose, i) : CLAUSES.has(prose.words[i - 1]!);
}

function isStart({ sentences }: Prose, i: number): boolean {
  let low = 0;
  let high = sentences.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sentences[middle]! < i) low = middle + 1;
    else high = middle;
  }
  return sentences[low] === i;
}
