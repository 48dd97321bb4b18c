import type { Edit } from '../types.js';
import { printable } from './terminal.js';

/** What a diff shows: a text, the edits made in it and those only suggested, each list sorted. */
export interface Changes {
  readonly name: string;
  readonly text: string;
  readonly edits: readonly Edit[];
  readonly suggestions: readonly Edit[];
}

/** Lines of the text that hold edits, and those edits. */
interface Hunk {
  /** Half-open span of whole lines, the last line break left out. */
  readonly start: number;
  readonly end: number;
  readonly edits: readonly Edit[];
  readonly suggestions: readonly Edit[];
}

interface Paint {
  line(text: string, colour: number): string;
  mark(text: string): string;
}

const RETURN = '\u240d';
const BOLD = 1;
const RED = 31;
const GREEN = 32;
const CYAN = 36;
const PLAIN: Paint = { line: (text) => text, mark: (text) => text };
const COLOURED: Paint = {
  line: (text, colour) => `\u001b[${colour}m${text}\u001b[0m`,
  mark: (text) => `\u001b[7m${text}\u001b[27m`,
};

/**
 * The changed lines as in a unified diff without context, `[-observed-]` and `{+replacement+}` marked; suggestions on lines that
 * begin with `?`. The empty string where there is nothing to show.
 */
export function formatDiff({ name, text, edits, suggestions }: Changes, colour: boolean): string {
  const paint = colour ? COLOURED : PLAIN;
  const hunks = hunksOf(text, edits, suggestions);
  if (hunks.length === 0) return '';
  const lines = [paint.line(`--- ${name}`, BOLD), paint.line(`+++ ${name} (restored)`, BOLD)];
  let from = 0;
  let line = 1;
  let shift = 0;
  for (const hunk of hunks) {
    line += breaksIn(text.slice(from, hunk.start));
    from = hunk.start;
    const { header, growth } = headerOf(text, hunk, line, shift);
    lines.push(paint.line(header, CYAN), ...linesOf(text, hunk, paint));
    shift += growth;
  }
  return `${lines.join('\n')}\n`;
}

/** Edits whose lines touch, together. Each stretch of the text is searched once, so one long line costs no more than many short ones. */
function hunksOf(text: string, edits: readonly Edit[], suggestions: readonly Edit[]): Hunk[] {
  const hunks: { start: number; end: number; edits: Edit[]; suggestions: Edit[] }[] = [];
  const applied = new Set(edits);
  for (const edit of [...edits, ...suggestions].sort((a, b) => a.start - b.start || a.end - b.end)) {
    let hunk = hunks.at(-1);
    if (!hunk || edit.start > hunk.end) {
      const start = edit.start === 0 ? 0 : text.lastIndexOf('\n', edit.start - 1) + 1;
      hunks.push((hunk = { start, end: start - 1, edits: [], suggestions: [] }));
    }
    if (edit.end > hunk.end) hunk.end = lineEnd(text, edit.end);
    (applied.has(edit) ? hunk.edits : hunk.suggestions).push(edit);
  }
  return hunks;
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

function headerOf(text: string, { start, end, edits }: Hunk, line: number, shift: number): { header: string; growth: number } {
  const before = breaksIn(text.slice(start, end)) + 1;
  const growth = edits.reduce((sum, { observed, replacement }) => sum + breaksIn(replacement) - breaksIn(observed), 0);
  return { header: `@@ -${range(line, before)} +${range(line + shift, before + growth)} @@`, growth };
}

function linesOf(text: string, hunk: Hunk, paint: Paint): string[] {
  const side = (sign: string, colour: number, shown: (edit: Edit) => string): string[] =>
    rowsOf(render(text, hunk, shown)).map((line) => paint.line(sign + line, colour));
  const suggested = hunk.suggestions.map((edit) => paint.line(suggestion(edit), CYAN));
  if (hunk.edits.length === 0) return [...rowsOf(printable(text.slice(hunk.start, hunk.end))).map((line) => ` ${line}`), ...suggested];
  return [
    ...side('-', RED, ({ observed }) => marked('[-', observed, '-]', paint)),
    ...side('+', GREEN, ({ replacement }) => marked('{+', replacement, '+}', paint)),
    ...suggested,
  ];
}

function render(text: string, { start, end, edits }: Hunk, shown: (edit: Edit) => string): string {
  let result = '';
  let from = start;
  for (const edit of edits) {
    result += printable(text.slice(from, edit.start)) + shown(edit);
    from = edit.end;
  }
  return result + printable(text.slice(from, end));
}

/** Lines, without the picture of the carriage return that ends each line of a Windows file. */
function rowsOf(text: string): string[] {
  return text.split('\n').map((line) => (line.endsWith(RETURN) ? line.slice(0, -1) : line));
}

function marked(open: string, words: string, close: string, paint: Paint): string {
  return words === '' ? '' : paint.mark(open + printable(words) + close);
}

function suggestion({ observed, replacement, probability, entry }: Edit): string {
  return printable(`? [-${observed}-]{+${replacement}+} probability ${probability.toFixed(2)}, ${entry}`).replaceAll('\n', ' ');
}

function range(line: number, count: number): string {
  return count === 1 ? String(line) : `${line},${count}`;
}

function breaksIn(text: string): number {
  let breaks = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) breaks++;
  return breaks;
}
