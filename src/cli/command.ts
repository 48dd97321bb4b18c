import { parseArgs, type ParseArgsConfig } from 'node:util';
import type { Terminal } from './terminal.js';

/** Exit codes: the work was done; something could not be read or decided; the command was called wrongly. */
export const DONE = 0;
export const FAILED = 1;
export const MISUSED = 2;

/** One command of `unspun`. */
export interface Command {
  /** As typed: `restore`, `dictionary check`. */
  readonly name: string;
  /** One line for the overview. */
  readonly summary: string;
  /** What `--help` prints: usage, options, examples. */
  readonly help: string;
  /** Runs with the arguments after the name and returns the exit code. Throws a UsageError or an InputError. */
  run(args: readonly string[], terminal: Terminal): Promise<number>;
}

/** The command was called wrongly: exit code 2. */
export class UsageError extends Error {}

/** The work could not be finished: exit code 1. */
export class WorkError extends Error {}

type Flags = NonNullable<ParseArgsConfig['options']>;
type Arguments<T extends Flags> = ReturnType<typeof parseArgs<{ args: string[]; options: T; allowPositionals: true; strict: true }>>;

/** Flags and file names of a command. Throws a UsageError that names the known flags. */
export function parseArguments<T extends Flags>(args: readonly string[], options: T): Arguments<T> {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    const known = [...Object.keys(options), 'help'].map((name) => `--${name}`).join(', ');
    throw new UsageError(`${firstSentence((error as Error).message)}; known: ${known}`);
  }
}

/** One of the known values of a flag. */
export function choose<T extends string>(flag: string, value: string, known: readonly T[]): T {
  if ((known as readonly string[]).includes(value)) return value as T;
  throw new UsageError(`got ${flag} "${value}", expected ${known.join(', ')}`);
}

/** A number from 0 to 1. */
export function probability(flag: string, value: string): number {
  const number = value.trim() === '' ? NaN : Number(value);
  if (number >= 0 && number <= 1) return number;
  throw new UsageError(`got ${flag} "${value}", expected a number from 0 to 1, such as 0.9`);
}

/** The name of a family or topic, as dictionary files have it. */
export function nameOf(flag: string, value: string): string {
  if (/^[a-z0-9][a-z0-9._-]*$/.test(value)) return value;
  throw new UsageError(`got ${flag} "${value}", expected lower-case letters, digits and hyphens, as in "synonym-spin"`);
}

/** A number with its noun: `1 edit`, `2 edits`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

function firstSentence(message: string): string {
  const text = message.split('\n')[0]!;
  const end = text.indexOf('. ');
  return (end < 0 ? text : text.slice(0, end)).replace(/\.$/, '').replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase());
}
