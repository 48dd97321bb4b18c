import type { Suspicion } from './finding.js';
import type { Prose } from './prose.js';

/** A detector's `find` that asks about every token in turn; `ask` says what it makes of token `i`. */
export function atEachWord(ask: (prose: Prose, i: number) => Suspicion | undefined): (prose: Prose) => Suspicion[] {
  return (prose) => {
    const found: Suspicion[] = [];
    for (let i = 0; i < prose.tokens.count; i++) {
      const suspicion = ask(prose, i);
      if (suspicion) found.push(suspicion);
    }
    return found;
  };
}
