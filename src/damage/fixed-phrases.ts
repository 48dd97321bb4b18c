import { articleFor } from '../rewrite/agree.js';
import { CAPITALS, RAISED } from '../text/tokenize.js';
import type { PhraseHit } from './find-phrases.js';
import type { Detector, Suspicion } from './finding.js';
import { adjoins, rawWord, type Prose } from './prose.js';

/** Topic of the dictionary whose entries are names: another detector speaks for them. */
export const NAMES = 'names';

/** What one phrase says about the document: a term that no one writes so, a single word, a slip of learners' grammar. */
const TERM = 3;
const WORD = 1.5;
const SLIP = 1;
const DOUBTFUL = 0.3;
const SLIPS: ReadonlySet<string> = new Set(['grammar', 'function']);

/** "Federal Bank of the United States", "beyond a sensible doubt": terms and idioms word by word, from the dictionary. */
export const fixedPhrases: Detector = {
  name: 'fixed-phrases', topic: 'translation', weight: TERM, fromDictionary: true,
  find: (prose) => prose.phrases.filter(({ phrase }) => phrase.topic !== NAMES).map((hit) => suspectPhrase(prose, hit, weightOf(hit))),
};

/** A hit as a suspicion of the entry it comes from; an article before it is made to agree. */
export function suspectPhrase(prose: Prose, { from, to, phrase }: PhraseHit, weight: number): Suspicion {
  const { tokens } = prose;
  const raised = !phrase.cased && tokens.shape[from] === RAISED;
  const replacement = raised ? raise(phrase.replacement) : phrase.replacement;
  const article = articleBefore(prose, from, replacement);
  const suspicion = {
    type: phrase.type, entry: phrase.entry, weight, evidence: `translators' wording for "${phrase.replacement}"`,
    probability: phrase.sure ? 0.92 : 0.6,
  };
  const end = tokens.end[to - 1]!;
  if (article === undefined) return { ...suspicion, start: tokens.start[from]!, end, replacement };
  return { ...suspicion, start: tokens.start[from - 1]!, end, replacement: `${article} ${replacement}` };
}

function weightOf({ phrase: { sure, type, length } }: PhraseHit): number {
  if (!sure) return DOUBTFUL;
  if (SLIPS.has(type)) return SLIP;
  return length > 1 ? TERM : WORD;
}

/** The other article, where the one before the phrase does not go with what replaces it. */
function articleBefore(prose: Prose, from: number, replacement: string): string | undefined {
  const before = prose.words[from - 1];
  if ((before !== 'a' && before !== 'an') || !adjoins(prose, from) || prose.tokens.shape[from - 1] === CAPITALS) return undefined;
  const right = articleFor(replacement);
  if (right === before) return undefined;
  return rawWord(prose, from - 1)[0] === 'A' ? raise(right) : right;
}

function raise(phrase: string): string {
  return phrase[0]!.toUpperCase() + phrase.slice(1);
}
