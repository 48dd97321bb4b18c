/** A stretch in which two token sequences differ: half-open ranges in each. */
export interface Difference {
  readonly left: readonly [from: number, to: number];
  readonly right: readonly [from: number, to: number];
}

/** A run of tokens that both sequences have, and the runs before it on the same path. */
interface Run {
  readonly left: number;
  readonly right: number;
  readonly length: number;
  readonly before: Run | undefined;
}

/**
 * Where two sequences of tokens differ, by the shortest edit script (Myers 1986): stretches of deletions and insertions side by side.
 * `null` where the sequences differ in more than `most` tokens, so that unrelated texts cost little: time grows with their length times the differences.
 *
 * @example alignTokens(['a', 'cold', 'war'], ['a', 'war'])  // [{ left: [1, 2], right: [1, 1] }]
 */
export function alignTokens(left: ArrayLike<string | number>, right: ArrayLike<string | number>, most = Infinity): Difference[] | null {
  const last = shortestPath(left, right, Math.min(most, left.length + right.length));
  return last === null ? null : between(last, left.length, right.length);
}

/** The runs of the shortest edit script, the last one first; null where it has more than `most` steps. */
function shortestPath(left: ArrayLike<string | number>, right: ArrayLike<string | number>, most: number): Run | undefined | null {
  const goal = left.length - right.length;
  // Furthest token of the left sequence that is reached on each diagonal (left minus right position), and the runs on the way there.
  const reach = new Map<number, number>([[1, 0]]);
  const runs = new Map<number, Run | undefined>();
  for (let steps = 0; steps <= most; steps++) {
    const lowest = -Math.min(steps, 2 * right.length - steps);
    const highest = Math.min(steps, 2 * left.length - steps);
    for (let diagonal = lowest; diagonal <= highest; diagonal += 2) {
      const inserts = diagonal === -steps || (diagonal !== steps && (reach.get(diagonal - 1) ?? -1) < (reach.get(diagonal + 1) ?? -1));
      const start = inserts ? reach.get(diagonal + 1)! : reach.get(diagonal - 1)! + 1;
      const before = runs.get(inserts ? diagonal + 1 : diagonal - 1);
      let at = start;
      while (at < left.length && at - diagonal < right.length && left[at] === right[at - diagonal]) at++;
      const run = at > start ? { left: start, right: start - diagonal, length: at - start, before } : before;
      if (diagonal === goal && at >= left.length) return run;
      reach.set(diagonal, at);
      runs.set(diagonal, run);
    }
  }
  return null;
}

/** What lies between the runs. */
function between(last: Run | undefined, left: number, right: number): Difference[] {
  const differences: Difference[] = [];
  let ends: readonly [number, number] = [left, right];
  for (let run = last; run; run = run.before) {
    const after = [run.left + run.length, run.right + run.length] as const;
    if (after[0] < ends[0] || after[1] < ends[1]) differences.push({ left: [after[0], ends[0]], right: [after[1], ends[1]] });
    ends = [run.left, run.right];
  }
  if (ends[0] > 0 || ends[1] > 0) differences.push({ left: [0, ends[0]], right: [0, ends[1]] });
  return differences.reverse();
}
