import type { Lexicon } from '../dictionary/lexicon.js';
import { findMatches } from '../match/find.js';
import type { Tokens } from '../text/tokenize.js';

/** What a stretch of a text may stand for: one line of the dictionary. */
export interface Meaning {
  /** Phrase number of the intended wording. */
  readonly intended: number;
  readonly entry: number;
  /** Probability that the spinner, having met the intended wording, pastes the observed one. */
  readonly share: number;
}

/** A stretch of tokens that the dictionary has as a phrase. */
export interface Stretch {
  /** Half-open span in tokens. */
  readonly from: number;
  readonly to: number;
  /** Case shape, as in {@link Match}. */
  readonly shape: number;
  /** Phrase number of the words as they stand. */
  readonly phrase: number;
  readonly meanings: readonly Meaning[];
}

/**
 * The phrases in the tokens `from` to `to`, each with what it may stand for if a spinner of the family (none: -1) wrote it. All of the dictionary is
 * asked, not only what a decoder found likely: what one copy makes unlikely another may decide.
 */
export function readStretches(tokens: Tokens, lexicon: Lexicon, family: number, from: number, to: number): Stretch[] {
  return findMatches(tokens, lexicon, from, to).map(({ from: first, to: last, shape, phrase }) => ({
    from: first, to: last, shape, phrase, meanings: family < 0 ? [] : meaningsOf(lexicon, family, phrase),
  }));
}

function meaningsOf(lexicon: Lexicon, family: number, phrase: number): Meaning[] {
  const { pairStart, pairs, entries } = lexicon;
  const meanings: Meaning[] = [];
  for (let at = pairStart[phrase]!; at < pairStart[phrase + 1]!; at++) {
    const entry = pairs.entry[at]!;
    if (entries.family[entry] === family) meanings.push({ intended: entries.head[entry]!, entry, share: pairs.share[at]! });
  }
  return meanings;
}
