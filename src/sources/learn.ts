import { GAP_LINE, GAP_QUOTE, GAP_SPACE, GAP_STOP } from '../text/characters.js';
import { RAISED, fold, tokenize, type Tokens } from '../text/tokenize.js';
import { alignTokens, type Difference } from './align.js';

/** A spun text and the text it was made from. */
export interface TextPair {
  readonly spun: string;
  readonly original: string;
}

/** A pair read off aligned texts. */
export interface LearnedPair {
  readonly observed: string;
  readonly intended: string;
  /** Times it was seen. */
  readonly count: number;
  /** Text pairs it was seen in. */
  readonly texts: number;
}

/** What {@link learnPairs} finds. */
export interface Learned {
  /** Commonest first. */
  readonly pairs: readonly LearnedPair[];
  /** Positions of text pairs that differ in most of their words and so are no copy and original. */
  readonly unrelated: readonly number[];
}

/** Longest phrase to learn. */
const MAX_WORDS = 6;
/** Longest stretch that is taken apart. */
const MAX_RUN = 24;
/** Texts that differ in more of their words than this are taken for different articles. */
const MAX_SHARE = 0.6;
/** Bounds the time of one alignment, which grows with its length times the differences. */
const MAX_DIFFERENCES = 20_000;

/**
 * Reads observed -> intended pairs off spun texts and their originals: aligns the words of each pair and takes the stretches that differ. Swaps side by
 * side (`chilly warfare` for `cold war`) come out of an alignment as one; they are taken apart where `isKnown` or the rest of the material shows a part alone.
 */
export function learnPairs(texts: readonly TextPair[], isKnown: (observed: string, intended: string) => boolean = () => false): Learned {
  const aligned = texts.map(align);
  const alone = new Set(aligned.flatMap((text) => (text ? text.differences.filter(isSingle).map((difference) => wordsKey(text, difference)) : [])));
  const known = (text: Aligned, part: Difference): boolean =>
    alone.has(wordsKey(text, part)) || isKnown(phraseOf(text.spun, part.left), phraseOf(text.original, part.right));
  const found = new Map<string, { observed: string; intended: string; count: number; texts: number; last: number }>();
  aligned.forEach((text, index) => {
    for (const part of text?.differences.flatMap((difference) => takeApart(text, difference, known)) ?? []) {
      const pair = pairOf(text!, part);
      if (!pair) continue;
      const key = `${pair.observed}\n${pair.intended}`;
      const entry = found.get(key) ?? { ...pair, count: 0, texts: 0, last: -1 };
      found.set(key, { ...pair, count: entry.count + 1, texts: entry.texts + (entry.last === index ? 0 : 1), last: index });
    }
  });
  const pairs = Array.from(found.values(), ({ last: _, ...pair }) => pair).sort((a, b) => b.texts - a.texts || b.count - a.count || byText(a, b));
  return { pairs, unrelated: aligned.flatMap((text, index) => (text ? [] : [index])) };
}

interface Aligned {
  readonly spun: Tokens;
  readonly original: Tokens;
  /** Stretches of tokens that differ. */
  readonly differences: readonly Difference[];
}

function align({ spun, original }: TextPair): Aligned | null {
  const left = tokenize(spun);
  const right = tokenize(original);
  const most = Math.min(MAX_DIFFERENCES, Math.floor((left.count + right.count) * MAX_SHARE));
  const differences = alignTokens(foldedWords(left), foldedWords(right), most);
  return differences && { spun: left, original: right, differences };
}

/** Peels known pairs off both ends of a difference; what is left in the middle is one pair. */
function takeApart(text: Aligned, difference: Difference, known: (text: Aligned, part: Difference) => boolean): Difference[] {
  const parts: Difference[] = [];
  let rest = difference;
  for (;;) {
    const cut = cutsOf(rest).find(({ part }) => known(text, part));
    if (!cut) return [...parts, rest];
    parts.push(cut.part);
    rest = cut.rest;
  }
}

/** Ways to cut a difference in two: a part at its start or its end, and the rest. None where it is too long to be swaps side by side. */
function cutsOf({ left: [from, to], right: [start, end] }: Difference): { part: Difference; rest: Difference }[] {
  const cuts: { part: Difference; rest: Difference }[] = [];
  if (to - from > MAX_RUN || end - start > MAX_RUN) return cuts;
  for (let l = 1; l < to - from && l <= MAX_WORDS; l++) {
    for (let r = 1; r < end - start && r <= MAX_WORDS; r++) {
      cuts.push({ part: { left: [from, from + l], right: [start, start + r] }, rest: { left: [from + l, to], right: [start + r, end] } });
      cuts.push({ part: { left: [to - l, to], right: [end - r, end] }, rest: { left: [from, to - l], right: [start, end - r] } });
    }
  }
  return cuts;
}

/** The pair of a difference, in the case of a dictionary; undefined where it is no swap of one phrase for another. */
function pairOf({ spun, original }: Aligned, { left, right }: Difference): { observed: string; intended: string } | undefined {
  if (!isPhrase(spun, left) || !isPhrase(original, right)) return undefined;
  // A capital at the head of a sentence says nothing about the word.
  const lower = opensSentence(spun, left[0]) && isSentenceCase(spun, left) && isSentenceCase(original, right);
  const cased = (phrase: string): string => (lower ? phrase.slice(0, 1).toLowerCase() + phrase.slice(1) : phrase);
  return { observed: cased(phraseOf(spun, left)), intended: cased(phraseOf(original, right)) };
}

function isPhrase({ gap }: Tokens, [from, to]: readonly [number, number]): boolean {
  if (to === from || to - from > MAX_WORDS) return false;
  for (let i = from + 1; i < to; i++) if (gap[i] !== GAP_SPACE && gap[i] !== 0) return false;
  return true;
}

function opensSentence({ gap }: Tokens, at: number): boolean {
  return at === 0 || (gap[at]! & (GAP_STOP | GAP_LINE | GAP_QUOTE)) !== 0;
}

/** Whether only the first word is capitalised, and only in its first letter. */
function isSentenceCase({ text, shape, end }: Tokens, [from, to]: readonly [number, number]): boolean {
  const others = text.slice(end[from], end[to - 1]);
  return shape[from] === RAISED && others === others.toLowerCase();
}

function phraseOf({ text, start, end }: Tokens, [from, to]: readonly [number, number]): string {
  return text.slice(start[from], end[to - 1]).replace(/[\u2019\u02bc]/g, "'").replace(/\s+/g, ' ');
}

function isSingle({ left, right }: Difference): boolean {
  return left[1] - left[0] === 1 && right[1] - right[0] === 1;
}

function wordsKey({ spun, original }: Aligned, { left, right }: Difference): string {
  return `${fold(phraseOf(spun, left))}\n${fold(phraseOf(original, right))}`;
}

function foldedWords({ text, count, start, end }: Tokens): string[] {
  return Array.from({ length: count }, (_, i) => fold(text.slice(start[i], end[i])));
}

function byText(a: { observed: string; intended: string }, b: { observed: string; intended: string }): number {
  const keys = [`${a.intended}\n${a.observed}`, `${b.intended}\n${b.observed}`] as const;
  return keys[0] < keys[1] ? -1 : keys[0] > keys[1] ? 1 : 0;
}
