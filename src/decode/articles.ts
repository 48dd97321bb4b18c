import { GAP_SPACE } from '../text/characters.js';
import { LOWER, RAISED, hashWord, type Tokens } from '../text/tokenize.js';
import { articleFor } from '../rewrite/agree.js';

const A = hashWord('a');
const AN = hashWord('an');
/** Characters of a text that tell how it begins to sound. */
const BEGINNING = 24;

/** The indefinite article right before token `i`, or undefined. */
export function articleBefore(tokens: Tokens, i: number): 'a' | 'an' | undefined {
  if (i === 0 || tokens.gap[i] !== GAP_SPACE) return undefined;
  const hash = tokens.hash[i - 1]!;
  const shape = tokens.shape[i - 1]!;
  if ((hash !== A && hash !== AN) || (shape !== LOWER && shape !== RAISED)) return undefined;
  return hash === A ? 'a' : 'an';
}

/**
 * The article before token `i` where it does not fit the words that follow ("a impartial"), or undefined. A spinner that pastes a variant often leaves the
 * article of the wording it displaced, and so the article tells how that wording began.
 */
export function brokenArticle(tokens: Tokens, i: number): 'a' | 'an' | undefined {
  const article = articleBefore(tokens, i);
  if (article === undefined) return undefined;
  return articleFor(tokens.text.slice(tokens.start[i], tokens.start[i]! + BEGINNING)) === article ? undefined : article;
}
