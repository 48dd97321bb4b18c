/** Milliseconds that a measurement should take at least. */
const LEAST = 30;
/** Calls longer than this are timed a few times only: they scatter less. */
const LONG = 2000;
const FEW = 3;

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

/**
 * Milliseconds of one call in the fastest of some rounds after a first call, short calls being repeated until they can be timed: what else the machine does
 * only ever adds time, and ratios of two sizes must not be ratios of two disturbances.
 */
export function timeCall(run: () => unknown, rounds: number): number {
  const once = milliseconds(run);
  const calls = Math.max(1, Math.ceil(LEAST / Math.max(once, 0.01)));
  const repeat = (): void => {
    for (let call = 0; call < calls; call++) run();
  };
  const wanted = once > LONG ? Math.min(rounds, FEW) : rounds;
  return Math.min(...Array.from({ length: wanted }, () => milliseconds(repeat) / calls));
}
