import { builtinTables } from '../src/dictionary/dictionary.js';
import { buildLexicon, type Lexicon } from '../src/dictionary/lexicon.js';

/** A text made to be slow, of a given number of words or characters. */
export interface WorstInput {
  readonly name: string;
  make(length: number): string;
}

/** Texts in which every part of the library has as much to do as can be. */
export function worstInputs(): WorstInput[] {
  const lexicon = buildLexicon(builtinTables());
  const variants = range(lexicon.phraseCount).filter((phrase) => readings(lexicon, phrase) > 0);
  const words = variants.filter((phrase) => lexicon.lengths[phrase] === 1 && lexicon.cased[phrase] === 0).map(lexicon.textOf);
  const busiest = lexicon.textOf(most(variants, (phrase) => readings(lexicon, phrase)));
  const blocking = [...lexicon.blockers.keys()].map(lexicon.textOf);
  const long = lexicon.wordsOf(most(range(lexicon.phraseCount), (phrase) => lexicon.lengths[phrase]!)).slice(0, -1);
  const cycle = (items: readonly string[], gap = ' ') => (length: number): string =>
    range(length).map((i) => items[i % items.length]).join(gap);
  return [
    { name: 'words that all match, no full stop', make: cycle(words) },
    { name: 'words that all match, each a sentence', make: cycle(words, '. ') },
    { name: `"${busiest}", the form with most readings, over and over`, make: cycle([busiest]) },
    { name: 'phrases in which entries must not fire', make: cycle(blocking.length > 0 ? blocking : words) },
    { name: 'the longest phrase without its end', make: cycle(long) },
    { name: 'leaked braces', make: cycle(['{dollars}', words[0]!]) },
    { name: 'one unknown word over and over', make: cycle(['qwvxz']) },
    { name: 'initials', make: cycle(['U.S.', 'A.']) },
    { name: 'apostrophes and hyphens', make: (length) => "a'-".repeat(length) },
    { name: 'opening braces', make: (length) => '{'.repeat(length) },
    { name: 'spaces', make: (length) => ' '.repeat(length) },
    { name: 'one word of as many letters', make: (length) => 'a'.repeat(length) },
    { name: 'emoji', make: (length) => '😀'.repeat(length) },
  ];
}

function range(length: number): number[] {
  return Array.from({ length }, (_, i) => i);
}

function readings(lexicon: Lexicon, phrase: number): number {
  return lexicon.pairStart[phrase + 1]! - lexicon.pairStart[phrase]!;
}

/** The item of the highest score, the first of several. */
function most(items: readonly number[], scoreOf: (item: number) => number): number {
  return items.reduce((best, item) => (scoreOf(item) > scoreOf(best) ? item : best));
}
