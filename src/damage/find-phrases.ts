import { CAPITALS, type Tokens } from '../text/tokenize.js';
import { gateOf, straight, type FixedPhrase, type PhraseTable } from './phrase-table.js';

/** A fixed phrase found in a text: tokens `from` up to and without `to`. */
export interface PhraseHit {
  readonly from: number;
  readonly to: number;
  readonly phrase: FixedPhrase;
}

/** The phrases of the table in the text, from the left and the longest first, never overlapping. */
export function findPhrases(tokens: Tokens, { byFirst, gate }: PhraseTable): PhraseHit[] {
  const hits: PhraseHit[] = [];
  for (let i = 0; i < tokens.count; i++) {
    if (gate[gateOf(tokens.hash[i]!)] === 0) continue;
    const phrase = byFirst.get(tokens.hash[i]!)?.find((candidate) => standsAt(tokens, i, candidate));
    if (!phrase) continue;
    hits.push({ from: i, to: i + phrase.length, phrase });
    i += phrase.length - 1;
  }
  return hits;
}

function standsAt({ text, count, start, end, shape }: Tokens, i: number, phrase: FixedPhrase): boolean {
  const last = i + phrase.length - 1;
  if (last >= count || end[last]! - start[i]! !== phrase.text.length) return false;
  const observed = straight(text.slice(start[i], end[last]));
  const fits = observed === phrase.text || (!phrase.cased && observed === raised(phrase.text) && shape[i] !== CAPITALS);
  return fits && !isBlocked(text, start[i]!, end[last]!, phrase);
}

function raised(phrase: string): string {
  return phrase[0]!.toUpperCase() + phrase.slice(1);
}

/** Whether a longer phrase in which the words are right runs over them. */
function isBlocked(text: string, start: number, end: number, { unless }: FixedPhrase): boolean {
  return unless.some((longer) => {
    const from = Math.max(0, start - longer.length);
    const at = straight(text.slice(from, end + longer.length)).toLowerCase().indexOf(longer);
    return at >= 0 && from + at < end && from + at + longer.length > start;
  });
}
