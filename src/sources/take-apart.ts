import type { Tokens } from '../text/tokenize.js';
import type { Difference } from './align.js';
import type { Stretch } from './readings.js';

/** A sentence as the alignment sees it. */
export interface Sentence {
  readonly tokens: Tokens;
  readonly from: number;
  readonly to: number;
  readonly stretches: readonly Stretch[];
}

/** Longest differing stretch that is taken apart. */
const MOST_TAKEN_APART = 16;
/** Costs of the ways to pair tokens within a differing stretch: by the dictionary, one word for another, a word that only one side has. */
const LISTED = 0.3;
const SWAPPED = 1;
const LONE = 0.8;

/** A part of a differing stretch. `listed`: the dictionary says that both sides may stand for the same. */
export interface Part extends Difference {
  readonly kind: 'equal' | 'listed' | 'other';
}

/** The words of two sentences, as hashes. */
export interface WordPair {
  readonly left: Int32Array;
  readonly right: Int32Array;
}

/**
 * Cuts a differing stretch into parts that belong together, so that a phrase faces the phrase that the dictionary says it may be. Positions count from the
 * beginnings of the sentences.
 */
export function takeApart(left: Sentence, right: Sentence, words: WordPair, region: Difference): Part[] {
  const [fromL, toL] = region.left;
  const [fromR, toR] = region.right;
  const rows = toL - fromL;
  const columns = toR - fromR;
  if (rows === 0 || columns === 0 || lengthOf(region) > MOST_TAKEN_APART) return [{ ...region, kind: 'other' }];
  const links = linksOf(left, right, region);
  if (rows === 1 && columns === 1) return [{ ...region, kind: links.size > 0 ? 'listed' : 'other' }];
  const width = columns + 1;
  const cost = new Float64Array((rows + 1) * width).fill(Infinity);
  const back: Part[] = new Array((rows + 1) * width);
  cost[0] = 0;
  const step = (i: number, j: number, p: number, q: number, price: number, kind: Part['kind']): void => {
    const total = cost[i * width + j]! + price;
    const at = (i + p) * width + j + q;
    if (i + p > rows || j + q > columns || total >= cost[at]!) return;
    cost[at] = total;
    back[at] = { left: [fromL + i, fromL + i + p], right: [fromR + j, fromR + j + q], kind };
  };
  for (let i = 0; i <= rows; i++) {
    for (let j = 0; j <= columns; j++) {
      if (i < rows && j < columns && words.left[fromL + i] === words.right[fromR + j]) step(i, j, 1, 1, 0, 'equal');
      for (const { left: l, right: r } of links.get(i * width + j) ?? []) step(i, j, l, r, LISTED * Math.max(l, r), 'listed');
      step(i, j, 1, 1, SWAPPED, 'other');
      step(i, j, 1, 0, LONE, 'other');
      step(i, j, 0, 1, LONE, 'other');
    }
  }
  const parts: Part[] = [];
  for (let at = rows * width + columns; at > 0; ) {
    const part = back[at]!;
    parts.push(part);
    at = (part.left[0] - fromL) * width + part.right[0] - fromR;
  }
  return parts.reverse();
}

/** Lengths of a phrase on either side that may stand for the same wording. */
interface Link {
  readonly left: number;
  readonly right: number;
}

/** The pairs of phrases in a region that may stand for the same wording, by the cell of the region where both begin. */
function linksOf(left: Sentence, right: Sentence, { left: [fromL, toL], right: [fromR, toR] }: Difference): Map<number, Link[]> {
  const byWording = new Map<number, Stretch[]>();
  for (const stretch of within(right, fromR, toR)) {
    for (const wording of wordingsOf(stretch)) {
      const list = byWording.get(wording);
      if (list) list.push(stretch);
      else byWording.set(wording, [stretch]);
    }
  }
  const links = new Map<number, Link[]>();
  for (const stretch of within(left, fromL, toL)) {
    for (const wording of wordingsOf(stretch)) {
      for (const other of byWording.get(wording) ?? []) {
        if (other.phrase === stretch.phrase) continue;
        const key = (stretch.from - left.from - fromL) * (toR - fromR + 1) + other.from - right.from - fromR;
        links.set(key, [...(links.get(key) ?? []), { left: stretch.to - stretch.from, right: other.to - other.from }]);
      }
    }
  }
  return links;
}

/** The phrases of a sentence that lie within some of its words. */
function within({ from: start, stretches }: Sentence, from: number, to: number): Stretch[] {
  return stretches.filter((stretch) => stretch.from >= start + from && stretch.to <= start + to);
}

function wordingsOf({ phrase, meanings }: Stretch): number[] {
  return [phrase, ...meanings.map(({ intended }) => intended)];
}

/** Words of the longer side. */
export function lengthOf({ left, right }: Difference): number {
  return Math.max(left[1] - left[0], right[1] - right[0]);
}
