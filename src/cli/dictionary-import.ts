import { basename } from 'node:path';
import { readPairs } from '../dictionary/table.js';
import { groupPairs, writeDictionary } from '../dictionary/write.js';
import { DONE, FAILED, UsageError, count, nameOf, parseArguments, type Command } from './command.js';
import { readInput } from './read-input.js';
import type { Terminal } from './terminal.js';

const HELP = `Usage: unspun dictionary import FILE --observed COLUMN --intended COLUMN [options]

Turns a table (CSV or TSV, the columns named in the first row) into a dictionary file and prints
it. Rows of one head become one entry.

Options:
  --observed COLUMN   column of the words as found
  --intended COLUMN   column of what was meant
  --family FAMILY     family to write into the file (default synonym-spin)
  --topic TOPIC       topic to write into the file (default imported)
  --source TEXT       where the list comes from (default: the name of the file)
  --license TEXT      licence of the list
  --help              this text

Exit code: 0 done, 1 the file or some of its rows could not be read, 2 wrong usage.

Examples:
  unspun dictionary import list.csv --observed Tortured --intended Expected > mine.yaml
  unspun dictionary import list.tsv --observed "found as" --intended meant --license CC-BY-4.0
`;

/** `unspun dictionary import`: turns a table of pairs into a dictionary file. */
export const dictionaryImport: Command = {
  name: 'dictionary import',
  summary: 'turn a CSV or TSV table into a dictionary file',
  help: HELP,
  run,
};

async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = parseArguments(args, {
    observed: { type: 'string' }, intended: { type: 'string' }, family: { type: 'string' }, topic: { type: 'string' },
    source: { type: 'string' }, license: { type: 'string' },
  });
  const { observed, intended, license } = values;
  const family = nameOf('--family', values.family ?? 'synonym-spin');
  const topic = nameOf('--topic', values.topic ?? 'imported');
  const file = positionals[0];
  if (file === undefined || positionals.length > 1) throw new UsageError(`got ${positionals.length} files, expected one table`);
  if (observed === undefined || intended === undefined) {
    throw new UsageError('expected --observed COLUMN and --intended COLUMN; name the columns as the first row does');
  }
  const { pairs, problems } = readTable(await readInput(file), { file, observed, intended });
  for (const { where, message } of problems) terminal.note(`${where}: ${message}`);
  terminal.note(`${count(pairs.length, 'pair')}, ${count(problems.length, 'row')} left out`);
  const origin = { sources: [values.source ?? basename(file)], ...(license !== undefined && { license }) };
  if (pairs.length > 0) await terminal.write(writeDictionary({ family, topic, ...origin, entries: groupPairs(pairs) }));
  return problems.length > 0 ? FAILED : DONE;
}

function readTable(text: string, columns: Parameters<typeof readPairs>[1]): ReturnType<typeof readPairs> {
  try {
    return readPairs(text, columns);
  } catch (error) {
    throw error instanceof TypeError ? new UsageError(error.message) : error;
  }
}
