import { availableParallelism } from 'node:os';
import type { ParseArgsConfig } from 'node:util';
import { UsageError, choose, probability } from '../command.js';
import { STDIN, readInput } from '../read-input.js';
import type { Mode } from '../../types.js';
import { formatOf, type Kind } from './formats.js';
import { OFFSET_UNITS } from './offsets.js';
import { ON_ERROR, OUTPUTS, type CommandName, type Output, type Settings, type Sieve } from './settings.js';

/** Flags that only runs over documents have; one of them makes a run one. */
export const DOCUMENT_FLAGS = {
  'input-format': { type: 'string' }, 'text-key': { type: 'string' }, 'id-key': { type: 'string' },
  out: { type: 'string' }, output: { type: 'string' }, offsets: { type: 'string' },
  'on-error': { type: 'string' }, errors: { type: 'string' }, 'max-document': { type: 'string' },
  jobs: { type: 'string' }, summary: { type: 'string' }, 'summary-file': { type: 'string' }, fresh: { type: 'boolean' },
} as const satisfies NonNullable<ParseArgsConfig['options']>;

/** What the flags of a run over documents may hold, those of all commands together. */
export interface DocumentValues {
  readonly 'input-format'?: string;
  readonly 'text-key'?: string;
  readonly 'id-key'?: string;
  readonly out?: string;
  readonly output?: string;
  readonly offsets?: string;
  readonly 'on-error'?: string;
  readonly errors?: string;
  readonly 'max-document'?: string;
  readonly jobs?: string;
  readonly summary?: string;
  readonly 'summary-file'?: string;
  readonly fresh?: boolean;
  readonly quiet?: boolean;
  readonly mode?: string;
  readonly 'min-probability'?: string;
  readonly dictionary?: string[];
  readonly 'attributes-name'?: string;
  readonly 'mixer-config'?: string;
  readonly rejected?: string;
  readonly 'drop-from'?: string;
  readonly 'drop-family'?: string[];
  readonly 'min-words'?: string;
}

/** All that a run was asked for. */
export interface Order {
  readonly settings: Settings;
  readonly inputs: readonly string[];
  readonly kind: Kind | undefined;
  readonly out: string | undefined;
  readonly errors: string | undefined;
  readonly rejected: string | undefined;
  readonly jobs: number;
  readonly quiet: boolean;
  readonly summary: 'text' | 'json';
  readonly summaryFile: string | undefined;
  /** Do finished shards again. */
  readonly fresh: boolean;
  readonly attributesName: string;
  readonly mixerConfig: string | undefined;
}

const KINDS = ['jsonl', 'parquet', 'warc'] as const;
const MODES = ['certain', 'balanced', 'suggest'] as const;
/** Characters; a news article has some 5,000, a long book 5,000,000. */
const MAX_DOCUMENT = '5000000';
const MOST_JOBS = 256;
/** A pattern that has such an extension anywhere: `*.jsonl*`. */
const PATTERN_OF_DOCUMENTS = /[*?[{].*\.(?:jsonl|ndjson|parquet|warc|wet)\b/i;

/** Whether documents are meant: by a flag that only they have, or by a file name. */
export function wantsDocuments(values: object, files: readonly string[]): boolean {
  return Object.keys(DOCUMENT_FLAGS).some((flag) => Object.hasOwn(values, flag)) || files.some(namesDocuments);
}

function namesDocuments(file: string): boolean {
  return formatOf(file) !== undefined || PATTERN_OF_DOCUMENTS.test(file);
}

/** Checks the flags. Throws a UsageError that names what was got and what was expected. */
export async function readOrder(command: CommandName, values: DocumentValues, inputs: readonly string[]): Promise<Order> {
  const output = outputOf(command, values.output);
  const onError = choose('--on-error', values['on-error'] ?? 'fail', ON_ERROR);
  const settings: Settings = {
    command, output, onError, ...libraryOptions(values),
    textKey: values['text-key'] ?? 'text', idKey: values['id-key'] ?? 'id',
    offsets: choose('--offsets', values.offsets ?? 'utf16', OFFSET_UNITS),
    maxDocument: whole('--max-document', values['max-document'] ?? MAX_DOCUMENT, 1),
    sieve: command === 'filter' ? sieveOf(values) : undefined,
    dictionaries: await readDictionaries(values.dictionary ?? []),
  };
  return { settings, inputs, ...runOptions(values) };
}

function runOptions(values: DocumentValues): Omit<Order, 'settings' | 'inputs'> {
  const kind = values['input-format'];
  return {
    kind: kind === undefined ? undefined : choose('--input-format', kind, KINDS),
    out: values.out, errors: values.errors, rejected: values.rejected,
    jobs: values.jobs === 'auto' ? availableParallelism() : Math.min(MOST_JOBS, whole('--jobs', values.jobs ?? '1', 1)),
    quiet: values.quiet ?? false,
    summary: choose('--summary', values.summary ?? 'text', ['text', 'json']),
    summaryFile: values['summary-file'],
    fresh: values.fresh ?? false,
    attributesName: values['attributes-name'] ?? 'unspun',
    mixerConfig: values['mixer-config'],
  };
}

function outputOf(command: CommandName, value: string | undefined): Output {
  if (command === 'filter') return 'kept';
  if (command === 'detect') return choose('--output', value ?? 'verdict', ['verdict', 'annotated']);
  return choose('--output', value ?? 'text', OUTPUTS);
}

function libraryOptions(values: DocumentValues): { mode: Mode; minProbability: number | undefined } {
  const least = values['min-probability'];
  return {
    mode: choose('--mode', values.mode ?? 'balanced', MODES),
    minProbability: least === undefined ? undefined : probability('--min-probability', least),
  };
}

function sieveOf(values: DocumentValues): Sieve {
  return {
    dropFrom: probability('--drop-from', values['drop-from'] ?? '0.5'),
    families: values['drop-family'],
    minWords: whole('--min-words', values['min-words'] ?? '0', 0),
  };
}

async function readDictionaries(files: readonly string[]): Promise<{ file: string; text: string }[]> {
  if (files.includes(STDIN)) throw new UsageError('got "-" as a dictionary, expected a file');
  return Promise.all(files.map(async (file) => ({ file, text: await readInput(file) })));
}

function whole(flag: string, value: string, least: number): number {
  const number = /^\d+$/.test(value) ? Number(value) : NaN;
  if (number >= least && Number.isSafeInteger(number)) return number;
  throw new UsageError(`got ${flag} "${value}", expected a whole number of ${least} or more`);
}
