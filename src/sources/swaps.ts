import { GAP_QUOTE, GAP_SPACE } from '../text/characters.js';
import { startsSentence } from '../text/sentences.js';
import { CAPITALS, RAISED, fold, tokenize, type Tokens } from '../text/tokenize.js';
import { alignTokens, type Difference } from './align.js';

/** A spun text and the text it was made from. */
export interface TextPair {
  readonly spun: string;
  readonly original: string;
}

/** One phrase in the place of another, in the case of a dictionary. */
export interface Swap {
  readonly observed: string;
  readonly intended: string;
}

/** Whether a pair is known already. */
export type KnownPair = (observed: string, intended: string) => boolean;

/** Longest phrase of a swap, in words. */
const MAX_WORDS = 6;
/** Longest stretch that is taken apart. */
const MAX_RUN = 24;
/** Texts that differ in more of their words than this are taken for different articles. */
const MAX_SHARE = 0.6;
/** Bounds the time of one alignment, which grows with its length times the differences. */
const MAX_DIFFERENCES = 20_000;

/**
 * The swaps of each pair of texts in order, or null where the two differ in most of their words.
 *
 * An alignment shows swaps that stand side by side as one (`chilly warfare` for `cold war`); they are taken apart where a part is
 * known or stands alone elsewhere in the material. A word that was only added (`Chinese language` for `Chinese`) is taken with the
 * neighbour with which it is met most often.
 */
export function readSwaps(texts: readonly TextPair[], isKnown: KnownPair): (Swap[] | null)[] {
  const aligned = texts.map(align);
  const differences = aligned.flatMap((text) => text?.differences.map((difference) => ({ text, difference })) ?? []);
  const alone = new Set(differences.flatMap(({ text, difference }) => (isSingle(difference) ? [keyOf(text, difference)] : [])));
  const known = (text: Aligned, part: Difference): boolean =>
    alone.has(keyOf(text, part)) || isKnown(phraseOf(text.spun, part.left), phraseOf(text.original, part.right));
  const widened = new Map<string, number>();
  for (const { text, difference } of differences) {
    for (const option of widenings(text, difference)) widened.set(keyOf(text, option), (widened.get(keyOf(text, option)) ?? 0) + 1);
  }
  return aligned.map((text) => text && text.differences.flatMap((difference) => {
    const options = widenings(text, difference);
    const parts = isOneSided(difference) ? commonest(text, options, widened, known) : takeApart(text, difference, known);
    return parts.flatMap((part) => swapOf(text, part) ?? []);
  }));
}

interface Aligned {
  readonly spun: Tokens;
  readonly original: Tokens;
  /** Stretches of tokens that differ. */
  readonly differences: readonly Difference[];
}

type Known = (text: Aligned, part: Difference) => boolean;

function align({ spun, original }: TextPair): Aligned | null {
  const left = tokenize(spun);
  const right = tokenize(original);
  const most = Math.min(MAX_DIFFERENCES, Math.floor((left.count + right.count) * MAX_SHARE));
  const differences = alignTokens(foldedWords(left), foldedWords(right), most);
  return differences && { spun: left, original: right, differences };
}

/** Peels known pairs off both ends of a difference; what is left in the middle is one pair. A name or title stays whole. */
function takeApart(text: Aligned, difference: Difference, known: Known): Difference[] {
  const parts: Difference[] = [];
  let rest = difference;
  while (!isName(text.original, rest.right)) {
    const cut = cutsOf(rest).find(({ part }) => known(text, part));
    if (!cut) break;
    parts.push(cut.part);
    rest = cut.rest;
  }
  return [...parts, rest];
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

/** Words that only one side has, with the word before them, and with the word after. */
function widenings(text: Aligned, difference: Difference): Difference[] {
  const { left: [from, to], right: [start, end] } = difference;
  if (!isOneSided(difference)) return [];
  const before: Difference = { left: [from - 1, to], right: [start - 1, end] };
  const after: Difference = { left: [from, to + 1], right: [start, end + 1] };
  return [before, after].filter(({ left, right }) => isPhrase(text.spun, left) && isPhrase(text.original, right));
}

function commonest(text: Aligned, options: readonly Difference[], counts: ReadonlyMap<string, number>, known: Known): Difference[] {
  const weight = (option: Difference): number => counts.get(keyOf(text, option))! + (known(text, option) ? 0.5 : 0);
  return options.length < 2 ? [...options] : [options.reduce((best, option) => (weight(option) > weight(best) ? option : best))];
}

/** The swap of a difference; undefined where it is no phrase in the place of another. */
function swapOf({ spun, original }: Aligned, { left, right }: Difference): Swap | undefined {
  if (!isPhrase(spun, left) || !isPhrase(original, right)) return undefined;
  // A capital at the head of a sentence says nothing about the word.
  const lower = opensSentence(spun, left[0]) && isSentenceCase(spun, left) && isSentenceCase(original, right);
  const cased = (phrase: string): string => (lower ? phrase.slice(0, 1).toLowerCase() + phrase.slice(1) : phrase);
  return { observed: cased(phraseOf(spun, left)), intended: cased(phraseOf(original, right)) };
}

function isPhrase({ gap, count }: Tokens, [from, to]: readonly [number, number]): boolean {
  if (from < 0 || to > count || to === from || to - from > MAX_WORDS) return false;
  for (let i = from + 1; i < to; i++) if (gap[i] !== GAP_SPACE && gap[i] !== 0) return false;
  return true;
}

/** Whether the words are two or more, all capitalised. */
function isName({ shape }: Tokens, [from, to]: readonly [number, number]): boolean {
  for (let i = from; i < to; i++) if (shape[i] !== RAISED && shape[i] !== CAPITALS) return false;
  return to - from > 1;
}

function opensSentence(tokens: Tokens, at: number): boolean {
  return startsSentence(tokens, at) || (tokens.gap[at]! & GAP_QUOTE) !== 0;
}

/** Whether only the first word is capitalised, and only in its first letter. */
function isSentenceCase({ text, shape, end }: Tokens, [from, to]: readonly [number, number]): boolean {
  const others = text.slice(end[from], end[to - 1]);
  return shape[from] === RAISED && others === others.toLowerCase();
}

function isSingle({ left, right }: Difference): boolean {
  return left[1] - left[0] === 1 && right[1] - right[0] === 1;
}

function isOneSided({ left, right }: Difference): boolean {
  return left[0] === left[1] || right[0] === right[1];
}

function phraseOf({ text, start, end }: Tokens, [from, to]: readonly [number, number]): string {
  return text.slice(start[from], end[to - 1]).replace(/[\u2019\u02bc]/g, "'").replace(/\s+/g, ' ');
}

function keyOf({ spun, original }: Aligned, { left, right }: Difference): string {
  return `${fold(phraseOf(spun, left))}\n${fold(phraseOf(original, right))}`;
}

function foldedWords({ text, count, start, end }: Tokens): string[] {
  return Array.from({ length: count }, (_, i) => fold(text.slice(start[i], end[i])));
}
