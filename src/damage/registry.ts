import { ages } from './ages.js';
import { agreement } from './agreement.js';
import { articles } from './articles.js';
import { collectiveVerbs } from './collective-verbs.js';
import { countryArticles } from './country-articles.js';
import { currencySigns } from './currency-signs.js';
import { decimalCommas } from './decimal-commas.js';
import { displacedQuotes } from './displaced-quotes.js';
import { doubleComparatives } from './double-comparatives.js';
import { doubledPhrases } from './doubled-phrases.js';
import { doubledTitles } from './doubled-titles.js';
import { doubledWords } from './doubled-words.js';
import { durations } from './durations.js';
import type { Detector } from './finding.js';
import { fixedPhrases } from './fixed-phrases.js';
import { foreignDates } from './foreign-dates.js';
import { foreignPunctuation } from './foreign-punctuation.js';
import { foreignQuotes } from './foreign-quotes.js';
import { foreignWords } from './foreign-words.js';
import { knownNames } from './known-names.js';
import { lostApostrophes } from './lost-apostrophes.js';
import { lostQuotes } from './lost-quotes.js';
import { lowerCaseStarts } from './lower-case-starts.js';
import { massNouns } from './mass-nouns.js';
import { millions } from './millions.js';
import { missingCommas } from './missing-commas.js';
import { movedFragments } from './moved-fragments.js';
import { nameOrder } from './name-order.js';
import { nameSpellings } from './name-spellings.js';
import { ordinals } from './ordinals.js';
import { personAsThing } from './person-as-thing.js';
import { possessives } from './possessives.js';
import { prepositions } from './prepositions.js';
import { pronounGender } from './pronoun-gender.js';
import { quantities } from './quantities.js';
import { relatives } from './relatives.js';
import { spacedHyphens } from './spaced-hyphens.js';
import { spacedPercents } from './spaced-percents.js';
import { strayPunctuation } from './stray-punctuation.js';
import { superlatives } from './superlatives.js';
import { tense } from './tense.js';
import { thatCommas } from './that-commas.js';
import { thousands } from './thousands.js';
import { timePrepositions } from './time-prepositions.js';
import { titleOrder } from './title-order.js';
import { verbForms } from './verb-forms.js';
import { verbPrepositions } from './verb-prepositions.js';
import { wordOrder } from './word-order.js';

/** Every detector of damage by translation there and back; where two findings are equally likely the earlier detector wins. */
export const DETECTORS: readonly Detector[] = [
  lostQuotes,
  movedFragments,
  strayPunctuation,
  displacedQuotes,
  foreignQuotes,
  foreignPunctuation,
  spacedHyphens,
  missingCommas,
  thatCommas,
  thousands,
  decimalCommas,
  spacedPercents,
  currencySigns,
  millions,
  ordinals,
  foreignDates,
  ages,
  lowerCaseStarts,
  doubledPhrases,
  doubledWords,
  fixedPhrases,
  doubledTitles,
  titleOrder,
  nameOrder,
  knownNames,
  nameSpellings,
  possessives,
  lostApostrophes,
  pronounGender,
  personAsThing,
  relatives,
  verbForms,
  agreement,
  collectiveVerbs,
  massNouns,
  quantities,
  doubleComparatives,
  tense,
  articles,
  countryArticles,
  superlatives,
  prepositions,
  verbPrepositions,
  timePrepositions,
  durations,
  wordOrder,
  foreignWords,
];
