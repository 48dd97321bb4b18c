import { applyEdits } from '../rewrite/apply.js';
import type { Edit, Restoration } from '../types.js';

/** An edit of the text or a suggestion for it, numbered in order of appearance. */
export interface Change {
  readonly number: number;
  readonly edit: Edit;
  /** Whether the restored text has it. */
  readonly applied: boolean;
}

/** A part of the text that is shown in one row: whole lines, the line break at the end left out. */
export interface Row {
  /** Half-open span of the text. */
  readonly start: number;
  readonly end: number;
  readonly changes: readonly Change[];
}

/**
 * All edits and suggestions of a result, by place.
 *
 * @throws {TypeError} where they overlap, or are not those of the text.
 */
export function changesOf(text: string, { edits, suggestions }: Pick<Restoration, 'edits' | 'suggestions'>): Change[] {
  const all = [...edits.map((edit) => ({ edit, applied: true })), ...suggestions.map((edit) => ({ edit, applied: false }))];
  all.sort((a, b) => a.edit.start - b.edit.start || a.edit.end - b.edit.end);
  try {
    applyEdits(text, all.map(({ edit }) => edit));
  } catch (error) {
    throw new TypeError(`the result does not belong to the text: ${(error as Error).message}`);
  }
  return all.map((change, number) => ({ number, ...change }));
}

/** Cuts a text into rows of one line each, or more where an edit spans a line break; empty lines and a byte order mark are left out. */
export function rowsOf(text: string, changes: readonly Change[]): Row[] {
  const rows: Row[] = [];
  let next = 0;
  const first = text.startsWith('\ufeff') ? 1 : 0;
  for (let start = first; start < text.length; ) {
    const own: Change[] = [];
    let end = lineEnd(text, start);
    for (; next < changes.length && changes[next]!.edit.start <= end; next++) {
      own.push(changes[next]!);
      end = Math.max(end, lineEnd(text, changes[next]!.edit.end));
    }
    const inner = withoutReturn(text, end, own);
    if (own.length > 0 || text.slice(start, inner).trim() !== '') rows.push({ start, end: inner, changes: own });
    start = end + 1;
  }
  return rows;
}

/** Finds line and column of places asked for in ascending order: both from 1, in UTF-16 code units, a byte order mark not counted. */
export function placeFinder(text: string): (at: number) => { line: number; column: number } {
  let line = 1;
  let from = text.startsWith('\ufeff') ? 1 : 0;
  let next = text.indexOf('\n');
  return (at) => {
    for (; next >= 0 && next < at; next = text.indexOf('\n', next + 1)) {
      line++;
      from = next + 1;
    }
    return { line, column: Math.max(1, at - from + 1) };
  };
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

/** The end without the carriage return of a Windows line, unless an edit has it. */
function withoutReturn(text: string, end: number, changes: readonly Change[]): number {
  const last = changes.at(-1)?.edit.end ?? 0;
  return text[end - 1] === '\r' && end < text.length && last < end ? end - 1 : end;
}
