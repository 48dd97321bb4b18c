import type { Edit } from '../types.js';
import type { Tokens } from '../text/tokenize.js';
import type { Detector, Finding, Suspicion } from './finding.js';
import { displacedQuotes } from './displaced-quotes.js';
import { doubledPhrases } from './doubled-phrases.js';
import { doubledWords } from './doubled-words.js';
import { lostQuotes } from './lost-quotes.js';
import { lowerCaseStarts } from './lower-case-starts.js';
import { movedFragments } from './moved-fragments.js';
import { agreement } from './agreement.js';
import { articles } from './articles.js';
import { missingCommas } from './missing-commas.js';
import { nameOrder } from './name-order.js';
import { nameSpellings } from './name-spellings.js';
import { personAsThing } from './person-as-thing.js';
import { possessives } from './possessives.js';
import { prepositions } from './prepositions.js';
import { pronounGender } from './pronoun-gender.js';
import { tense } from './tense.js';
import { titleOrder } from './title-order.js';
import { verbForms } from './verb-forms.js';
import { wordOrder } from './word-order.js';
import { readProse } from './prose.js';
import { spacedHyphens } from './spaced-hyphens.js';
import { strayPunctuation } from './stray-punctuation.js';

export const DETECTORS: readonly Detector[] = [
  lostQuotes, movedFragments, strayPunctuation, doubledWords, doubledPhrases, lowerCaseStarts, spacedHyphens, displacedQuotes,
  agreement, articles, missingCommas, nameOrder, nameSpellings, personAsThing, possessives, prepositions, pronounGender, tense, titleOrder, verbForms, wordOrder,
];
export function raw(tokens: Tokens): { detector: Detector; suspicion: Suspicion }[] {
  const prose = readProse(tokens);
  return DETECTORS.flatMap((detector) => detector.find(prose).map((suspicion) => ({ detector, suspicion })));
}
