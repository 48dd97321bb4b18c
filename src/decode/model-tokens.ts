import { GAP_PAUSE } from '../text/characters.js';
import { startsSentence } from '../text/sentences.js';
import { NUMERIC, hashWord, type Tokens } from '../text/tokenize.js';
import { BOUNDARY, NUMBER_TOKEN, PAUSE_TOKEN } from './context-model.js';

const A = hashWord('a');
const AN = hashWord('an');

/** Hash under which the context model knows token `i`: its own, but one for all longer numbers, and one for both forms of the article. */
export function modelHash(tokens: Tokens, i: number): number {
  return tokens.shape[i] === NUMERIC && tokens.end[i]! - tokens.start[i]! > 2 ? NUMBER_TOKEN : modelWord(tokens.hash[i]!);
}

/** The same for the hash of a word: the article follows the wording chosen after it, and must not choose. */
export function modelWord(hash: number): number {
  return hash === AN ? A : hash;
}

/** What the context model reads between token `i - 1` and token `i`: a sentence boundary, a pause, or nothing (0). */
export function modelGap(tokens: Tokens, i: number): number {
  if (startsSentence(tokens, i)) return BOUNDARY;
  return (tokens.gap[i]! & GAP_PAUSE) !== 0 ? PAUSE_TOKEN : 0;
}
