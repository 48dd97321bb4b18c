import { builtin, type Dictionary } from './dictionary/dictionary.js';
import type { Mode, Options } from './types.js';

/** Least probability of an applied edit, by mode. Above 1: nothing is applied. */
export const MODES: Readonly<Record<Mode, number>> = { certain: 0.89, balanced: 0.59, suggest: Infinity };

const KNOWN = ['mode', 'minProbability', 'dictionaries', 'ignore', 'topics', 'assume'];

/** Options after checking. */
export interface Settings {
  readonly least: number;
  readonly dictionaries: readonly Dictionary[] | undefined;
  readonly ignore: ReadonlySet<string>;
  readonly topics: ReadonlySet<string> | undefined;
  readonly assume: string | undefined;
}

/** Checks the caller's options. Throws a TypeError that names what was got and what was expected. */
export function checkOptions(options: Options = {}): Settings {
  if (typeof options !== 'object' || options === null || Array.isArray(options)) {
    throw new TypeError(`got ${describe(options)} as options, expected an object with any of ${KNOWN.join(', ')}`);
  }
  for (const key of Object.keys(options)) {
    if (!KNOWN.includes(key)) throw new TypeError(`unknown option "${key}"; known: ${KNOWN.join(', ')}`);
  }
  const { mode = 'balanced', minProbability, dictionaries, ignore, topics, assume } = options;
  if (!Object.hasOwn(MODES, mode)) throw new TypeError(`got mode ${describe(mode)}, expected ${Object.keys(MODES).join(', ')}`);
  if (minProbability !== undefined && !(typeof minProbability === 'number' && minProbability >= 0 && minProbability <= 1)) {
    throw new TypeError(`got minProbability ${describe(minProbability)}, expected a number from 0 to 1`);
  }
  if (dictionaries !== undefined && !(Array.isArray(dictionaries) && dictionaries.every(isDictionary))) {
    throw new TypeError(`got dictionaries ${describe(dictionaries)}, expected an array of what loadDictionary returns, or builtin`);
  }
  if (assume !== undefined && typeof assume !== 'string') throw new TypeError(`got assume ${describe(assume)}, expected a family such as "synonym-spin"`);
  return {
    least: minProbability ?? MODES[mode],
    dictionaries,
    ignore: new Set(strings(ignore, 'ignore') ?? []),
    topics: topics === undefined ? undefined : new Set(strings(topics, 'topics')),
    assume,
  };
}

function isDictionary(value: unknown): value is Dictionary {
  return value === builtin || (typeof value === 'object' && value !== null && 'entries' in value && Array.isArray(value.entries));
}

function strings(value: readonly string[] | undefined, name: string): readonly string[] | undefined {
  if (value === undefined || (Array.isArray(value) && value.every((item) => typeof item === 'string'))) return value;
  throw new TypeError(`got ${name} ${describe(value)}, expected an array of strings`);
}

/** A value as an error message shows it. */
export function describe(value: unknown): string {
  if (value === null) return 'null';
  if (typeof value === 'string') return `"${value.length > 40 ? `${value.slice(0, 40)}…` : value}"`;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return Array.isArray(value) ? 'an array' : typeof value === 'object' ? 'an object' : typeof value;
}
