import { modelWord } from '../decode/model-tokens.js';
import type { Tokens } from '../text/tokenize.js';
import { alignTokens, type Difference } from './align.js';
import type { Stretch } from './readings.js';

/** A sentence as the alignment sees it. */
export interface Sentence {
  readonly tokens: Tokens;
  readonly from: number;
  readonly to: number;
  readonly stretches: readonly Stretch[];
}

/** How two sentences go together, token by token. Positions are token numbers of the texts. */
export interface Correspondence {
  /** Stretches that differ and belong together, words that only one side has among them; in order. */
  readonly differences: readonly Difference[];
  /** Tokens of the right sentence that stand where the tokens `from` to `to` of the left one stand; undefined where no such cut is there. */
  counterpart(from: number, to: number): readonly [from: number, to: number] | undefined;
  /** Tokens among the `reach` to either side of a stretch of the left sentence that the right sentence has too, in the same place. */
  agreement(from: number, to: number, reach: number): number;
  /** Whether a stretch is all that neither equality nor the dictionary explains between the equal tokens to its left and right. */
  isAlone(from: number, to: number): boolean;
  /** Share of the shorter sentence's tokens that the other has in the same place. */
  readonly likeness: number;
}

/** Sentences that share less of the shorter one, or fewer tokens, are two sentences. */
const LEAST_EQUAL_SHARE = 0.3;
const LEAST_EQUAL = 4;
/** Longest differing stretch that is taken apart. */
const MOST_TAKEN_APART = 16;
/** Differences with this many words between them or fewer are looked at as one, up to a length. */
const NEAR = 2;
const MOST_JOINED = 12;

/** Lays two sentences beside each other; undefined where they have too little in common. */
export function correspond(left: Sentence, right: Sentence): Correspondence | undefined {
  const words = { left: wordsOf(left), right: wordsOf(right) };
  const shorter = Math.min(words.left.length, words.right.length);
  const most = Math.floor(words.left.length + words.right.length - 2 * Math.max(LEAST_EQUAL, LEAST_EQUAL_SHARE * shorter));
  const found = most < 0 ? null : alignTokens(words.left, words.right, most);
  if (!found) return undefined;
  const map = new BoundaryMap(left.from, left.to, right.from, right.to);
  const differences: Difference[] = [];
  const alone = new Set<number>();
  let strange: Difference[] = [];
  const close = (): void => {
    if (strange.length === 1) alone.add(strange[0]!.left[0] * (left.to + 1) + strange[0]!.left[1]);
    strange = [];
  };
  let [i, j] = [0, 0];
  for (const region of joinNear(found)) {
    map.match([left.from + i, left.from + region.left[0]], [right.from + j, right.from + region.right[0]]);
    [i, j] = [region.left[1], region.right[1]];
    for (const { kind, left: [fromL, toL], right: [fromR, toR] } of takeApart(left, right, words, region)) {
      const part: Difference = { left: [left.from + fromL, left.from + toL], right: [right.from + fromR, right.from + toR] };
      if (kind === 'equal') {
        map.match(part.left, part.right);
        close();
        continue;
      }
      map.cut(part, kind === 'listed');
      differences.push(part);
      if (kind === 'other') strange.push(part);
    }
    close();
  }
  map.match([left.from + i, left.to], [right.from + j, right.to]);
  return {
    differences,
    likeness: map.count / shorter,
    counterpart: (from, to) => map.counterpart(from, to),
    agreement: (from, to, reach) => map.agreement(from, to, reach),
    isAlone: (from, to) => alone.has(from * (left.to + 1) + to),
  };
}

/** Differences with next to nothing between them, as one: a phrase of the dictionary may have a word in common with the wording it stands for. */
function joinNear(differences: readonly Difference[]): Difference[] {
  const regions: Difference[] = [];
  for (const difference of differences) {
    const last = regions.at(-1);
    const joined = last && { left: [last.left[0], difference.left[1]] as const, right: [last.right[0], difference.right[1]] as const };
    if (joined && difference.left[0] - last.left[1] <= NEAR && lengthOf(joined) <= MOST_JOINED) regions[regions.length - 1] = joined;
    else regions.push(difference);
  }
  return regions;
}

function lengthOf({ left, right }: Difference): number {
  return Math.max(left[1] - left[0], right[1] - right[0]);
}

/** The words of a sentence; both forms of the article are one, for a spinner may have made it fit. */
function wordsOf({ tokens, from, to }: Sentence): Int32Array {
  return tokens.hash.slice(from, to).map(modelWord);
}

/** Where the boundaries between the tokens of one sentence lie in the other. */
class BoundaryMap {
  count = 0;
  private readonly first: Int32Array;
  private readonly last: Int32Array;
  private readonly same: Uint8Array;
  private readonly from: number;
  private readonly to: number;

  constructor(from: number, to: number, right: number, rightEnd: number) {
    this.from = from;
    this.to = to;
    this.first = new Int32Array(to - from + 1).fill(-1);
    this.last = new Int32Array(to - from + 1).fill(-1);
    this.same = new Uint8Array(to - from);
    this.pass(from, right);
    this.pass(to, rightEnd);
  }

  /** Notes tokens that are the same on both sides. */
  match([from, to]: readonly [number, number], [right]: readonly [number, number]): void {
    for (let i = from; i <= to; i++) this.pass(i, right + i - from);
    this.same.fill(1, from - this.from, to - this.from);
    this.count += to - from;
  }

  /** Notes tokens that differ; where the dictionary explains it they count as the same. */
  cut({ left, right }: Difference, isListed: boolean): void {
    this.pass(left[0], right[0]);
    this.pass(left[1], right[1]);
    if (!isListed) return;
    this.same.fill(1, left[0] - this.from, left[1] - this.from);
    this.count += left[1] - left[0];
  }

  counterpart(from: number, to: number): readonly [number, number] | undefined {
    const start = this.last[from - this.from]!;
    const end = this.first[to - this.from]!;
    return start < 0 || end < 0 || end < start ? undefined : [start, end];
  }

  agreement(from: number, to: number, reach: number): number {
    return this.sameIn(from - reach, from) + this.sameIn(to, to + reach);
  }

  private sameIn(from: number, to: number): number {
    let sum = 0;
    for (let k = Math.max(this.from, from); k < Math.min(this.to, to); k++) sum += this.same[k - this.from]!;
    return sum;
  }

  private pass(i: number, j: number): void {
    const at = i - this.from;
    if (this.first[at] === -1 || j < this.first[at]!) this.first[at] = j;
    if (j > this.last[at]!) this.last[at] = j;
  }
}

/** Costs of the ways to pair tokens within a differing stretch: by the dictionary, one word for another, a word that only one side has. */
const LISTED = 0.3;
const SWAPPED = 1;
const LONE = 0.8;

/** A part of a differing stretch. `listed`: the dictionary says that both sides may stand for the same. */
interface Part extends Difference {
  readonly kind: 'equal' | 'listed' | 'other';
}

/** The words of two sentences, as hashes. */
interface WordPair {
  readonly left: Int32Array;
  readonly right: Int32Array;
}

/**
 * Cuts a differing stretch into parts that belong together, so that a phrase faces the phrase that the dictionary says it may be. Positions count from the
 * beginnings of the sentences.
 */
function takeApart(left: Sentence, right: Sentence, words: WordPair, region: Difference): Part[] {
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
