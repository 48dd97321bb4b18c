import type { Change, Detector, Suspicion } from './finding.js';
import { readSpeech } from './lost-speech.js';
import { RAISED } from '../text/tokenize.js';
import { gapBefore, rawWord, spanOf, type Prose } from './prose.js';
import { verbOf } from './verbs.js';
import { AUXILIARIES } from './words.js';

/** Most that a speaker's "we" outside quotation marks weighs, where the document quotes nobody. */
const FIRST_PERSON_WEIGHT = 3.5;

/** Speech that has lost its quotation marks: "We need it, Dahl said. They are ready." Both marks come back together. */
export const lostQuotes: Detector = { name: 'lost-quotes', topic: 'quotes', weight: FIRST_PERSON_WEIGHT, find };

function find(prose: Prose): Suspicion[] {
  const speech = readSpeech(prose);
  if (speech.lost.length === 0) return [];
  const places = placesOf(prose);
  const loss = (speech.firstPersonLost + 0.5) / (speech.firstPersonLost + speech.kept + speech.narrated + 0.5);
  const shift = speech.firstPersonLost === 0 ? -2 : Math.log(loss);
  // One word cannot take both marks: its two changes would overlap.
  const lost = speech.lost.filter(({ from, to }) => to - from > 1);
  return lost.map(({ from, to, closing, odds, firstPerson, begun, evidence }): Suspicion => ({
    ...opening(prose, from, begun, places),
    also: [closing === undefined ? closingAtEnd(prose, to) : closingAtComma(prose, closing)],
    type: 'punct',
    evidence,
    probability: 0.97 / (1 + Math.exp(-odds - shift)),
    weight: firstPerson ? FIRST_PERSON_WEIGHT * loss : 0,
  }));
}

function opening(prose: Prose, from: number, begun: number | undefined, places: ReadonlySet<string>): Change {
  const he = prose.words[from] === 'he' || prose.words[from] === 'she';
  const word = he && begun !== undefined && beginsWithPlace(prose, begun, places) ? 'It' : rawWord(prose, from);
  return { ...spanOf(prose, from), replacement: prose.quotations.open + word };
}

/** "Norway cannot wait, Dahl said. He cannot …": of a country as the speaker's subject no one says "he". */
function beginsWithPlace({ words, tokens }: Prose, i: number, places: ReadonlySet<string>): boolean {
  return tokens.shape[i] === RAISED && places.has(words[i]!) && (AUXILIARIES.has(words[i + 1]!) || verbOf(words[i + 1]!) !== undefined);
}

/** Names that stand behind "in" somewhere. */
function placesOf({ words, tokens }: Prose): Set<string> {
  return new Set(words.filter((_, i) => i > 0 && words[i - 1] === 'in' && tokens.shape[i] === RAISED));
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
