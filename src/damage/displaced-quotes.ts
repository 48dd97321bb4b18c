import { GAP_QUOTE } from '../text/characters.js';
import type { Detector, Suspicion } from './finding.js';
import { gapBefore, type Prose } from './prose.js';

/** "short, ”said": a closing mark that has slipped to the wrong side of the space. */
export const displacedQuotes: Detector = { name: 'displaced-quotes', topic: 'punctuation', weight: 2.5, find };

function find({ tokens }: Prose): Suspicion[] {
  const found: Suspicion[] = [];
  for (let i = 1; i < tokens.count; i++) {
    if ((tokens.gap[i]! & GAP_QUOTE) === 0) continue;
    const match = /^[,.!?]?( [\u201d\u00bb])$/.exec(gapBefore(tokens, i));
    if (!match) continue;
    const start = tokens.start[i]! - 2;
    const mark = tokens.text[start + 1]!;
    const evidence = 'the space belongs behind the closing mark';
    found.push({ start, end: start + 2, replacement: `${mark} `, type: 'punct', evidence, probability: 0.93 });
  }
  return found;
}
