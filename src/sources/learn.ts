import { readSwaps, type KnownPair, type Swap, type TextPair } from './swaps.js';

/** A pair read off aligned texts. */
export interface LearnedPair extends Swap {
  /** Times it was seen. */
  readonly count: number;
  /** Text pairs it was seen in. */
  readonly texts: number;
}

/** What {@link learnPairs} finds. */
export interface Learned {
  /** Seen in most texts first, then most often. */
  readonly pairs: readonly LearnedPair[];
  /** Positions of text pairs that differ in most of their words and so are no copy and original. */
  readonly unrelated: readonly number[];
}

/**
 * Reads observed -> intended pairs off spun texts and their originals and counts them. `isKnown` says which pairs are known already; it
 * helps to tell swaps that stand side by side apart.
 *
 * @example learnPairs([{ spun: 'a chilly warfare', original: 'a cold war' }]).pairs
 */
export function learnPairs(texts: readonly TextPair[], isKnown: KnownPair = () => false): Learned {
  const found = new Map<string, LearnedPair & { readonly last: number }>();
  const unrelated: number[] = [];
  readSwaps(texts, isKnown).forEach((swaps, index) => {
    if (!swaps) unrelated.push(index);
    for (const { observed, intended } of swaps ?? []) {
      const key = `${intended}\n${observed}`;
      const { count, texts: seen, last } = found.get(key) ?? { count: 0, texts: 0, last: -1 };
      found.set(key, { observed, intended, count: count + 1, texts: seen + (last === index ? 0 : 1), last: index });
    }
  });
  const ranked = [...found].sort(([keyA, a], [keyB, b]) => b.texts - a.texts || b.count - a.count || (keyA < keyB ? -1 : 1));
  return { pairs: ranked.map(([, { last: _, ...pair }]) => pair), unrelated };
}
