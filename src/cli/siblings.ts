import type { Corroboration, FactFinding, Options, Restorer } from '../types.js';
import { UsageError } from './command.js';
import { wantsDocuments, type DocumentValues } from './documents/flags.js';
import { makeRestorer } from './load-dictionaries.js';
import { STDIN, readInput } from './read-input.js';
import type { Terminal } from './terminal.js';

/** Flags that name other texts on the same story. */
export const SOURCE_FLAGS = { sibling: { type: 'string', multiple: true }, reference: { type: 'string', multiple: true } } as const;

/** What `--help` says of them. */
export const SOURCE_HELP = `  --sibling FILE        another spun copy or retelling of the text, which helps to restore it; may be
                        given several times
  --reference FILE      a clean article on the same event, or the original itself: quotations and
                        sentences that are nearly the same are restored from it, facts that
                        differ are reported; may be given several times`;

/** The files that the flags name. */
export interface SourceValues {
  readonly sibling?: readonly string[];
  readonly reference?: readonly string[];
  readonly quiet?: boolean;
}

/** Says no where other texts are named for documents, or standard input is one of them. */
export function checkSources(values: SourceValues & DocumentValues, files: readonly string[]): void {
  const { sibling = [], reference = [] } = values;
  const named = [...sibling, ...reference];
  if (named.length === 0) return;
  const flag = sibling.length > 0 ? '--sibling' : '--reference';
  if (named.includes(STDIN)) throw new UsageError(`got "-" for ${flag}, expected a file; standard input is for the text to be restored`);
  if (wantsDocuments(values, files)) throw new UsageError(`got ${flag} with documents, expected plain texts; restore the copies of one story from files of their own`);
}

/**
 * A restorer that asks the texts named; without any, a plain one. Facts that differ are noted on stderr, unless `quiet`.
 *
 * @throws {InputError} for a file that cannot be read.
 */
export async function makeHelpedRestorer(options: Options, { sibling = [], reference = [], quiet }: SourceValues, terminal: Terminal): Promise<Restorer> {
  const plain = await makeRestorer(options);
  if (sibling.length + reference.length === 0) return plain;
  const { corroborate } = await import('../index.js');
  const siblings = await readAll(sibling);
  const references = await readAll(reference);
  return {
    detect: plain.detect,
    restore: (text): Corroboration => {
      const restoration = corroborate(text, references, { ...options, siblings });
      if (!quiet) restoration.findings.forEach((finding) => terminal.note(noteOf(finding, reference)));
      return restoration;
    },
  };
}

async function readAll(files: readonly string[]): Promise<string[]> {
  const texts: string[] = [];
  for (const file of files) texts.push(await readInput(file));
  return texts;
}

function noteOf({ kind, start, end, observed, stated, source }: FactFinding, references: readonly string[]): string {
  return `${kind} at ${start}–${end}: got "${observed}", "${stated}" in ${references[source.text]!}; left as it is`;
}
