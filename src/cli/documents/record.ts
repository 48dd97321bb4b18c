import { isUtf8 } from 'node:buffer';
import { findValue, toJson } from './json-line.js';

/** Why a line cannot be treated. */
export const REASONS = ['not UTF-8', 'empty line', 'not JSON', 'not an object', 'no text', 'text not a string', 'too long', 'failed'] as const;
export type Reason = (typeof REASONS)[number];

/** A line that cannot be treated. */
export interface Trouble {
  readonly reason: Reason;
  /** What was got and what was expected. */
  readonly message: string;
}

/** A document as it stands in its line. */
export interface LineDocument {
  /** The line as it was, without its line feed. */
  readonly line: string;
  readonly record: Readonly<Record<string, unknown>>;
  readonly text: string;
}

export interface Keys {
  readonly textKey: string;
  readonly maxDocument: number;
}

/** The document of a line, or what is wrong with it. `checked`: the bytes are known to be UTF-8. */
export function readLine(bytes: Buffer, from: number, to: number, checked: boolean, keys: Keys): LineDocument | Trouble {
  if (!checked && !isUtf8(bytes.subarray(from, to))) return trouble('not UTF-8', 'got bytes that are not UTF-8; convert the file');
  const line = bytes.toString('utf8', from, to);
  let record: unknown;
  try {
    record = JSON.parse(line.charCodeAt(0) === 0xfeff ? line.slice(1) : line);
  } catch (error) {
    return line.trim() === '' ? trouble('empty line', 'got an empty line, expected a JSON object') : notJson(error as Error);
  }
  if (typeof record !== 'object' || record === null || Array.isArray(record)) {
    return trouble('not an object', `got ${kindOf(record)}, expected a JSON object`);
  }
  return checkText(line, record as Record<string, unknown>, keys);
}

/** The id of a document as JSON, byte for byte as it stood where it is not a string; `null` where it has none. */
export function idOf({ line, record }: LineDocument, idKey: string): string {
  if (!Object.hasOwn(record, idKey)) return 'null';
  const id = record[idKey];
  if (typeof id === 'string') return toJson(id);
  const span = findValue(line, idKey)!;
  return line.slice(span.start, span.end);
}

/** As `idOf`, for a line of which nothing is known. */
export function idOfBytes(bytes: Buffer, idKey: string): string {
  const read = readLine(bytes, 0, bytes.length, false, { textKey: idKey, maxDocument: Infinity });
  if (!isTrouble(read)) return idOf(read, idKey);
  return read.reason === 'text not a string' ? idOf({ line: bytes.toString('utf8'), record: { [idKey]: undefined }, text: '' }, idKey) : 'null';
}

/** Whether a line could not be read. */
export function isTrouble(read: LineDocument | Trouble): read is Trouble {
  return 'reason' in read;
}

/** What speaks against a text, or undefined. */
export function textTrouble(text: unknown, { textKey, maxDocument }: Keys): Trouble | undefined {
  if (typeof text !== 'string') return trouble('text not a string', `got ${kindOf(text)} as "${textKey}", expected a string`);
  if (text.length > maxDocument) {
    return trouble('too long', `got ${text.length} characters of text, expected at most ${maxDocument}; see --max-document`);
  }
  return undefined;
}

export function trouble(reason: Reason, message: string): Trouble {
  return { reason, message };
}

function checkText(line: string, record: Record<string, unknown>, keys: Keys): LineDocument | Trouble {
  if (!Object.hasOwn(record, keys.textKey)) return noText(record, keys.textKey);
  const text = record[keys.textKey];
  return textTrouble(text, keys) ?? { line, record, text: text as string };
}

function noText(record: Record<string, unknown>, textKey: string): Trouble {
  const names = Object.keys(record).slice(0, 8).map((name) => `"${name.slice(0, 30)}"`);
  const got = names.length === 0 ? 'an object without keys' : `an object with ${names.join(', ')}`;
  return trouble('no text', `got ${got}, expected "${textKey}"; name the key of the text with --text-key`);
}

function notJson(error: Error): Trouble {
  return trouble('not JSON', `the line is not JSON: ${error.message.slice(0, 120)}`);
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'an array' : typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
