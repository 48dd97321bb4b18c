#!/usr/bin/env node
import manifest from '../../package.json' with { type: 'json' };
import { DictionaryError } from '../dictionary/read.js';
import { DONE, FAILED, MISUSED, UsageError, WorkError, type Command } from './command.js';
import { detect } from './detect.js';
import { dictionaryCheck } from './dictionary-check.js';
import { dictionaryExplain } from './dictionary-explain.js';
import { dictionaryExport } from './dictionary-export.js';
import { dictionaryImport } from './dictionary-import.js';
import { dictionaryLearn } from './dictionary-learn.js';
import { dictionaryList } from './dictionary-list.js';
import { explain } from './explain.js';
import { filter } from './filter.js';
import { InputError } from './read-input.js';
import { report } from './report.js';
import { restore } from './restore.js';
import { openTerminal, type Terminal } from './terminal.js';

const COMMANDS: readonly Command[] = [
  restore, detect, filter, report, explain, dictionaryCheck, dictionaryList, dictionaryExplain, dictionaryLearn, dictionaryImport, dictionaryExport,
];

const OVERVIEW = `Usage: unspun <command> [options] [FILE…|-]

Finds and undoes what article spinners do to news text.

Commands:
${COMMANDS.map(({ name, summary }) => `  ${name.padEnd(20)}  ${summary}`).join('\n')}

Options:
  --help      this text, or that of a command
  --version   the version

Results go to stdout, everything else to stderr.
Exit code: 0 done, 1 something could not be read or decided, 2 wrong usage.

Examples:
  unspun restore article.txt > restored.txt
  unspun restore --format diff article.txt
  unspun detect *.txt
  unspun report article.txt --out report.html
  unspun explain article.txt --at 3:17
  unspun restore crawl/ --out restored/ --jobs 4
  unspun dictionary explain warfare
`;

const terminal = openTerminal();
void main(process.argv.slice(2), terminal).then((code) => (process.exitCode = code));

async function main(args: readonly string[], to: Terminal): Promise<number> {
  try {
    return await dispatch(args, to);
  } catch (error) {
    if (error instanceof UsageError) {
      to.note(`${error.message}\nSee "unspun --help".`);
      return MISUSED;
    }
    if (error instanceof InputError || error instanceof WorkError || error instanceof DictionaryError) to.note(error.message);
    else to.note(`${error instanceof Error ? error.stack : String(error)}\nThis is a bug; please report it with the text that caused it.`);
    return FAILED;
  }
}

async function dispatch(args: readonly string[], to: Terminal): Promise<number> {
  const words = args[0] === 'help' ? args.slice(1) : args;
  const command = COMMANDS.find(({ name }) => name.split(' ').every((word, i) => words[i] === word));
  if (args[0] === 'help' || asksFor(words, '--help', '-h')) return print(to, command?.help ?? OVERVIEW);
  if (words[0] === '--version') return print(to, `${manifest.version}\n`);
  if (!command) throw new UsageError(unknownCommand(words));
  return command.run(words.slice(command.name.split(' ').length), to);
}

async function print(to: Terminal, text: string): Promise<number> {
  await to.write(text);
  return DONE;
}

/** Whether one of the flags stands before a "--", after which everything is a file name. */
function asksFor(words: readonly string[], ...flags: readonly string[]): boolean {
  const end = words.indexOf('--');
  return (end < 0 ? words : words.slice(0, end)).some((word) => flags.includes(word));
}

function unknownCommand([first, second]: readonly string[]): string {
  const known = COMMANDS.map(({ name }) => name);
  if (first === 'dictionary') {
    const subcommands = known.filter((name) => name.startsWith('dictionary ')).map((name) => name.slice('dictionary '.length));
    return `${gotCommand(second)} after "dictionary", expected ${subcommands.join(', ')}`;
  }
  return `${gotCommand(first)}, expected restore, detect, filter, report, explain or dictionary`;
}

function gotCommand(word: string | undefined): string {
  return word === undefined ? 'got no command' : `unknown command "${word}"`;
}
