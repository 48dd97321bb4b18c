import { builtin } from '../dictionary/dictionary.js';
import type { Entry } from '../dictionary/entry.js';
import { DONE, UsageError, parseArguments, type Command } from './command.js';
import { loadDictionaries } from './load-dictionaries.js';
import type { Terminal } from './terminal.js';

const HELP = `Usage: unspun dictionary list [options]

Lists entries: the id (family/topic/head, as in the option "ignore"), a tab, and the observed
forms, commonest first.

Options:
  --topic TOPIC       only entries of this topic; may be given several times
  --family FAMILY     only entries of this family; may be given several times
  --dictionary FILE   a dictionary of your own beside the built-in one; may be given several times
  --help              this text

Examples:
  unspun dictionary list --topic law
  unspun dictionary list --family synonym-spin | grep -w warfare
`;

/** `unspun dictionary list`: prints entries, one a line. */
export const dictionaryList: Command = { name: 'dictionary list', summary: 'list entries, by topic and family', help: HELP, run };

async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = parseArguments(args, {
    topic: { type: 'string', multiple: true }, family: { type: 'string', multiple: true }, dictionary: { type: 'string', multiple: true },
  });
  if (positionals.length > 0) throw new UsageError(`got "${positionals[0]}", expected only options; a file is named with --dictionary`);
  const entries = chooseEntries(await entriesWith(values.dictionary), values);
  await terminal.write(entries.map(({ id, observed }) => `${id}\t${observed.join(', ')}\n`).join(''));
  return DONE;
}

/** The built-in entries and those of the named files. */
export async function entriesWith(files: readonly string[] | undefined): Promise<readonly Entry[]> {
  return ((await loadDictionaries(files)) ?? [builtin]).flatMap(({ entries }) => entries);
}

/** Entries of the given topics and families, by id. Throws a UsageError for a topic or family that none of them has. */
export function chooseEntries(entries: readonly Entry[], { topic, family }: { topic?: string[]; family?: string[] }): Entry[] {
  checkNames('--topic', topic, new Set(entries.map((entry) => entry.topic)));
  checkNames('--family', family, new Set(entries.map((entry) => entry.family)));
  return entries
    .filter((entry) => (!topic || topic.includes(entry.topic)) && (!family || family.includes(entry.family)))
    .sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

function checkNames(flag: string, wanted: readonly string[] | undefined, known: ReadonlySet<string>): void {
  const unknown = wanted?.find((name) => !known.has(name));
  if (unknown !== undefined) throw new UsageError(`got ${flag} "${unknown}", expected one of ${[...known].sort().join(', ')}`);
}
