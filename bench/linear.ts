import type { Restorer } from '../src/types.js';
import { decimal, formatTable, whole } from '../tools/evaluate/table.js';
import { timeCall } from './clock.js';
import { byteLength, repeated, spunDocuments } from './texts.js';
import { worstInputs } from './worst-inputs.js';

const SMALLEST = 10_000;
const DOUBLINGS = 10;
/** Twice the text may take so many times as long. */
const ALLOWED = 2.3;
const ROUNDS = 5;
/** Bytes restored before anything is timed. */
const WARM_UP = 1_000_000;
const LENGTHS = [25_000, 50_000, 100_000];
/** Milliseconds after which no longer text is tried: growth that is not linear would take for ever. */
const PATIENCE = 30_000;

/** Time of `detect` and `restore` on a spun text from 10 kB to 10 MB, and how it grows at each doubling. */
export function reportGrowth(restorer: Restorer): string {
  // The compiler must be done with everything before the first figure.
  restorer.restore(repeated(spunDocuments(), WARM_UP));
  let before: readonly number[] = [];
  const rows = Array.from({ length: DOUBLINGS + 1 }, (_, i) => SMALLEST * 2 ** i).map((bytes) => {
    if (before.some((time) => time > PATIENCE)) return [whole(bytes), 'not tried'];
    const text = repeated(spunDocuments(), bytes);
    const times = [timeCall(() => restorer.detect(text), ROUNDS), timeCall(() => restorer.restore(text), ROUNDS)];
    const cells = times.flatMap((time, i) => [decimal(time, 2), ratio(time, before[i])]);
    before = times;
    return [whole(bytes), ...cells];
  });
  return formatTable(['bytes', 'detect ms', 'ratio', 'restore ms', 'ratio'], rows);
}

/** Time of `detect` and `restore` on the worst inputs we know, taken for spun so that everything runs; the larger of two ratios. */
export function reportWorst(restorer: Restorer): string {
  const rows = worstInputs().map(({ name, make }) => {
    const detect: number[] = [];
    const restore: number[] = [];
    let bytes = 0;
    for (const length of LENGTHS) {
      if ((restore.at(-1) ?? 0) > PATIENCE) break;
      const text = make(length);
      bytes = byteLength(text);
      detect.push(timeCall(() => restorer.detect(text), ROUNDS));
      restore.push(timeCall(() => restorer.restore(text), 1));
    }
    return [name, whole(bytes), ...cellsOf(detect), ...cellsOf(restore)];
  });
  return formatTable(['worst inputs', 'bytes', 'detect ms', 'ratio', 'restore ms', 'ratio'], rows);
}

function cellsOf(times: readonly number[]): string[] {
  const ratios = times.slice(1).map((time, i) => time / times[i]!);
  return [decimal(times.at(-1)!, 2), verdictOn(Math.max(...ratios))];
}

function ratio(time: number, before: number | undefined): string {
  return before === undefined ? '' : verdictOn(time / before);
}

function verdictOn(value: number): string {
  return `${decimal(value, 2)}${value > ALLOWED ? ' !' : ''}`;
}
