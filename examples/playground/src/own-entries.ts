import { DictionaryError } from '../../../src/lite.js';

/** Family and topic of lines typed without a head: they join the common spinner's entries, so that its evidence counts for them. */
const TAIL = 'family: synonym-spin\ntopic: yours\n';

/** The dictionary file that the typed lines stand for; undefined where nothing is typed. A whole file (one with a family) is taken as it is. */
export function sourceOf(typed: string): string | undefined {
  if (!/^\s*[^\s#]/m.test(typed)) return undefined;
  if (isWholeFile(typed)) return typed;
  return `entries:\n${typed.split('\n').map((line) => `  ${line}\n`).join('')}${TAIL}`;
}

/** What is wrong with typed entries, a line each, numbered as typed. */
export function entriesProblem(error: unknown, typed: string): string {
  if (!(error instanceof DictionaryError)) return String(error);
  const count = typed.split('\n').length;
  return error.problems.filter(({ severity }) => severity === 'error').map(({ where, message }) => {
    const line = Number(/\d+$/.exec(where)?.[0] ?? 1);
    return `Line ${isWholeFile(typed) ? line : Math.min(Math.max(line - 1, 1), count)}: ${message}`;
  }).join('\n');
}

function isWholeFile(typed: string): boolean {
  return /^\s*(?:family:|\{)/m.test(typed);
}
