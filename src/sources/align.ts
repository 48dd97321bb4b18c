import { diffArrays, type ChangeObject } from 'diff';

/** A stretch in which two token sequences differ: half-open ranges in each. */
export interface Difference {
  readonly left: readonly [from: number, to: number];
  readonly right: readonly [from: number, to: number];
}

/**
 * Where two sequences of tokens differ, by the shortest edit script (Myers 1986): stretches of deletions and insertions side by side.
 * `null` where the sequences differ in more than `most` tokens, so that unrelated texts cost little.
 */
export function alignTokens(left: readonly string[], right: readonly string[], most = Infinity): Difference[] | null {
  const changes = diffArrays([...left], [...right], { maxEditLength: Math.min(most, left.length + right.length) }) as ChangeObject<string[]>[] | undefined;
  if (!changes) return null;
  const differences: Difference[] = [];
  let i = 0;
  let j = 0;
  let open: { left: [number, number]; right: [number, number] } | undefined;
  for (const { added, removed, count } of changes) {
    if (!added && !removed) {
      i += count;
      j += count;
      open = undefined;
      continue;
    }
    if (!open) differences.push((open = { left: [i, i], right: [j, j] }));
    if (removed) open.left[1] = i += count;
    else open.right[1] = j += count;
  }
  return differences;
}
