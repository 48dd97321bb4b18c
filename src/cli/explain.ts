import { MODES } from '../options.js';
import { placeFinder } from '../report/changes.js';
import { evidenceOf } from '../report/evidence.js';
import { familyName } from '../report/words.js';
import type { Edit, Mode, Restoration, Verdict } from '../types.js';
import { DONE, FAILED, UsageError, choose, parseArguments, type Command } from './command.js';
import { entriesWith } from './dictionary-list.js';
import { describeKept, wordsAt } from './explain-kept.js';
import { makeRestorer } from './load-dictionaries.js';
import { offsetOf, readPlace } from './place.js';
import { readInput } from './read-input.js';
import { optionsOf } from './restore.js';
import { printable, type Terminal } from './terminal.js';

const HELP = `Usage: unspun explain FILE|- --at LINE:COL [options]

Says what "restore" makes of one place in a text and why: the edit or suggestion there, its entry,
evidence and rivals; or the dictionary phrases that were left as they stand, and what spoke for it.

Options:
  --at LINE:COL       the place, both from 1; the column in UTF-16 code units, as most editors
                      count (an emoji is two)
  --mode MODE         as in restore: certain, balanced (default) or suggest
  --dictionary FILE   a dictionary of your own beside the built-in one; may be given several times
  --help              this text

Exit code: 0 explained, 1 the place is outside the text or nothing is known there, 2 wrong usage.

Examples:
  unspun explain article.txt --at 3:17
  unspun explain --mode certain --at 1:1 - < article.txt
`;

/** `unspun explain`: says what is known of a place in a text. */
export const explain: Command = { name: 'explain', summary: 'say why a place of a text is edited or left', help: HELP, run };

async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = parseArguments(args, { at: { type: 'string' }, mode: { type: 'string' }, dictionary: { type: 'string', multiple: true } });
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new UsageError(`got ${positionals.length} files, expected one, or "-" for standard input`);
  if (values.at === undefined) throw new UsageError('expected --at LINE:COL, the place to explain, such as --at 12:40');
  const place = readPlace('--at', values.at);
  const mode = choose('--mode', values.mode ?? 'balanced', Object.keys(MODES) as Mode[]);
  const text = await readInput(file);
  const at = offsetOf(text, place);
  const where = `${file}:${place.line}:${place.column}`;
  if (typeof at === 'string') return fail(terminal, `${where}: ${at}`);
  const restorer = await makeRestorer(await optionsOf(values));
  const restoration = restorer.restore(text);
  const lines = explainEdit(at, restoration, mode) ?? describeKept(text, at, restoration.verdict, await entriesWith(values.dictionary));
  if (!lines) return fail(terminal, `${where}: ${nothingKnown(text, at)}`);
  await terminal.write(`${printable([`${where}: ${lines[0]!}`, ...lines.slice(1), ...describeVerdict(text, at, restoration.verdict)].join('\n'))}\n`);
  return DONE;
}

function fail(terminal: Terminal, message: string): number {
  terminal.note(message);
  return FAILED;
}

function nothingKnown(text: string, at: number): string {
  const [word] = wordsAt(text, at, 1);
  return word === undefined ? 'there is no word; name the place of one' : `nothing is known of "${word.text}"; no entry observes or intends it`;
}

function explainEdit(at: number, { edits, suggestions }: Restoration, mode: Mode): string[] | undefined {
  const here = ({ start, end }: Edit): boolean => start <= at && at < end;
  const edit = edits.find(here);
  if (edit) return [`"${edit.observed}" → "${edit.replacement}", applied (probability ${edit.probability.toFixed(3)})`, ...describeEdit(edit)];
  const suggestion = suggestions.find(here);
  if (!suggestion) return undefined;
  const { observed, replacement, probability } = suggestion;
  const least = MODES[mode];
  const why = mode === 'suggest' ? 'the mode "suggest" applies none' : probability < least ? `the mode "${mode}" applies from ${least} on` : 'repairs of its kind must be surer';
  return [`"${observed}" → "${replacement}", only suggested (probability ${probability.toFixed(3)}; ${why})`, ...describeEdit(suggestion)];
}

function describeEdit(edit: Edit): string[] {
  const { entry, type, evidence, observed, alternatives } = edit;
  const others = alternatives.map(({ text, probability }) => `"${text}"${text === observed ? ' (keep)' : ''} ${probability.toFixed(3)}`);
  return [
    `  entry: ${entry} (${type}; ${familyName(evidence.family)})`,
    ...evidenceOf(edit).map((sentence) => `  evidence: ${sentence}`),
    `  other readings: ${others.length === 0 ? 'none of weight' : others.join(', ')}`,
  ];
}

function describeVerdict(text: string, at: number, { family, probability, passages }: Verdict): string[] {
  const whole = `  document: ${family === 'none' ? 'no sign of machine paraphrase' : familyName(family)}, probability ${probability.toFixed(3)}`;
  const passage = passages.find(({ start, end }) => start <= at && at <= end);
  if (!passage) return passages.length === 0 ? [whole] : ['  passage: in none of those that look paraphrased', whole];
  const placeOf = placeFinder(text);
  const lines = [placeOf(passage.start).line, placeOf(passage.end - 1).line];
  return [`  passage: lines ${lines.join(' to ')}, ${familyName(passage.family)}, probability ${passage.probability.toFixed(3)}`, whole];
}
