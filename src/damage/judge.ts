import type { Lexicon } from '../dictionary/lexicon.js';
import { tokenize, type Tokens } from '../text/tokenize.js';
import type { FindOptions } from './damage.js';
import { findPhrases } from './find-phrases.js';
import { phraseTable, type PhraseTable } from './phrase-table.js';
import { mayBeDamaged, SHORTEST } from './suspect.js';
import { judgeDamage, type Judgement } from './verdict.js';

/** Family of the entries that translation there and back explains. */
export const ROUND_TRIP = 'round-trip';

/** What translation did to a text, if anything. */
export type DamageJudge = (text: string, tokens?: Tokens) => Judgement | undefined;

/** So many phrases of translators in a text that had to be cut into tokens anyway, and the detectors are asked. */
const ENOUGH_PHRASES = 2;

/**
 * Makes the judge of translation damage. It returns the verdict and the findings, or undefined where the text is probably not damaged,
 * which it mostly sees at a glance; `tokens` are handed in where the text has been cut into tokens. With `assume`, it always finds the
 * text damaged.
 */
export function makeDamageJudge(lexicon: Lexicon, options: Omit<FindOptions, 'phrases'>): DamageJudge {
  let table: PhraseTable | undefined;
  const phrases = (): PhraseTable => (table ??= phraseTable(lexicon, ROUND_TRIP));
  const suspects = (text: string, tokens: Tokens | undefined): boolean =>
    mayBeDamaged(text) || (tokens !== undefined && text.length >= SHORTEST && findPhrases(tokens, phrases()).length >= ENOUGH_PHRASES);
  return (text, tokens) => {
    if (!options.assume && !suspects(text, tokens)) return undefined;
    return judgeDamage(tokens ?? tokenize(text), { ...options, phrases: phrases() });
  };
}
