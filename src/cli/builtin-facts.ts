import { builtin, builtinLexicon } from '../dictionary/dictionary.js';
import type { Entry } from '../dictionary/entry.js';
import type { KnownPair } from '../sources/swaps.js';
import { fold } from '../text/tokenize.js';

/** Looks up how often a packaged phrase stands in clean news, per word; undefined for phrases that were never counted. */
export function builtinRates(): (phrase: string) => number | undefined {
  const lexicon = builtinLexicon();
  const rates = new Map<string, number>();
  for (let phrase = 0; phrase < lexicon.phraseCount; phrase++) rates.set(lexicon.textOf(phrase), lexicon.rates[phrase]!);
  return (phrase) => rates.get(phrase);
}

/** Looks up the observed forms that the built-in dictionary has for a head of a family. */
export function builtinForms(): (family: string, intended: string) => readonly string[] | undefined {
  const forms = new Map(builtin.entries.map(({ family, intended, observed }) => [`${family}\n${intended}`, observed]));
  return (family, intended) => forms.get(`${family}\n${intended}`);
}

/** Says whether the entries have the pair, in any family and any case. */
export function pairFinder(entries: readonly Pick<Entry, 'intended' | 'observed'>[]): KnownPair {
  const pairs = new Set(entries.flatMap(({ intended, observed }) => observed.map((form) => `${fold(form)}\n${fold(intended)}`)));
  return (observed, intended) => pairs.has(`${fold(observed)}\n${fold(intended)}`);
}
