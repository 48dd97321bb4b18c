import { parseArguments, type Command } from './command.js';
import { DOCUMENT_FLAGS } from './documents/flags.js';
import { DOCUMENT_HELP } from './documents/help.js';
import type { Terminal } from './terminal.js';

const HELP = `Usage: unspun filter [options] [FILE|FOLDER|PATTERN…|-]

Keeps the documents that were not machine-paraphrased, byte for byte as they were, and drops the
others; says how many were dropped and why.

Options:
  --drop-from P         drop documents of this probability and more, 0 to 1 (default 0.5)
  --drop-family NAME    drop only documents of this family, as synonym-spin or round-trip; may be
                        given several times
  --min-words N         drop documents of fewer words as well
  --rejected FILE       write the dropped documents there, each with the reason and the verdict in
                        the field "unspun"; a folder where --out is one
  --dictionary FILE     a dictionary of your own beside the built-in one; may be given several times
${DOCUMENT_HELP}
Examples:
  unspun filter crawl.jsonl.gz --out kept.jsonl.gz --rejected dropped.jsonl.gz
  unspun filter crawl/ --out kept/ --jobs 8 --on-error skip
  zcat part-*.json.gz | unspun filter --drop-from 0.9 > kept.jsonl
`;

/** `unspun filter`: keeps the documents that nobody paraphrased. */
export const filter: Command = { name: 'filter', summary: 'keep the documents that were not machine-paraphrased', help: HELP, run };

async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = parseArguments(args, {
    ...FILTER_FLAGS, ...DOCUMENT_FLAGS, dictionary: { type: 'string', multiple: true }, quiet: { type: 'boolean' },
  });
  const { runDocuments } = await import('./documents/run.js');
  return runDocuments('filter', values, positionals, terminal);
}

const FILTER_FLAGS = {
  'drop-from': { type: 'string' }, 'drop-family': { type: 'string', multiple: true }, 'min-words': { type: 'string' }, rejected: { type: 'string' },
} as const;
