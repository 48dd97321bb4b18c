import { DONE, FAILED, WorkError } from '../command.js';
import { InputError, STDIN } from '../read-input.js';
import type { Terminal } from '../terminal.js';
import { addCounts, noCounts } from './counts.js';
import { gatherCrew } from './crew.js';
import { placeAttributes, writeMixerConfiguration } from './dolma-files.js';
import { readOrder, type DocumentValues, type Order } from './flags.js';
import { openJournal, type Journal } from './journal.js';
import { makeWatcher, type Progress } from './progress.js';
import { runShard, type ShardReport, type ShardWork } from './run-shard.js';
import type { CommandName } from './settings.js';
import { findShards, type Shard, type Shards } from './shards.js';
import { endOnSignals } from './signals.js';
import { report, type Tally } from './summary.js';

/** Runs a command over documents and returns the exit code. */
export async function runDocuments(command: CommandName, values: DocumentValues, files: readonly string[], terminal: Terminal): Promise<number> {
  const order = await readOrder(command, values, files);
  const shards = await planShards(order);
  terminal.expectAll();
  endOnSignals(terminal);
  const watcher = await makeWatcher(order, shards.shards, terminal);
  try {
    const { tally, replacements } = await runShards(shards, order, { terminal, watcher });
    if (order.mixerConfig !== undefined) await writeMixerConfiguration(order, shards.shards, replacements);
    watcher.end();
    await report(tally, order, terminal);
    return tally.failed > 0 ? FAILED : DONE;
  } finally {
    watcher.end();
    stopReading(shards);
  }
}

/** A run that ends early does not wait for the end of its input. */
function stopReading({ shards }: Shards): void {
  if (shards.some(({ inputs }) => inputs.some(({ file }) => file === STDIN))) process.stdin.destroy();
}

async function planShards(order: Order): Promise<Shards> {
  const { settings } = order;
  if (settings.output === 'dolma' && order.out === undefined) return placeAttributes(order);
  return findShards({ ...order, output: settings.output, needsErrors: settings.onError === 'skip' });
}

interface Setting {
  readonly terminal: Terminal;
  readonly watcher: Progress;
}

async function runShards({ shards, folder }: Shards, order: Order, setting: Setting): Promise<{ tally: Tally; replacements: Set<string> }> {
  const started = performance.now();
  const journal = folder === undefined ? undefined : await openJournal(folder, order.settings, order.fresh);
  const crew = await gatherCrew(order.settings, order.jobs);
  const replacements = new Set<string>();
  const counts = noCounts();
  const files = { done: 0, before: 0, failed: 0 };
  try {
    for (const shard of shards) {
      const { outcome, came } = await doOnce(shard, { ...setting, settings: order.settings, crew }, journal);
      files[outcome]++;
      if (came) addCounts(counts, came.counts);
      came?.replacements.forEach((replacement) => replacements.add(replacement));
    }
  } finally {
    await crew.dismiss();
  }
  return { tally: { counts, ...files, seconds: (performance.now() - started) / 1000 }, replacements };
}

interface Outcome {
  readonly outcome: 'done' | 'before' | 'failed';
  readonly came?: ShardReport;
}

/** Does a shard, unless an earlier run has done it. */
async function doOnce(shard: Shard, work: ShardWork & Setting, journal: Journal | undefined): Promise<Outcome> {
  const earlier = await journal?.find(shard);
  if (earlier) return { outcome: 'before', came: earlier };
  const stamps = await journal?.stamp(shard);
  const came = await tryShard(shard, work);
  if (!came) return { outcome: 'failed' };
  await journal?.enter(shard, stamps, came);
  return { outcome: 'done', came };
}

/** An input that cannot be read is reported, and the other shards are done; any other failure ends the run. */
async function tryShard(shard: Shard, work: ShardWork & Setting): Promise<ShardReport | undefined> {
  try {
    return await runShard(shard, work);
  } catch (error) {
    work.watcher.pause();
    if (!(error instanceof InputError) || error instanceof WorkError) throw error;
    work.terminal.note(error.message);
    return undefined;
  }
}
