import { isUtf8 } from 'node:buffer';
import { countOne, noCounts, type Counts } from './counts.js';
import { toJson } from './json-line.js';
import type { Judge } from './judge.js';
import { idOfBytes, isTrouble, readLine, trouble, type LineDocument, type Trouble } from './record.js';
import type { Settings } from './settings.js';
import { makeTreatment, type Treated, type Treatment } from './treat.js';
import { makeAssembly, type Assembly } from './assembly.js';

const NEWLINE = 10;
/** Unlike a Buffer, what it gives has memory of its own, which can be handed to another thread. */
const ENCODER = new TextEncoder();

/** Whole lines of a file. */
export interface Batch {
  readonly bytes: Uint8Array;
  readonly file: string;
  /** Number of the first line, from 1. */
  readonly firstLine: number;
}

/** A line that could not be treated, and where it is. */
export interface BadLine extends Trouble {
  readonly line: number;
}

/** What became of a batch. */
export interface BatchResult {
  readonly output: Uint8Array;
  /** Rejected documents, as lines. */
  readonly rejected: Uint8Array;
  /** Bad lines, each as an object in JSON with file, line, reason and the line itself. */
  readonly errors: Uint8Array;
  readonly bad: readonly BadLine[];
  readonly counts: Counts;
  /** Replacement texts that occur, where attributes are written. */
  readonly replacements: readonly string[];
}

/** Treats the lines of a batch, in order. Where errors are to stop the run, the first bad line ends the result. */
export type BatchWork = (batch: Batch) => BatchResult;

export function makeBatchWork(settings: Settings, judge: Judge): BatchWork {
  const treatment = makeTreatment(settings, judge);
  return (batch) => {
    const run = beginRun(settings, batch);
    const checked = isUtf8(batch.bytes);
    const { buffer } = run;
    for (let from = 0; from < buffer.length && !run.stopped; ) {
      const newline = buffer.indexOf(NEWLINE, from);
      const to = newline < 0 ? buffer.length : newline;
      const next = newline < 0 ? to : to + 1;
      takeLine(run, treatment, readLine(buffer, from, to, checked, settings), { from, to, next });
      from = next;
    }
    return endRun(run);
  };
}

/** A line of the batch: text up to `to`, line feed up to `next`. */
interface Place {
  readonly from: number;
  readonly to: number;
  readonly next: number;
}

interface Run {
  readonly settings: Settings;
  readonly batch: Batch;
  readonly buffer: Buffer;
  readonly output: Assembly;
  readonly rejected: string[];
  readonly errors: string[];
  readonly bad: BadLine[];
  readonly counts: Counts;
  readonly replacements: Set<string>;
  stopped: boolean;
}

function beginRun(settings: Settings, batch: Batch): Run {
  const { bytes } = batch;
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const output = makeAssembly(buffer);
  return { settings, batch, buffer, output, rejected: [], errors: [], bad: [], counts: noCounts(), replacements: new Set(), stopped: false };
}

function endRun({ output, rejected, errors, bad, counts, replacements, buffer }: Run): BatchResult {
  counts.bytes = buffer.length;
  const aside = { rejected: ENCODER.encode(rejected.join('')), errors: ENCODER.encode(errors.join('')) };
  return { output: output.bytes(), ...aside, bad, counts, replacements: [...replacements] };
}

function takeLine(run: Run, treatment: Treatment, read: LineDocument | Trouble, place: Place): void {
  run.counts.lines++;
  if (isTrouble(read)) return takeTrouble(run, read, place);
  const { documents } = run.counts;
  let treated: Treated;
  try {
    treated = treatment(read, run.counts);
  } catch (error) {
    run.counts.documents = documents;
    const what = (error as Error).stack ?? String(error);
    return takeTrouble(run, trouble('failed', `${what}; this is a bug, please report it with the text that caused it`), place);
  }
  treated.replacements?.forEach((replacement) => run.replacements.add(replacement));
  if (treated.rejected !== undefined) run.rejected.push(`${treated.rejected}\n`);
  if (treated.dropped !== undefined) return;
  if (treated.line === undefined) run.output.keep(place.from, place.next);
  else run.output.put(lineEnded(run.settings, treated.line, place));
}

/** Documents that stay keep the end of their line, be it missing; rows of our own end in a line feed. */
function lineEnded({ output }: Settings, line: string, { to, next }: Place): string {
  return next > to || output === 'verdict' || output === 'dolma' ? `${line}\n` : line;
}

function takeTrouble(run: Run, { reason, message }: Trouble, place: Place): void {
  const { settings, batch, output, counts } = run;
  const line = batch.firstLine + counts.lines - 1;
  countOne(counts.errors, reason);
  run.bad.push({ line, reason, message });
  const bytes = run.buffer.subarray(place.from, place.to);
  run.errors.push(`${toJson({ file: batch.file, line, reason, message, ...rawOf(bytes) })}\n`);
  if (settings.onError === 'fail') run.stopped = true;
  // A file of attributes is read row by row beside its documents, so a bad line leaves a row in it, too.
  else if (settings.output === 'dolma') output.put(`{"id":${idOfBytes(bytes, settings.idKey)},"attributes":{}}\n`);
  else if (settings.onError === 'keep') output.keep(place.from, place.next);
}

/** The bytes of a bad line, as text where they are text. */
export function rawOf(bytes: Buffer): { raw: string } | { base64: string } {
  return isUtf8(bytes) ? { raw: bytes.toString('utf8') } : { base64: bytes.toString('base64') };
}
