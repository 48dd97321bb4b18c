import { modelWord } from '../decode/model-tokens.js';
import { alignTokens, type Difference } from './align.js';
import { lengthOf, takeApart, type Part, type Sentence } from './take-apart.js';

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
  const map = new SentenceMap(left.from, left.to, right.from, right.to);
  let [i, j] = [0, 0];
  for (const region of joinNear(found)) {
    map.match([left.from + i, left.from + region.left[0]], right.from + j);
    for (const part of takeApart(left, right, words, region)) map.add(part);
    [i, j] = [region.left[1], region.right[1]];
  }
  map.match([left.from + i, left.to], right.from + j);
  return map.finish(shorter);
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

/** The words of a sentence; both forms of the article are one, for a spinner may have made it fit. */
function wordsOf({ tokens, from, to }: Sentence): Int32Array {
  return tokens.hash.slice(from, to).map(modelWord);
}

/** Where the boundaries between the tokens of one sentence lie in the other. */
class SentenceMap {
  private readonly differences: Difference[] = [];
  /** Keys of the stretches that stand alone between equal tokens, and those met since the last of these. */
  private readonly alone = new Set<number>();
  private strange: Difference[] = [];
  /** Boundaries of the other sentence at which each boundary may lie: words that only the other has stand between them. */
  private readonly first: Int32Array;
  private readonly last: Int32Array;
  private readonly same: Uint8Array;
  private readonly from: number;
  private readonly to: number;
  private readonly right: number;

  constructor(from: number, to: number, right: number, rightEnd: number) {
    this.from = from;
    this.to = to;
    this.right = right;
    this.first = new Int32Array(to - from + 1).fill(-1);
    this.last = new Int32Array(to - from + 1).fill(-1);
    this.same = new Uint8Array(to - from);
    this.pass(from, right);
    this.pass(to, rightEnd);
  }

  /** Notes tokens that are the same on both sides. */
  match([from, to]: readonly [number, number], right: number): void {
    if (this.strange.length === 1) this.alone.add(this.keyOf(...this.strange[0]!.left));
    if (to > from) this.strange = [];
    for (let i = from; i <= to; i++) this.pass(i, right + i - from);
    this.same.fill(1, from - this.from, to - this.from);
  }

  /** Notes a part of a differing stretch; where the dictionary explains it its tokens count as the same. */
  add({ kind, left: [fromL, toL], right: [fromR, toR] }: Part): void {
    const part: Difference = { left: [this.from + fromL, this.from + toL], right: [this.right + fromR, this.right + toR] };
    if (kind === 'equal') return this.match(part.left, part.right[0]);
    this.pass(part.left[0], part.right[0]);
    this.pass(part.left[1], part.right[1]);
    this.differences.push(part);
    if (kind === 'listed') this.same.fill(1, fromL, toL);
    else this.strange.push(part);
  }

  /** The correspondence, once all is noted; `shorter` is the length of the shorter sentence. */
  finish(shorter: number): Correspondence {
    const { differences, alone, same } = this;
    return {
      differences,
      likeness: same.reduce((sum, flag) => sum + flag, 0) / shorter,
      counterpart: (from, to) => this.counterpart(from, to),
      agreement: (from, to, reach) => this.sameIn(from - reach, from) + this.sameIn(to, to + reach),
      isAlone: (from, to) => alone.has(this.keyOf(from, to)),
    };
  }

  private counterpart(from: number, to: number): readonly [number, number] | undefined {
    const start = this.last[from - this.from]!;
    const end = this.first[to - this.from]!;
    return start < 0 || end < 0 || end < start ? undefined : [start, end];
  }

  private sameIn(from: number, to: number): number {
    let sum = 0;
    for (let k = Math.max(this.from, from); k < Math.min(this.to, to); k++) sum += this.same[k - this.from]!;
    return sum;
  }

  private keyOf(from: number, to: number): number {
    return (from - this.from) * (this.to - this.from + 1) + to - this.from;
  }

  private pass(i: number, j: number): void {
    const at = i - this.from;
    if (this.first[at] === -1 || j < this.first[at]!) this.first[at] = j;
    if (j > this.last[at]!) this.last[at] = j;
  }
}
