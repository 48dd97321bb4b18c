import type { Restorer } from '../src/types.js';
import { decimal, formatTable, whole } from '../tools/evaluate/table.js';
import { milliseconds, timeCall } from './clock.js';
import { byteLength, repeated, spunDocuments } from './texts.js';
import { worstInputs } from './worst-inputs.js';

const SMALLEST = 10_000;
const DOUBLINGS = 10;
/** Twice the text may take so many times as long. */
const ALLOWED = 2.3;
const ROUNDS = 3;
/** Lengths of the worst inputs, and milliseconds after which no longer one is tried. */
const LENGTHS = [25_000, 50_000, 100_000];
const PATIENCE = 15_000;

/** Time of `detect` and `restore` on a spun text from 10 kB to 10 MB, and how it grows at each doubling. */
export function reportGrowth(restorer: Restorer): string {
  let before: readonly number[] = [];
  const rows = Array.from({ length: DOUBLINGS + 1 }, (_, i) => SMALLEST * 2 ** i).map((bytes) => {
    const text = repeated(spunDocuments(), bytes);
    const times = [timeCall(() => restorer.detect(text), ROUNDS), timeCall(() => restorer.restore(text), ROUNDS)];
    const cells = times.flatMap((time, i) => [decimal(time, 2), ratio(time, before[i])]);
    before = times;
    return [whole(bytes), ...cells];
  });
  return formatTable(['bytes', 'detect ms', 'ratio', 'restore ms', 'ratio'], rows);
}

/** Time of `detect` and `restore` on the worst inputs we know, taken for spun so that everything runs, and the larger ratio of two doublings. */
export function reportWorst(restorer: Restorer): string {
  const rows = worstInputs().map(({ name, make }) => {
    const times = { detect: [] as number[], restore: [] as number[] };
    let bytes = 0;
    for (const length of LENGTHS) {
      const text = make(length);
      bytes = byteLength(text);
      times.detect.push(timeCall(() => restorer.detect(text), 1));
      times.restore.push(timeOnce(() => restorer.restore(text)));
      if (times.restore.at(-1)! > PATIENCE) break;
    }
    return [name, whole(bytes), ...cellsOf(times.detect), ...cellsOf(times.restore)];
  });
  return formatTable(['worst inputs', 'bytes', 'detect ms', 'ratio', 'restore ms', 'ratio'], rows);
}

/** One call, repeated once where it is short: the first may have met cold code. */
function timeOnce(run: () => unknown): number {
  const first = milliseconds(run);
  return first > 1000 ? first : Math.min(first, milliseconds(run));
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
