/** Where a value stands in a line of JSON: `line.slice(start, end)`. */
export interface ValueSpan {
  readonly start: number;
  readonly end: number;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** JSON that is safe in files read line by line: line separators, which some readers take for line ends, are escaped. */
export function toJson(value: unknown): string {
  return lineSafe(JSON.stringify(value));
}

/** JSON with line separators escaped. */
export function lineSafe(json: string): string {
  return json.replace(/[\u0085\u2028\u2029]/g, escapeUnit);
}

/** JSON in ASCII alone. */
export function toAsciiJson(value: unknown): string {
  return JSON.stringify(value).replace(/[\u007f-\uffff]/g, escapeUnit);
}

/**
 * Finds the value of a key at the top of a JSON object, the last one where the key stands twice, as `JSON.parse` takes it. The line
 * must be an object in valid JSON.
 */
export function findValue(line: string, key: string): ValueSpan | undefined {
  let found: ValueSpan | undefined;
  let at = skipSpace(line, line.indexOf('{') + 1);
  while (line.charCodeAt(at) === QUOTE) {
    const keyEnd = skipString(line, at);
    const start = skipSpace(line, skipSpace(line, keyEnd) + 1);
    const end = skipValue(line, start);
    if (keyIs(line, at, keyEnd, key)) found = { start, end };
    at = skipSpace(line, skipSpace(line, end) + 1);
  }
  return found;
}

/** The line with the value of a key replaced by other JSON, and every other byte as it was. */
export function replaceValue(line: string, { start, end }: ValueSpan, json: string): string {
  return line.slice(0, start) + json + line.slice(end);
}

/** The line, an object with at least one key, with a key more at its end. */
export function appendValue(line: string, key: string, json: string): string {
  const end = line.lastIndexOf('}');
  return `${line.slice(0, end)},${toJson(key)}:${json}${line.slice(end)}`;
}

/** The line with a string put in the place of another; a string that was written in ASCII stays in ASCII. */
export function replaceString(line: string, span: ValueSpan, text: string): string {
  const ascii = isAscii(line, span);
  return replaceValue(line, span, ascii ? toAsciiJson(text) : toJson(text));
}

function isAscii(line: string, { start, end }: ValueSpan): boolean {
  for (let i = start; i < end; i++) if (line.charCodeAt(i) > 0x7e) return false;
  return true;
}

function keyIs(line: string, start: number, end: number, key: string): boolean {
  const raw = line.slice(start + 1, end - 1);
  return raw === key || (raw.includes('\\') && JSON.parse(line.slice(start, end)) === key);
}

function skipSpace(line: string, at: number): number {
  for (let unit = line.charCodeAt(at); unit === 0x20 || unit === 0x09 || unit === 0x0d || unit === 0x0a; unit = line.charCodeAt(at)) at++;
  return at;
}

/** From an opening quotation mark to behind the closing one. */
function skipString(line: string, at: number): number {
  for (let end = line.indexOf('"', at + 1); end >= 0; end = line.indexOf('"', end + 1)) {
    let before = end - 1;
    while (line.charCodeAt(before) === BACKSLASH) before--;
    if ((end - before) % 2 === 1) return end + 1;
  }
  return line.length;
}

function skipValue(line: string, at: number): number {
  const first = line[at];
  if (first === '"') return skipString(line, at);
  if (first === '{' || first === '[') return skipNested(line, at);
  const end = /[,}\]\s]/g;
  end.lastIndex = at;
  return end.exec(line)?.index ?? line.length;
}

function skipNested(line: string, at: number): number {
  const mark = /["{}[\]]/g;
  mark.lastIndex = at;
  let depth = 0;
  for (let match = mark.exec(line); match; match = mark.exec(line)) {
    if (match[0] === '"') mark.lastIndex = skipString(line, match.index);
    else depth += match[0] === '{' || match[0] === '[' ? 1 : -1;
    if (depth === 0) return mark.lastIndex;
  }
  return line.length;
}

function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
