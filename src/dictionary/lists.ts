/** Lists of numbers laid end to end: list i is `values` from `start[i]` up to `start[i + 1]`. Thousands of short arrays would cost more than what is in them. */
export interface Lists {
  readonly start: Int32Array;
  readonly values: Int32Array;
}

/** Lays arrays end to end. */
export function listsOf(arrays: readonly (readonly number[])[]): Lists {
  const start = new Int32Array(arrays.length + 1);
  arrays.forEach((array, i) => (start[i + 1] = start[i]! + array.length));
  const values = new Int32Array(start[arrays.length]!);
  arrays.forEach((array, i) => values.set(array, start[i]));
  return { start, values };
}

/** List `i` as an array of its own. */
export function listAt({ start, values }: Lists, i: number): number[] {
  return Array.from(values.subarray(start[i], start[i + 1]));
}

/** Number of lists. */
export function countOf({ start }: Lists): number {
  return start.length - 1;
}
