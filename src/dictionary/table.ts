import { tokenize } from '../text/tokenize.js';
import type { Problem } from './read.js';

/** A pair of a table: one observed form and its head. */
export interface TablePair {
  readonly observed: string;
  readonly intended: string;
}

/** Where to find a pair in a table. */
export interface TableColumns {
  /** Name of the file, for messages. */
  readonly file: string;
  /** Names in the first row. */
  readonly observed: string;
  readonly intended: string;
}

/** A row of a table and the line it begins on. */
export interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

const DELIMITERS = ['\t', ',', ';', '|'];
/** As in dictionary files. */
const MAX_PHRASE = 120;

/**
 * Reads pairs from CSV or TSV text whose first row names the columns; the delimiter is the one under which both columns are found.
 * Rows that hold no usable pair are left out and listed as problems.
 *
 * @throws {TypeError} where the columns are not in the first row, or a quote is never closed.
 */
export function readPairs(text: string, columns: TableColumns): { pairs: TablePair[]; problems: Problem[] } {
  const delimiter = delimiterOf(text, columns);
  const [header, ...rows] = readRows(text, delimiter, columns.file);
  const names = header!.cells.map(tidy);
  const observedAt = names.indexOf(columns.observed);
  const intendedAt = names.indexOf(columns.intended);
  const pairs: TablePair[] = [];
  const problems: Problem[] = [];
  for (const { line, cells } of rows) {
    const pair = { observed: tidy(cells[observedAt]), intended: tidy(cells[intendedAt]) };
    const message = wrongWith(pair, columns);
    if (message === undefined) pairs.push(pair);
    else problems.push({ where: `${columns.file}:${line}`, severity: 'error', message });
  }
  return { pairs, problems };
}

/**
 * Rows of delimited text (RFC 4180: cells in double quotes may hold the delimiter, line breaks and doubled quotes). Empty lines
 * are left out.
 *
 * @throws {TypeError} where a quote is never closed.
 */
export function readRows(text: string, delimiter: string, file = 'table'): Row[] {
  const rows: Row[] = [];
  let line = 1;
  for (let at = startOf(text); at < text.length; ) {
    const row = readRow(text, at, delimiter);
    if (!row) throw new TypeError(`${file}:${line}: got a quote that is never closed; close it, or double it inside a quoted cell`);
    if (row.cells.length > 1 || row.cells[0] !== '') rows.push({ line, cells: row.cells });
    line += text.slice(at, row.end).split('\n').length - 1;
    at = row.end;
  }
  return rows;
}

/** Where the first row begins: after a byte order mark. */
function startOf(text: string): number {
  return text.startsWith('\ufeff') ? 1 : 0;
}

function readRow(text: string, from: number, delimiter: string): { cells: string[]; end: number } | undefined {
  const cells: string[] = [];
  for (let at = from; ; ) {
    const cell = text[at] === '"' ? readQuoted(text, at, delimiter) : readBare(text, at, delimiter);
    if (!cell) return undefined;
    cells.push(cell.text);
    if (text[cell.end] !== delimiter) return { cells, end: Math.min(text.length, cell.end + 1) };
    at = cell.end + 1;
  }
}

/** A cell without quotes; `end` is at the delimiter or the line break. */
function readBare(text: string, from: number, delimiter: string): { text: string; end: number } {
  let end = from;
  while (end < text.length && text[end] !== delimiter && text[end] !== '\n') end++;
  const last = text[end] !== delimiter && text[end - 1] === '\r' && end > from ? end - 1 : end;
  return { text: text.slice(from, last), end };
}

function readQuoted(text: string, from: number, delimiter: string): { text: string; end: number } | undefined {
  let close = text.indexOf('"', from + 1);
  while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
  if (close < 0) return undefined;
  // What follows the closing quote should be a delimiter; anything else is taken along, as other readers do.
  const rest = readBare(text, close + 1, delimiter);
  return { text: text.slice(from + 1, close).replaceAll('""', '"') + rest.text, end: rest.end };
}

function delimiterOf(text: string, { file, observed, intended }: TableColumns): string {
  const start = startOf(text);
  const named = DELIMITERS.map((delimiter) => (readRow(text, start, delimiter)?.cells ?? []).map(tidy).filter((name) => name !== ''));
  const fitting = named.findIndex((names) => names.includes(observed) && names.includes(intended));
  if (fitting >= 0) return DELIMITERS[fitting]!;
  const most = named.reduce((a, b) => (b.length > a.length ? b : a));
  const got = most.length > 0 ? most.map((name) => `"${name}"`).join(', ') : 'no columns';
  const expected = `expected "${observed}" and "${intended}"; name the columns as the first row does`;
  throw new TypeError(`${file}:1: got ${got} in the first row, ${expected}`);
}

function tidy(cell: string | undefined): string {
  return (cell ?? '').replace(/\s+/g, ' ').trim();
}

function wrongWith({ observed, intended }: TablePair, columns: TableColumns): string | undefined {
  for (const [column, phrase] of [[columns.observed, observed], [columns.intended, intended]] as const) {
    if (phrase === '') return `got nothing in column "${column}", expected a phrase; fill it or remove the row`;
    if (phrase.length > MAX_PHRASE) return `got ${phrase.length} characters in column "${column}", expected at most ${MAX_PHRASE}`;
    if (tokenize(phrase).count === 0) return `got "${phrase}" in column "${column}", expected at least one letter or digit`;
  }
  return observed === intended ? `"${observed}" is its own head; remove the row` : undefined;
}
