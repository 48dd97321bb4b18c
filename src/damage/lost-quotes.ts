import type { Change, Detector, Suspicion } from './finding.js';
import { readSpeech } from './lost-speech.js';
import { gapBefore, rawWord, type Prose } from './prose.js';

/** Speech that has lost its quotation marks: "We see it, Blinken said. They are ready." Both marks come back together. */
export const lostQuotes: Detector = { name: 'lost-quotes', topic: 'quotes', weight: 0, find };

/** Most that a speaker's "we" outside quotation marks weighs, where the document quotes nobody. */
const FIRST_PERSON_WEIGHT = 2.5;

function find(prose: Prose): Suspicion[] {
  const speech = readSpeech(prose);
  if (speech.lost.length === 0) return [];
  const loss = speech.firstPersonLost / (speech.firstPersonLost + speech.kept + speech.narrated + 0.25);
  const shift = speech.firstPersonLost === 0 ? -2 : Math.log(loss);
  return speech.lost.map(({ from, to, closing, odds, firstPerson, evidence }): Suspicion => ({
    ...opening(prose, from),
    also: [closing === undefined ? closingAtEnd(prose, to) : closingAtComma(prose, closing)],
    type: 'punct',
    evidence,
    probability: 0.97 / (1 + Math.exp(-odds - shift)),
    weight: firstPerson ? FIRST_PERSON_WEIGHT * loss : 0,
  }));
}

function opening(prose: Prose, from: number): Change {
  const { start, end } = prose.tokens;
  return { start: start[from]!, end: end[from]!, replacement: prose.quotations.open + rawWord(prose, from) };
}

/** The mark behind the comma before the attribution. */
function closingAtComma({ tokens, quotations }: Prose, attribution: number): Change {
  const at = tokens.end[attribution - 1]! + gapBefore(tokens, attribution).indexOf(',');
  return { start: at, end: at + 1, replacement: `,${quotations.close}` };
}

/** The mark behind the stop of the last sentence; a sentence without one gets it behind its last word. */
function closingAtEnd(prose: Prose, to: number): Change {
  const { tokens, quotations } = prose;
  const stop = /^[.!?\u2026]/.exec(gapBefore(tokens, to));
  const at = tokens.end[to - 1]!;
  if (stop) return { start: at, end: at + 1, replacement: stop[0] + quotations.close };
  return { start: tokens.start[to - 1]!, end: at, replacement: rawWord(prose, to - 1) + quotations.close };
}
