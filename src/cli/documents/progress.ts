import { stat } from 'node:fs/promises';
import { STDIN } from '../read-input.js';
import type { Terminal } from '../terminal.js';
import type { BadLine } from './batch.js';
import { addCounts, noCounts, total, type Counts } from './counts.js';
import type { Order } from './flags.js';
import type { Watcher } from './run-shard.js';
import type { Shard } from './shards.js';

/** Milliseconds between two looks of the progress line. */
const PERIOD = 250;
/** Bad lines that are named one by one; more would hide everything else. */
const NAMED = 100;

/** Names bad lines, and shows how far a run is where stderr is a terminal. */
export interface Progress extends Watcher {
  /** Clears the progress line, so that a message can be written. */
  pause(): void;
  end(): void;
}

export async function makeWatcher(order: Order, shards: readonly Shard[], terminal: Terminal): Promise<Progress> {
  const line = order.quiet || !process.stderr.isTTY ? undefined : progressLine(await sizeOf(shards), (text) => void process.stderr.write(text));
  const name = order.quiet ? (): void => {} : badLineNamer(order, terminal);
  return {
    onRead: (bytes) => line?.read(bytes),
    onResult: (file, { counts, bad }) => {
      if (bad.length > 0) line?.clear();
      if (order.settings.onError !== 'fail') name(file, bad);
      line?.add(counts);
    },
    pause: () => line?.clear(),
    end: () => line?.clear(),
  };
}

/** Bytes of all inputs; undefined where one cannot tell. */
async function sizeOf(shards: readonly Shard[]): Promise<number | undefined> {
  const files = shards.flatMap(({ inputs }) => inputs.map(({ file }) => file));
  if (files.includes(STDIN)) return undefined;
  const sizes = await Promise.all(files.map((file) => stat(file).then(({ size }) => size, () => 0)));
  return sizes.reduce((sum, size) => sum + size, 0);
}

function badLineNamer({ errors, settings }: Order, terminal: Terminal): (file: string, bad: readonly BadLine[]) => void {
  let named = 0;
  return (file, bad) => {
    for (const { line, message } of bad) {
      if (++named > NAMED) continue;
      terminal.note(`${file}:${line}: ${message}`);
      const where = errors ?? (settings.onError === 'skip' ? 'the .errors files' : undefined);
      if (named === NAMED) terminal.note(`further bad lines are counted${where ? ` and written to ${where}` : ''}, but not named here`);
    }
  };
}

interface ProgressLine {
  read(bytes: number): void;
  add(counts: Counts): void;
  clear(): void;
}

function progressLine(size: number | undefined, write: (text: string) => void): ProgressLine {
  const counts = noCounts();
  const started = performance.now();
  let shown = -Infinity;
  let read = 0;
  return {
    read: (bytes) => void (read += bytes),
    add: (more) => {
      addCounts(counts, more);
      if (performance.now() - shown < PERIOD) return;
      shown = performance.now();
      write(`\r\u001b[K${progressText({ counts, seconds: (shown - started) / 1000, share: size ? read / size : undefined })}`);
    },
    clear: () => {
      if (shown > -Infinity) write('\r\u001b[K');
    },
  };
}

/** How far a run is, in one line; `share` of the input that was read, where it is known. */
export function progressText({ counts, seconds, share }: { counts: Counts; seconds: number; share: number | undefined }): string {
  const { documents, bytes, spun, edits, errors } = counts;
  const parts = [
    `${documents} documents`, `${(bytes / 1e6 / Math.max(seconds, 0.001)).toFixed(1)} MB/s`,
    `${((100 * spun) / Math.max(1, documents)).toFixed(1)} % spun`, `${edits} edits`, `${total(errors as Record<string, number>)} errors`,
  ];
  if (share !== undefined && share > 0) parts.push(`${Math.min(100, Math.round(100 * share))} %, ${clock((seconds * (1 - share)) / share)} left`);
  return parts.join(', ');
}

function clock(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  const pad = (number: number): string => String(number).padStart(2, '0');
  return hours > 0 ? `${hours}:${pad(minutes)}:${pad(whole % 60)}` : `${minutes}:${pad(whole % 60)}`;
}
