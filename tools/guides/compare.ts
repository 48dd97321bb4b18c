/** What stands for anything: within a line for the rest of it, alone on a line for any number of lines. */
const ANYTHING = '…';

/** Whether a program printed what the guide shows; `…` in the guide stands for anything, but lines are never joined by it. */
export function isAsShown(shown: string, printed: string): boolean {
  return linesMatch(shown.trimEnd().split('\n'), printed.trimEnd().split('\n'));
}

/** What a guide is to show: the lines printed, but where they are as many as before, those that are as shown stay as they are shown. */
export function refreshed(shown: string, printed: string): string {
  const old = shown.split('\n');
  const lines = printed.split('\n');
  return lines.map((line, i) => (old.length === lines.length && isAsShown(old[i]!, line) ? old[i]! : line)).join('\n');
}

function linesMatch(shown: readonly string[], printed: readonly string[]): boolean {
  const [first, ...others] = shown;
  if (first === undefined) return printed.length === 0;
  if (first.trim() === ANYTHING) return printed.some((_, at) => linesMatch(others, printed.slice(at))) || others.length === 0;
  return printed.length > 0 && lineMatches(first, printed[0]!) && linesMatch(others, printed.slice(1));
}

function lineMatches(shown: string, printed: string): boolean {
  const parts = shown.trimEnd().split(ANYTHING);
  const line = printed.trimEnd();
  let at = 0;
  for (const [i, part] of parts.entries()) {
    const last = i === parts.length - 1;
    const found = i === 0 ? (line.startsWith(part) ? 0 : -1) : last ? endOf(line, part, at) : line.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return at === line.length;
}

function endOf(line: string, part: string, from: number): number {
  return line.endsWith(part) && line.length - part.length >= from ? line.length - part.length : -1;
}
