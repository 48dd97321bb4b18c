import { describe } from './options.js';
import type { Options, Restoration, Restorer } from './types.js';

/** Why a record could not be restored. */
export type BadRecordReason = 'no text' | 'text not a string' | 'too long';

/** A record that could not be restored. */
export interface BadRecord {
  /** Place among the records, from 0. */
  readonly index: number;
  /** The record as it came. */
  readonly record: unknown;
  /** What is wrong with it, in a word. */
  readonly reason: BadRecordReason;
  /** What was got and what was expected. */
  readonly message: string;
}

/** Options of `restoreStream` and `restoreRecords`. */
export interface RecordOptions extends Options {
  /** Key of the text in a record. Default `'text'`. */
  readonly textKey?: string;
  /** Key under which the restoration without its text (edits, suggestions, verdict) is added to each record. Default: it is not. */
  readonly annotate?: string;
  /** Longest text in UTF-16 code units. Default: any. */
  readonly maxDocument?: number;
  /** At a bad record: `'fail'` (default) throws a TypeError, `'skip'` leaves it out, `'keep'` passes it through as it is. */
  readonly onError?: 'fail' | 'skip' | 'keep';
  /** Told of each bad record, whatever is done with it. */
  readonly onBadRecord?: (bad: BadRecord) => void;
}

/** The `TransformStream` of the platform. */
export type RecordStream = typeof globalThis extends { TransformStream: { prototype: infer T } } ? T : object;

/** Makes restorers. */
type Create = (options: Options) => Restorer;

/** The web stream of the entries' `restoreStream`. */
export function recordStream(options: RecordOptions | undefined, create: Create): RecordStream {
  const restore = recordRestorer(options, create);
  const transform = (record: unknown, controller: { enqueue(record: unknown): void }): void => {
    const restored = restore(record);
    if (restored !== LEFT_OUT) controller.enqueue(restored);
  };
  return new TransformStream({ transform }) as RecordStream;
}

/** The generator of the entries' `restoreRecords`; options are checked at once, not with the first record. */
export function restoredRecords<T>(
  records: AsyncIterable<T> | Iterable<T>, options: RecordOptions | undefined, create: Create,
): AsyncGenerator<T, void, undefined> {
  return restoreEach(records, recordRestorer(options, create));
}

async function* restoreEach<T>(records: AsyncIterable<T> | Iterable<T>, restore: RecordRestorer): AsyncGenerator<T, void, undefined> {
  for await (const record of records) {
    const restored = restore(record);
    if (restored !== LEFT_OUT) yield restored as T;
  }
}

const LEFT_OUT = Symbol('left out');

type RecordRestorer = (record: unknown) => unknown;

function recordRestorer(options: RecordOptions = {}, create: Create): RecordRestorer {
  const { textKey = 'text', annotate, maxDocument = Infinity, onError = 'fail', onBadRecord, ...rest } = options;
  checkRecordOptions({ textKey, annotate, maxDocument, onError, onBadRecord });
  const restorer = create(rest);
  let index = -1;
  return (record) => {
    index++;
    const text = typeof record === 'string' ? record : textOf(record, textKey);
    const trouble = troubleOf(record, text, textKey, maxDocument);
    if (!trouble) return restoredRecord(record, textKey, annotate, restorer.restore(text as string));
    const bad: BadRecord = { index, record, ...trouble };
    onBadRecord?.(bad);
    if (onError === 'fail') throw new TypeError(`record ${index}: ${bad.message}`);
    return onError === 'keep' ? record : LEFT_OUT;
  };
}

function textOf(record: unknown, textKey: string): unknown {
  if (typeof record !== 'object' || record === null || !Object.hasOwn(record, textKey)) return undefined;
  return (record as Record<string, unknown>)[textKey];
}

function troubleOf(record: unknown, text: unknown, textKey: string, maxDocument: number): Pick<BadRecord, 'reason' | 'message'> | undefined {
  if (typeof text === 'string') {
    if (text.length <= maxDocument) return undefined;
    return { reason: 'too long', message: `got ${text.length} characters of text, expected at most ${maxDocument}; see maxDocument` };
  }
  if (text !== undefined) return { reason: 'text not a string', message: `got ${describe(text)} as "${textKey}", expected a string` };
  const got = typeof record === 'object' && record !== null ? `an object without "${textKey}"` : describe(record);
  return { reason: 'no text', message: `got ${got}, expected a text or an object with "${textKey}"; name the key in textKey` };
}

function restoredRecord(record: unknown, textKey: string, annotate: string | undefined, { text, ...annotation }: Restoration): unknown {
  if (typeof record === 'string') return text;
  const same = (record as Record<string, unknown>)[textKey] === text;
  if (same && annotate === undefined) return record;
  const copy = { ...(record as object) };
  if (!same) setOwn(copy, textKey, text);
  if (annotate !== undefined) setOwn(copy, annotate, annotation);
  return copy;
}

/** As an assignment, but `__proto__` is a key like any other. */
function setOwn(target: object, key: string, value: unknown): void {
  Object.defineProperty(target, key, { value, writable: true, enumerable: true, configurable: true });
}

function checkRecordOptions({ textKey, annotate, maxDocument, onError, onBadRecord }: Record<string, unknown>): void {
  if (typeof textKey !== 'string') throw new TypeError(`got textKey ${describe(textKey)}, expected a string`);
  if (annotate !== undefined && typeof annotate !== 'string') throw new TypeError(`got annotate ${describe(annotate)}, expected a string`);
  if (!(typeof maxDocument === 'number' && maxDocument > 0)) {
    throw new TypeError(`got maxDocument ${describe(maxDocument)}, expected a number above 0`);
  }
  if (onError !== 'fail' && onError !== 'skip' && onError !== 'keep') {
    throw new TypeError(`got onError ${describe(onError)}, expected fail, skip, keep`);
  }
  if (onBadRecord !== undefined && typeof onBadRecord !== 'function') {
    throw new TypeError(`got onBadRecord ${describe(onBadRecord)}, expected a function`);
  }
}
