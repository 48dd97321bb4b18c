import { GAP_PAUSE } from '../text/characters.js';
import { startsSentence } from '../text/sentences.js';
import { NUMERIC, type Tokens } from '../text/tokenize.js';
import { BOUNDARY, NUMBER_TOKEN, PAUSE_TOKEN } from './context-model.js';

/** Hash under which the context model knows token `i`: its own, but one for all longer numbers. */
export function modelHash(tokens: Tokens, i: number): number {
  return tokens.shape[i] === NUMERIC && tokens.end[i]! - tokens.start[i]! > 2 ? NUMBER_TOKEN : tokens.hash[i]!;
}

/** What the context model reads between token `i - 1` and token `i`: a sentence boundary, a pause, or nothing (0). */
export function modelGap(tokens: Tokens, i: number): number {
  if (startsSentence(tokens, i)) return BOUNDARY;
  return (tokens.gap[i]! & GAP_PAUSE) !== 0 ? PAUSE_TOKEN : 0;
}
