/** Milliseconds that a measurement should take at least, and from which on one call is enough. */
const LEAST = 30;
const LONG = 3000;

/** The middle one of an odd number of values. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1]!;
}

/** Milliseconds of processor time that one run takes, all threads of this process together: what else the machine does hardly counts. */
export function milliseconds(run: () => unknown): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Milliseconds by the clock on the wall. */
export function wallMilliseconds(run: () => unknown): number {
  const before = performance.now();
  run();
  return performance.now() - before;
}

/** Milliseconds of one call in the fastest of some rounds, short calls being repeated until they can be timed; a long call is made once. */
export function timeCall(run: () => unknown, rounds: number): number {
  const once = milliseconds(run);
  if (once > LONG) return once;
  const calls = Math.max(1, Math.ceil(LEAST / Math.max(once, 0.01)));
  const repeat = (): void => {
    for (let call = 0; call < calls; call++) run();
  };
  return Math.min(once, ...Array.from({ length: rounds }, () => milliseconds(repeat) / calls));
}
