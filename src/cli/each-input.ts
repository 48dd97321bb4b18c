import { DONE, FAILED } from './command.js';
import { InputError, inputsOf, readInput } from './read-input.js';
import type { Terminal } from './terminal.js';

/**
 * Reads the inputs one after another and hands each to `visit`, which says whether it could be decided. A file that cannot be read
 * is reported and left out; the others go on. Returns the exit code.
 */
export async function eachInput(
  files: readonly string[], terminal: Terminal, visit: (file: string, text: string) => Promise<boolean>,
): Promise<number> {
  let code = DONE;
  for (const file of inputsOf(files)) {
    const text = await readOrReport(file, terminal);
    if (text === undefined || !(await visit(file, text))) code = FAILED;
  }
  return code;
}

async function readOrReport(file: string, terminal: Terminal): Promise<string | undefined> {
  try {
    return await readInput(file);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    terminal.note(error.message);
    return undefined;
  }
}
