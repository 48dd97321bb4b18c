import type { Restorer } from '../src/types.js';
import { formatTable, whole } from '../tools/evaluate/table.js';
import { median, milliseconds } from './clock.js';
import { loadPeers } from './peers.js';
import { byteLength } from './texts.js';

const ROUNDS = 5;
/** Milliseconds of warming up, which also tells how many documents one round can hold. */
const WARM_UP = 1200;
const ROUND = 400;
/** Documents between two looks at the clock. */
const BATCH = [...Array(5).keys()];

/** Someone who reads documents. */
export interface Contender {
  readonly name: string;
  read(text: string): unknown;
}

/** Throughput on clean and on spun documents, warm, one core, median of five rounds that all contenders run in turn. */
export async function reportSpeed(
  restorer: Restorer, phrases: readonly string[], clean: readonly string[], spun: readonly string[],
): Promise<string> {
  const contenders: Contender[] = [
    { name: 'unspun detect', read: (text) => restorer.detect(text) },
    { name: 'unspun restore', read: (text) => restorer.restore(text) },
    ...(await loadPeers(phrases)),
  ];
  const onClean = race(contenders, clean);
  const onSpun = race(contenders, spun);
  return formatTable(['MB/s', 'clean', 'spun'], contenders.map(({ name }, i) => [name, digits(onClean[i]!), digits(onSpun[i]!)]));
}

/** Megabytes a second of each contender. */
function race(contenders: readonly Contender[], documents: readonly string[]): number[] {
  const loads = contenders.map((contender) => warmUp(contender, documents));
  const rounds = Array.from({ length: ROUNDS }, () => contenders.map((contender, i) => run(contender, loads[i]!)));
  return contenders.map((_, i) => median(rounds.map((round) => round[i]!)));
}

/** Reads for a while, and returns as many documents as fill a round. */
function warmUp({ read }: Contender, documents: readonly string[]): string[] {
  let count = 0;
  let spent = 0;
  while (spent < WARM_UP) spent += milliseconds(() => BATCH.forEach(() => read(documents[count++ % documents.length]!)));
  const perRound = Math.max(1, Math.round((count * ROUND) / spent));
  return Array.from({ length: perRound }, (_, i) => documents[i % documents.length]!);
}

function run({ read }: Contender, load: readonly string[]): number {
  const bytes = load.reduce((sum, text) => sum + byteLength(text), 0);
  return bytes / 1000 / milliseconds(() => load.forEach(read));
}

function digits(value: number): string {
  return value >= 100 ? whole(value) : value.toPrecision(3);
}
