import type { Lexicon } from '../dictionary/lexicon.js';
import { raiseFirst } from '../dictionary/phrase.js';
import { SHAPE_EXACT, SHAPE_RAISED } from '../match/find.js';
import { startsSentence } from '../text/sentences.js';
import { CAPITALS, LOWER, RAISED, fold } from '../text/tokenize.js';
import type { Copy } from './copy.js';
import type { Correspondence } from './correspond.js';
import type { Stretch } from './readings.js';

/** Another text's sentence beside the one to be read. */
export interface Partner {
  /** Number of its text. */
  readonly text: number;
  readonly copy: Copy;
  readonly sentence: number;
  readonly correspondence: Correspondence;
}

/** The words that one text has for a stretch. */
export interface Witness {
  /** Number of the text; -1 for the one to be read. */
  readonly text: number;
  readonly copy: Copy;
  readonly from: number;
  readonly to: number;
  readonly words: string;
  /** The words in lower case, to compare them. */
  readonly folded: string;
  readonly stretches: readonly Stretch[];
  /** Whether another witness says the very same. */
  readonly repeats: boolean;
  /** Tokens close by that both texts have. */
  readonly agreement: number;
  /** Whether the stretch is all that is not explained between words that both texts have. */
  readonly isAlone: boolean;
  readonly likeness: number;
}

/** A wording that a stretch may have had. */
export interface Wording {
  /** In the case of the text to be read. */
  readonly text: string;
  readonly folded: string;
  /** Phrase number, or -1 where the dictionary has none. */
  readonly phrase: number;
}

/** Words of a stretch that is read as a whole. */
export const LONGEST_STRETCH = 6;
/** Tokens to either side whose agreement is counted. */
export const REACH = 4;

/** The words of this text and of the others for the tokens `from` to `to`; this text's own come first. */
export function witnessesOf(copy: Copy, sentence: number, partners: readonly Partner[], from: number, to: number): Witness[] {
  const own = copy.words(from, to);
  const seen = new Set([fold(own)]);
  const first: Witness = { text: -1, copy, from, to, words: own, folded: fold(own), stretches: copy.stretchesAt(sentence, from, to), repeats: false, agreement: 0, isAlone: true, likeness: 0 };
  return [first, ...partners.flatMap((partner): Witness[] => {
    const place = partner.correspondence.counterpart(from, to);
    if (!place || place[0] === place[1] || place[1] - place[0] > LONGEST_STRETCH) return [];
    const words = partner.copy.words(...place);
    const folded = fold(words);
    const repeats = seen.has(folded);
    seen.add(folded);
    return [{
      text: partner.text, copy: partner.copy, from: place[0], to: place[1], words, folded, repeats,
      stretches: partner.copy.stretchesAt(partner.sentence, ...place),
      agreement: partner.correspondence.agreement(from, to, REACH),
      isAlone: partner.correspondence.isAlone(from, to),
      likeness: partner.correspondence.likeness,
    }];
  })];
}

/** All that the words of the texts may have been; first of all this text's own words. */
export function wordingsOf(witnesses: readonly Witness[], lexicon: Lexicon): Wording[] {
  const own = witnesses[0]!;
  const wordings = new Map<string, Wording>();
  const add = (text: string, phrase: number): void => {
    const folded = fold(text);
    const there = wordings.get(folded);
    if (!there) wordings.set(folded, { text, folded, phrase });
    else if (there.phrase < 0 && phrase >= 0) wordings.set(folded, { ...there, phrase });
  };
  for (const witness of witnesses) {
    add(witness === own ? own.words : inCaseOf(witness, own), witness.stretches[0]?.phrase ?? -1);
    for (const { meanings, shape } of witness.stretches) {
      const raise = witness === own ? shape === SHAPE_RAISED : isRaised(own) && shape !== SHAPE_EXACT;
      for (const { intended } of meanings) add(raise ? raiseFirst(lexicon.textOf(intended)) : lexicon.textOf(intended), intended);
    }
  }
  return [...wordings.values()];
}

function isRaised({ copy, from }: Witness): boolean {
  const shape = copy.document.tokens.shape[from];
  return shape === RAISED || shape === CAPITALS;
}

/** The words of another text in the case and with the apostrophes of this one: a capital at the head of a sentence says nothing. */
function inCaseOf(witness: Witness, own: Witness): string {
  const { tokens } = witness.copy.document;
  const shape = tokens.shape[witness.from];
  const words = own.words.includes('\u2019') ? witness.words.replaceAll("'", '\u2019') : own.words.includes("'") ? witness.words.replaceAll('\u2019', "'") : witness.words;
  if (isRaised(own) && startsSentence(own.copy.document.tokens, own.from) && shape === LOWER) return raiseFirst(words);
  if (!isRaised(own) && startsSentence(tokens, witness.from) && shape === RAISED) return words.slice(0, 1).toLowerCase() + words.slice(1);
  return words;
}
