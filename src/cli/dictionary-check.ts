import { checkEntries } from '../dictionary/check.js';
import type { Entry } from '../dictionary/entry.js';
import { readEntries, type Problem } from '../dictionary/read.js';
import { builtinForms, builtinRates } from './builtin-facts.js';
import { DONE, FAILED, UsageError, count, parseArguments, type Command } from './command.js';
import { eachInput } from './each-input.js';
import { printable, type Terminal } from './terminal.js';

const HELP = `Usage: unspun dictionary check [options] FILE…

Checks dictionary files, each by itself and all together, and prints every problem with file, line and remedy.

Options:
  --quiet   errors only, no warnings and no count
  --help    this text

Exit code: 0 no errors (there may be warnings), 1 errors, 2 wrong usage.

Examples:
  unspun dictionary check mine.yaml
  unspun dictionary check --quiet dictionaries/*/*.yaml
`;

/** `unspun dictionary check`: prints the problems of dictionary files. */
export const dictionaryCheck: Command = { name: 'dictionary check', summary: 'check dictionary files', help: HELP, run };

async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = parseArguments(args, { quiet: { type: 'boolean' } });
  if (positionals.length === 0) throw new UsageError('got no file, expected at least one dictionary file');
  const entries: Entry[] = [];
  const problems: Problem[] = [];
  const code = await eachInput(positionals, terminal, async (file, text) => {
    const read = readEntries(text, file);
    entries.push(...read.entries);
    problems.push(...read.problems);
    return true;
  });
  problems.push(...checkEntries(entries, { rateOf: builtinRates(), builtinForms: builtinForms() }));
  const errors = problems.filter(({ severity }) => severity === 'error');
  await terminal.write(inFileOrder(values.quiet ? errors : problems, positionals).map(line).join(''));
  const warnings = problems.length - errors.length;
  if (!values.quiet) terminal.note(`${count(positionals.length, 'file')}: ${count(errors.length, 'error')}, ${count(warnings, 'warning')}`);
  return errors.length > 0 ? FAILED : code === DONE ? DONE : FAILED;
}

function inFileOrder(problems: readonly Problem[], files: readonly string[]): Problem[] {
  const placed = problems.map((problem) => {
    const colon = problem.where.lastIndexOf(':');
    return { problem, file: files.indexOf(problem.where.slice(0, colon)), line: Number(problem.where.slice(colon + 1)) };
  });
  return placed.sort((a, b) => a.file - b.file || a.line - b.line).map(({ problem }) => problem);
}

function line({ where, severity, message }: Problem): string {
  return `${printable(`${where}: ${severity}: ${message}`).replaceAll('\n', ' ')}\n`;
}
