import { perMillion } from '../dictionary/check.js';
import type { Entry } from '../dictionary/entry.js';
import { fold } from '../text/tokenize.js';
import { builtinRates } from './builtin-facts.js';
import { DONE, FAILED, UsageError, parseArguments, type Command } from './command.js';
import { entriesWith } from './dictionary-list.js';
import type { Terminal } from './terminal.js';

const HELP = `Usage: unspun dictionary explain [options] WORD

Shows every entry in which a word or phrase is the observed form or the head, whatever its case, and where the entry is.

Options:
  --dictionary FILE   a dictionary of your own beside the built-in one; may be given several times
  --help              this text

Exit code: 0 found, 1 no entry has it, 2 wrong usage.

Examples:
  unspun dictionary explain warfare
  unspun dictionary explain in opposition to
`;

/** `unspun dictionary explain`: prints what the dictionary knows of a word. */
export const dictionaryExplain: Command = {
  name: 'dictionary explain',
  summary: 'show all entries that observe or intend a word',
  help: HELP,
  run,
};

async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = parseArguments(args, { dictionary: { type: 'string', multiple: true } });
  const word = positionals.join(' ').replace(/\s+/g, ' ').trim();
  if (word === '') throw new UsageError('got no word, expected a word or phrase to explain');
  const entries = await entriesWith(values.dictionary);
  const observing = entries.filter(({ observed }) => observed.some((form) => fold(form) === fold(word)));
  const intending = entries.filter(({ intended }) => fold(intended) === fold(word));
  if (observing.length + intending.length === 0) {
    terminal.note(`no entry observes or intends "${word}"; see "unspun dictionary list"`);
    return FAILED;
  }
  const rateOf = builtinRates();
  const lines = [
    ...section(`"${word}" may stand for`, observing, rateOf),
    ...section(`"${word}" may have been turned into`, intending, rateOf),
  ];
  await terminal.write(`${lines.join('\n')}\n`);
  return DONE;
}

type Rates = (phrase: string) => number | undefined;

function section(title: string, entries: readonly Entry[], rateOf: Rates): string[] {
  return entries.length === 0 ? [] : [`${title}:`, ...entries.flatMap((entry) => describe(entry, rateOf))];
}

function describe({ id, where, intended, observed, unless, pos, note }: Entry, rateOf: Rates): string[] {
  return [
    `  ${id} (${where})`,
    `    ${rated(intended, rateOf)}: ${observed.map((form) => rated(form, rateOf)).join(', ')}`,
    ...(unless.length > 0 ? [`    unless it stands in: ${unless.join(', ')}`] : []),
    ...(pos ? [`    only as: ${pos}`] : []),
    ...(note ? [`    note: ${note}`] : []),
  ];
}

function rated(phrase: string, rateOf: Rates): string {
  const rate = rateOf(phrase);
  return rate === undefined ? phrase : `${phrase} [${perMillion(rate)}]`;
}
