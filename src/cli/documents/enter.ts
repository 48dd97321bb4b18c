import { UsageError } from '../command.js';
import type { Terminal } from '../terminal.js';
import { DOCUMENT_FLAGS, wantsDocuments, type DocumentValues } from './flags.js';
import type { CommandName } from './settings.js';

/** The exit code of a run over documents where one is meant; undefined where plain texts are. What it takes is loaded only then. */
export async function enterDocuments(
  command: CommandName, values: DocumentValues & { readonly format?: string }, files: readonly string[], terminal: Terminal,
): Promise<number | undefined> {
  if (!wantsDocuments(values, files)) return undefined;
  if (values.format !== undefined) {
    throw new UsageError(`got --format ${values.format} with documents, expected --output, which says what is written for each`);
  }
  const { runDocuments } = await import('./run.js');
  return runDocuments(command, values, files, terminal);
}

export { DOCUMENT_FLAGS };
