/** The middle one of an odd number of values. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1]!;
}

/** Milliseconds that one run takes. */
export function milliseconds(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

/** Median over `rounds` of the milliseconds of one call, short calls being repeated until they can be timed. */
export function timeCall(run: () => unknown, rounds: number): number {
  const once = milliseconds(run);
  const calls = Math.max(1, Math.ceil(LEAST / Math.max(once, 0.01)));
  const each = (): number => milliseconds(() => {
    for (let call = 0; call < calls; call++) run();
  }) / calls;
  if (once > LONG) return once;
  return median(Array.from({ length: rounds }, each));
}

/** Milliseconds that a measurement should take at least, and from which on one is enough. */
const LEAST = 30;
const LONG = 3000;
