import { agreement } from './agreement.js';
import { articles } from './articles.js';
import { displacedQuotes } from './displaced-quotes.js';
import { doubledPhrases } from './doubled-phrases.js';
import { doubledWords } from './doubled-words.js';
import type { Detector } from './finding.js';
import { lostQuotes } from './lost-quotes.js';
import { lowerCaseStarts } from './lower-case-starts.js';
import { missingCommas } from './missing-commas.js';
import { movedFragments } from './moved-fragments.js';
import { nameOrder } from './name-order.js';
import { nameSpellings } from './name-spellings.js';
import { personAsThing } from './person-as-thing.js';
import { possessives } from './possessives.js';
import { prepositions } from './prepositions.js';
import { pronounGender } from './pronoun-gender.js';
import { spacedHyphens } from './spaced-hyphens.js';
import { strayPunctuation } from './stray-punctuation.js';
import { tense } from './tense.js';
import { thousands } from './thousands.js';
import { titleOrder } from './title-order.js';
import { verbForms } from './verb-forms.js';
import { wordOrder } from './word-order.js';

/** Every detector of damage by translation there and back; where two findings are equally likely the earlier detector wins. */
export const DETECTORS: readonly Detector[] = [
  lostQuotes,
  movedFragments,
  strayPunctuation,
  displacedQuotes,
  spacedHyphens,
  missingCommas,
  thousands,
  lowerCaseStarts,
  doubledPhrases,
  doubledWords,
  titleOrder,
  nameOrder,
  nameSpellings,
  possessives,
  pronounGender,
  personAsThing,
  verbForms,
  agreement,
  tense,
  articles,
  prepositions,
  wordOrder,
];
