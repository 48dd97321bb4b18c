import { GAP_PAUSE, GAP_STOP } from '../text/characters.js';
import { CAPITALS } from '../text/tokenize.js';
import type { Detector, Suspicion } from './finding.js';
import { gapBefore, type Prose } from './prose.js';
import { isAbbreviation } from './words.js';

interface Pattern {
  readonly matches: RegExp;
  readonly replacement: string;
  readonly evidence: string;
  readonly probability: number;
  readonly weight?: number;
}

const SECOND_PERIOD = /^\.([ \u00a0]+\.)(?=\s|["\u201d\u2019)])(?!\s*\.)/;
const COMMA_AND_PERIOD = /^(,[ \u00a0]?\.)(?=\s|["\u201d\u2019)])(?!\s*\.)/;

/** What may stand between two words, up to the blank before the next; three periods and more are an ellipsis and match nothing. */
const PATTERNS: readonly Pattern[] = [
  { matches: SECOND_PERIOD, replacement: '', evidence: 'a second period stands apart', probability: 0.93 },
  { matches: /^(\.\s+,)(?=\s)/, replacement: ',', evidence: 'a period before the comma', probability: 0.88 },
  { matches: /^(\.,)(?=\s)/, replacement: ',', evidence: 'a period before the comma', probability: 0.85 },
  { matches: /^,(\s*,)(?=\s)/, replacement: '', evidence: 'two commas', probability: 0.9, weight: 1.5 },
  { matches: COMMA_AND_PERIOD, replacement: '.', evidence: 'a comma before the period', probability: 0.9 },
  { matches: /^([ \u00a0],)(?=\s)/, replacement: ',', evidence: 'a space before the comma', probability: 0.88, weight: 1 },
];

/** Share of commas with a space before them above which a text is cut into tokens rather than damaged. */
const TOKENIZED = 0.2;

/** " . .", "Wu., and", " ,": punctuation that no one sets. */
export const strayPunctuation: Detector = { name: 'stray-punctuation', topic: 'punctuation', weight: 3, find };

function find(prose: Prose): Suspicion[] {
  const { tokens } = prose;
  const found: Suspicion[] = [];
  let commas = 0;
  let spaced = 0;
  for (let i = 1; i <= tokens.count; i++) {
    if (i < tokens.count && (tokens.gap[i]! & (GAP_STOP | GAP_PAUSE)) === 0) continue;
    // With the first character behind the gap: a domain's period is no stray one.
    const gap = gapBefore(tokens, i) + (i < tokens.count ? tokens.text[tokens.start[i]!]! : ' ');
    if (gap.includes(',')) commas++;
    if (/^\s,/.test(gap)) spaced++;
    const suspicion = judge(prose, i, gap);
    if (suspicion) found.push(suspicion);
  }
  return spaced > 2 && spaced > commas * TOKENIZED ? found.filter(({ evidence }) => evidence !== 'a space before the comma') : found;
}

function judge({ tokens, words }: Prose, i: number, gap: string): Suspicion | undefined {
  const pattern = PATTERNS.find(({ matches }) => matches.test(gap));
  if (!pattern) return undefined;
  const before = words[i - 1]!;
  if (pattern.replacement === ',' && gap.startsWith('.') && isAbbreviation(before)) return undefined;
  // Stock tickers: ".SPX ,".
  if (gap.startsWith(' ') && tokens.shape[i - 1] === CAPITALS) return undefined;
  const match = pattern.matches.exec(gap)!;
  const start = tokens.end[i - 1]! + match[0].indexOf(match[1]!);
  const { matches: _, ...rest } = pattern;
  return { ...rest, start, end: start + match[1]!.length, type: 'punct' };
}
