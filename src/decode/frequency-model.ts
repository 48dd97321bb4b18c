import { builtinLexicon } from '../dictionary/dictionary.js';
import type { ContextModel } from './context-model.js';

const UNKNOWN = Math.log(1e-7);

/** A stand-in for the context model that knows only how common single words of the dictionary are in clean news. */
export function frequencyModel(): ContextModel {
  return (cached ??= build());
}

let cached: ContextModel | undefined;

function build(): ContextModel {
  const lexicon = builtinLexicon();
  const logs = new Map<number, number>();
  for (let phrase = 0; phrase < lexicon.phraseCount; phrase++) {
    if (lexicon.lengths[phrase] !== 1 || lexicon.cased[phrase] === 1) continue;
    logs.set(lexicon.phraseHashes[lexicon.phraseStart[phrase]!]!, Math.log(lexicon.rates[phrase]!));
  }
  return {
    open: (places, _, before1) => places.add(before1, 0, false, 0, 0),
    logProbability: (_places, _place, word) => logs.get(word) ?? UNKNOWN,
    knows: (word) => logs.has(word),
  };
}
