import { tokenize, type Tokens } from '../../src/text/tokenize.js';

/** The tokens of a text as strings. */
export function words(text: string): string[] {
  return listOf(tokenize(text), (tokens, i) => text.slice(tokens.start[i], tokens.end[i]));
}

/** One value per token. */
export function listOf<T>(tokens: Tokens, value: (tokens: Tokens, i: number) => T): T[] {
  return Array.from({ length: tokens.count }, (_, i) => value(tokens, i));
}

/** Milliseconds that `run` takes, the least of three runs. */
export function milliseconds(run: () => unknown): number {
  const times = [0, 1, 2].map(() => {
    const from = performance.now();
    run();
    return performance.now() - from;
  });
  return Math.min(...times);
}
