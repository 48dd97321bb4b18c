import { GAP_HYPHEN, GAP_STOP } from '../text/characters.js';
import { LOWER } from '../text/tokenize.js';
import type { Detector, Suspicion } from './finding.js';
import { gapBefore, rawWord, spanOf, type Prose } from './prose.js';

const LEAST_WORDS = 6;
const SMALL_NAMES = new Set('von van de der den di da del la le el al bin ibn dos du ten ter www http https'.split(' '));

/** A paragraph of prose that begins with a small letter, between paragraphs that do not. */
export const lowerCaseStarts: Detector = { name: 'lower-case-starts', topic: 'fragments', weight: 1.5, find };

function find(prose: Prose): Suspicion[] {
  const { paragraphs } = prose;
  const found: Suspicion[] = [];
  for (let p = 0; p + 1 < paragraphs.length; p++) {
    const i = paragraphs[p]!;
    if (!isSmallStart(prose, i, paragraphs[p + 1]!)) continue;
    const raw = rawWord(prose, i);
    found.push({
      ...spanOf(prose, i), replacement: raw[0]!.toUpperCase() + raw.slice(1),
      type: 'punct', evidence: 'a paragraph begins with a small letter', probability: 0.8,
    });
  }
  // Lists and verse begin many lines so; a translator's slip is rare.
  return found.length * 4 > paragraphs.length ? [] : found;
}

function isSmallStart({ tokens, words }: Prose, i: number, end: number): boolean {
  if (tokens.shape[i] !== LOWER || end - i < LEAST_WORDS || SMALL_NAMES.has(words[i]!)) return false;
  if (!/^\s*$/.test(gapBefore(tokens, i).replace(/^[.!?"'\u201d\u2019)\]]+/, ''))) return false;
  if (i > 0 && (tokens.gap[i]! & GAP_STOP) === 0) return false;
  if ((tokens.gap[i + 1]! & GAP_HYPHEN) !== 0 || /^[:@./_)\]]/.test(gapBefore(tokens, i + 1))) return false;
  return /^[.!?]/.test(gapBefore(tokens, end));
}
