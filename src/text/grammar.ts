import { compromise } from '#lazy';
import type { PartOfSpeech } from '../dictionary/entry.js';

/**
 * The one place that asks the grammar tagger. It is loaded at the first question, and a question is asked only for entries that name a part of speech
 * or ask to be inflected: loading it costs more than restoring an article.
 */
interface Transforms {
  readonly noun: { toPlural(word: string, model: unknown): string };
  readonly verb: { conjugate(word: string, model: unknown): Record<string, string> };
}

interface Term {
  readonly pre: string;
  readonly text: string;
  readonly post: string;
  readonly tags: readonly string[];
}

const TAGS: Readonly<Record<PartOfSpeech, string>> = { noun: 'Noun', verb: 'Verb', adjective: 'Adjective', adverb: 'Adverb' };
const TENSES = ['PresentTense', 'PastTense', 'Participle', 'Gerund'];

/** Whether the words at `start` to `end` of the sentence are used as this part of speech, by the tag of the last of them. */
export function isUsedAs(sentence: string, start: number, end: number, pos: PartOfSpeech): boolean {
  const tagger = compromise() as unknown as (text: string) => { json(options: object): { terms: Term[] }[] };
  let at = 0;
  let tagged = false;
  for (const { terms } of tagger(sentence).json({ terms: { text: true, pre: true, post: true, tags: true } })) {
    for (const { pre, text, post, tags } of terms) {
      const from = at + pre.length;
      // Contractions come as a word and an empty term: the empty one stands nowhere.
      if (text !== '' && from < end && from + text.length > start) tagged = tags.includes(TAGS[pos]);
      at = from + text.length + post.length;
    }
  }
  return tagged;
}

/** The regular inflections of two phrases side by side: plurals of the last words, or the verb forms of the first. */
export function inflections(observed: string, intended: string, kind: 'noun' | 'verb'): { observed: string; intended: string }[] {
  const tagger = compromise() as unknown as { methods(): { two: { transform: Transforms } }; model(): unknown };
  const { noun, verb } = tagger.methods().two.transform;
  const model = tagger.model();
  if (kind === 'noun') return [{ observed: onLast(observed, (word) => noun.toPlural(word, model)), intended: onLast(intended, (word) => noun.toPlural(word, model)) }];
  const forms = (phrase: string): Record<string, string> => verb.conjugate(phrase.split(' ')[0]!, model);
  const left = forms(observed);
  const right = forms(intended);
  return TENSES.filter((tense) => left[tense] && right[tense]).map((tense) => ({
    observed: onFirst(observed, () => left[tense]!),
    intended: onFirst(intended, () => right[tense]!),
  }));
}

function onLast(phrase: string, change: (word: string) => string): string {
  const words = phrase.split(' ');
  return [...words.slice(0, -1), change(words.at(-1)!)].join(' ');
}

function onFirst(phrase: string, change: (word: string) => string): string {
  const [first, ...rest] = phrase.split(' ');
  return [change(first!), ...rest].join(' ');
}
