import { UsageError } from './command.js';

/** A place in a file: line and column from 1, the column in UTF-16 code units, as editors and SARIF count them. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Reads `LINE:COL`. */
export function readPlace(flag: string, value: string): Place {
  const match = /^(\d{1,9}):(\d{1,9})$/.exec(value);
  const [line, column] = [Number(match?.[1]), Number(match?.[2])];
  if (line >= 1 && column >= 1) return { line, column };
  throw new UsageError(`got ${flag} "${value}", expected LINE:COL, both from 1, such as 12:40`);
}

/** The offset of a place in the text, or a message that says how far the text reaches. The end of a line belongs to it. */
export function offsetOf(text: string, { line, column }: Place): number | string {
  let start = text.startsWith('\ufeff') ? 1 : 0;
  let lines = 1;
  for (let next = text.indexOf('\n'); lines < line && next >= 0; next = text.indexOf('\n', start)) {
    lines++;
    start = next + 1;
  }
  if (lines < line) return `got line ${line}, expected 1 to ${lines}; the text ends there`;
  const next = text.indexOf('\n', start);
  const end = next < 0 ? text.length : text[next - 1] === '\r' ? next - 1 : next;
  const columns = Math.max(0, end - start) + 1;
  return column > columns ? `got column ${column} in line ${line}, expected 1 to ${columns}; the line ends there` : start + column - 1;
}
