import { builtin, loadDictionary } from '../dictionary/dictionary.js';
import { EXCHANGE_FORMATS, exportEntries } from '../dictionary/exchange.js';
import type { Entry } from '../dictionary/entry.js';
import { DONE, UsageError, choose, parseArguments, type Command } from './command.js';
import { chooseEntries } from './dictionary-list.js';
import { readInput } from './read-input.js';
import type { Terminal } from './terminal.js';

const HELP = `Usage: unspun dictionary export --to vale|prh|csv [options] [FILE…]

Prints the entries of the files, or without files the built-in ones, for another tool. Vale and
prh look at words one by one, not at the document, and know no "unless" and "pos": their rules
show places to look at and are not fit to correct text unattended.

Options:
  --to vale|prh|csv   vale: a substitution rule for the linter Vale; prh: rules for prh and
                      textlint; csv: a table of observed, intended, family, topic and type
  --topic TOPIC       only entries of this topic; may be given several times
  --family FAMILY     only entries of this family; may be given several times
  --help              this text

Examples:
  unspun dictionary export --to vale mine.yaml > styles/Unspun/Spun.yml
  unspun dictionary export --to csv --topic law > law.csv
`;

/** `unspun dictionary export`: prints entries in the format of another tool. */
export const dictionaryExport: Command = {
  name: 'dictionary export',
  summary: 'print entries for Vale, prh or a spreadsheet',
  help: HELP,
  run,
};

async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = parseArguments(args, {
    to: { type: 'string' }, topic: { type: 'string', multiple: true }, family: { type: 'string', multiple: true },
  });
  if (values.to === undefined) throw new UsageError(`expected --to with one of ${EXCHANGE_FORMATS.join(', ')}`);
  const to = choose('--to', values.to, EXCHANGE_FORMATS);
  await terminal.write(exportEntries(chooseEntries(await readFiles(positionals), values), to));
  return DONE;
}

async function readFiles(files: readonly string[]): Promise<readonly Entry[]> {
  if (files.length === 0) return builtin.entries;
  const texts = [];
  for (const file of files) texts.push({ file, text: await readInput(file) });
  return loadDictionary(texts).entries;
}
