import { writeFile } from 'node:fs/promises';
import { count } from '../command.js';
import type { Terminal } from '../terminal.js';
import { total, type Counts } from './counts.js';
import type { Order } from './flags.js';

/** What a run came to. */
export interface Tally {
  readonly counts: Counts;
  /** Shards done now, found done by an earlier run, and failed. */
  readonly done: number;
  readonly before: number;
  readonly failed: number;
  readonly seconds: number;
}

/** Writes the summary to stderr, and to a file where one is named. */
export async function report(tally: Tally, { settings, quiet, summary, summaryFile }: Order, terminal: Terminal): Promise<void> {
  const json = summaryJson(tally, settings.command);
  if (summaryFile !== undefined) await writeFile(summaryFile, `${json}\n`);
  if (quiet) return;
  if (summary === 'json') process.stderr.write(`${json}\n`);
  else terminal.note(summaryText(tally, settings.command));
}

/** The summary as one line of JSON. */
export function summaryJson({ counts, done, before, failed, seconds }: Tally, command: string): string {
  const { bytes, ...rest } = counts;
  return JSON.stringify({ command, files: { done, before, failed }, ...rest, bytes, seconds: Number(seconds.toFixed(3)) });
}

/** The summary as a few lines of text. */
export function summaryText({ counts, done, before, failed, seconds }: Tally, command: string): string {
  const { documents, lines, bytes, spun, families, restored, edits, suggestions, inexpressible, kept, dropped, errors } = counts;
  const bad = total(errors as Record<string, number>);
  const speed = `${(bytes / 1e6).toFixed(1)} MB in ${seconds.toFixed(1)} s`;
  const text = [
    `${count(documents, 'document')} of ${count(lines, 'line')}, ${speed}${filesText(done, before, failed)}`,
    `spun: ${spun} (${((100 * spun) / Math.max(1, documents)).toFixed(2)} %)${tallyText(families)}`,
  ];
  if (command === 'restore') text.push(`restored: ${restored}, ${count(edits, 'edit')}, ${count(suggestions, 'suggestion')}`);
  if (inexpressible > 0) text.push(`${count(inexpressible, 'edit')} with {} in the replacement left out, which Dolma cannot express`);
  if (command === 'filter') text.push(`kept: ${kept}, dropped: ${total(dropped)}${tallyText(dropped)}`);
  if (bad > 0) text.push(`bad lines: ${bad}${tallyText(errors as Record<string, number>)}`);
  return text.join('\n');
}

function filesText(done: number, before: number, failed: number): string {
  if (done + before + failed === 1 && failed === 0 && before === 0) return '';
  const parts = [`${count(done, 'file')} written`];
  if (before > 0) parts.push(`${before} done before`);
  if (failed > 0) parts.push(`${failed} not readable`);
  return `; ${parts.join(', ')}`;
}

function tallyText(tally: Readonly<Record<string, number>>): string {
  const parts = Object.entries(tally).sort(([, a], [, b]) => b - a).map(([name, number]) => `${name} ${number}`);
  return parts.length > 0 ? ` (${parts.join(', ')})` : '';
}
