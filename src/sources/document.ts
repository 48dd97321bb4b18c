import { sentenceStarts } from '../text/sentences.js';
import { tokenize, type Tokens } from '../text/tokenize.js';

/** A text cut into sentences, to be laid beside others. */
export interface Document {
  readonly tokens: Tokens;
  /** First token of each sentence; the last item is `tokens.count`. */
  readonly starts: Int32Array;
}

/** A sentence of one of several texts. */
export interface Place {
  readonly text: number;
  readonly sentence: number;
}

/** Cuts a text. */
export function cutDocument(text: string): Document {
  const tokens = tokenize(text);
  return { tokens, starts: sentenceStarts(tokens) };
}

/** A word in more sentences of a text than this is no anchor there. */
const MOST_SENTENCES = 3;
/** Anchors that two sentences must share, each counted by how few sentences of the text have it. */
const LEAST_SHARED = 2.5;
/** Sentences of other texts that speak for one sentence. */
const MOST_PARTNERS = 4;

/** A sentence with an anchor, and what the anchor is worth there. */
interface Posting {
  readonly place: Place;
  readonly weight: number;
}

/**
 * For each sentence of each text (of the first `wanted` alone, where given), the sentences of the other texts that may be the same one: at most one of a text, the likeliest first. They are found
 * by the words that stand in few sentences of their text, wherever they stand, so that sentences may be missing or in another order.
 */
export function pairSentences(documents: readonly Document[], wanted: number = documents.length): Place[][][] {
  const anchors = documents.map(anchorsOf);
  const index = new Map<number, Posting[]>();
  anchors.forEach((sentences, text) => sentences.forEach((words, sentence) => {
    const place = { text, sentence };
    for (const [word, weight] of words) {
      const postings = index.get(word);
      if (postings) postings.push({ place, weight });
      else index.set(word, [{ place, weight }]);
    }
  }));
  return anchors.slice(0, wanted).map((sentences, text) => sentences.map((words) => partnersOf(words, text, index)));
}

/** The anchors of each sentence of a text, and what each is worth. */
function anchorsOf({ tokens, starts }: Document): Map<number, number>[] {
  const sentences = Array.from({ length: starts.length - 1 }, (_, s) => new Set(tokens.hash.subarray(starts[s], starts[s + 1])));
  const counts = new Map<number, number>();
  for (const words of sentences) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return sentences.map((words) => new Map([...words].filter((word) => counts.get(word)! <= MOST_SENTENCES).map((word) => [word, 1 / counts.get(word)!])));
}

function partnersOf(words: ReadonlyMap<number, number>, text: number, index: ReadonlyMap<number, readonly Posting[]>): Place[] {
  const scores = new Map<Place, number>();
  for (const [word, own] of words) {
    for (const { place, weight } of index.get(word)!) {
      if (place.text !== text) scores.set(place, (scores.get(place) ?? 0) + Math.min(own, weight));
    }
  }
  const likely = [...scores].filter(([, score]) => score >= LEAST_SHARED).sort(([a, left], [b, right]) => right - left || a.text - b.text || a.sentence - b.sentence);
  const texts = new Set<number>();
  const partners: Place[] = [];
  for (const [place] of likely) {
    if (texts.has(place.text) || partners.length === MOST_PARTNERS) continue;
    texts.add(place.text);
    partners.push(place);
  }
  return partners;
}
