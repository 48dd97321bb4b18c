import type { Terminal } from '../terminal.js';
import { removeUnfinished } from './sink.js';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Ends the process when it is asked to, without files that are not finished. It ends by the signal itself, so that whoever started it can
 * tell (a shell shows 128 and the number of the signal), and so that nothing has to be waited for, such as a pipe that nobody writes to.
 */
export function endOnSignals(terminal: Terminal): void {
  for (const signal of SIGNALS) {
    process.once(signal, () => {
      removeUnfinished();
      terminal.note(`stopped by ${signal}; no half file was left, and the same command goes on with the files not yet done`);
      process.kill(process.pid, signal);
    });
  }
}
