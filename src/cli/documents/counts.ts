import type { Reason } from './record.js';

/** What was done, in numbers. Lines = documents + all errors; documents = kept + all dropped. */
export interface Counts {
  lines: number;
  documents: number;
  /** Bytes read, unpacked. */
  bytes: number;
  /** Documents whose verdict names a family. */
  spun: number;
  families: Record<string, number>;
  /** Documents with at least one edit applied. */
  restored: number;
  edits: number;
  suggestions: number;
  /** Edits that the output format cannot express. */
  inexpressible: number;
  kept: number;
  dropped: Record<string, number>;
  errors: Partial<Record<Reason, number>>;
}

/** Counts of nothing. */
export function noCounts(): Counts {
  return {
    lines: 0, documents: 0, bytes: 0, spun: 0, families: {}, restored: 0, edits: 0, suggestions: 0, inexpressible: 0,
    kept: 0, dropped: {}, errors: {},
  };
}

/** Adds to `sum` in place. */
export function addCounts(sum: Counts, more: Counts): void {
  for (const key of ['lines', 'documents', 'bytes', 'spun', 'restored', 'edits', 'suggestions', 'inexpressible', 'kept'] as const) {
    sum[key] += more[key];
  }
  for (const key of ['families', 'dropped', 'errors'] as const) {
    for (const [name, number] of Object.entries(more[key])) countOne(sum[key], name, number);
  }
}

/** Adds to one number of a tally. */
export function countOne(tally: Record<string, number>, name: string, number = 1): void {
  tally[name] = (Object.hasOwn(tally, name) ? tally[name]! : 0) + number;
}

/** Sum of a tally. */
export function total(tally: Readonly<Record<string, number>>): number {
  return Object.values(tally).reduce((sum, number) => sum + number, 0);
}
