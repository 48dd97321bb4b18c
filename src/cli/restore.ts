import type { Options, Restoration } from '../types.js';
import { choose, count, parseArguments, probability, type Command } from './command.js';
import { formatDiff } from './diff.js';
import { DOCUMENT_FLAGS, enterDocuments } from './documents/enter.js';
import { DOCUMENT_HELP } from './documents/help.js';
import { eachInput } from './each-input.js';
import { loadDictionaries } from './load-dictionaries.js';
import { SOURCE_FLAGS, SOURCE_HELP, checkSources, makeHelpedRestorer } from './siblings.js';
import type { Terminal } from './terminal.js';

const FORMATS = ['text', 'json', 'diff', 'sarif'] as const;
const MODES = ['certain', 'balanced', 'suggest'] as const;

const HELP = `Usage: unspun restore [options] [FILE|FOLDER|PATTERN…|-]

Undoes what a spinner did to a text. Reads plain text in UTF-8 from the files, or from standard
input, and writes the restored text. A text that shows no sign of a spinner comes out byte for
byte as it went in.

Options:
  --format FORMAT       text (default): the restored text
                        json: one object a line for each file, with file, text, edits,
                        suggestions and verdict
                        diff: the changed lines with the edits marked, suggestions on lines
                        that begin with "?"; coloured on a terminal unless NO_COLOR is set,
                        elsewhere where FORCE_COLOR is
                        sarif: one SARIF 2.1.0 log over all files, for code review systems
  --mode MODE           certain: apply edits of probability 0.89 and more
                        balanced (default): 0.59 and more
                        suggest: apply none
  --min-probability P   apply edits of at least this probability, 0 to 1; overrides --mode
  --dictionary FILE     a dictionary of your own beside the built-in one; may be given
                        several times
${SOURCE_HELP}
  --quiet               no summary on stderr
  --help                this text

Exit code: 0 done, 1 a file could not be read or is too long, 2 wrong usage.
${DOCUMENT_HELP}
What is written for a document:
  --output KIND         text (default): the document with its text restored, all else as it was
                        annotated: the same with verdict and edits in the field "unspun"
                        verdict: one object with "id" and "unspun", without the text
                        dolma: a row of attributes for Dolma, spans in code points; the output goes
                        from …/documents/… to …/attributes/unspun/…, or below --out
  --attributes-name N   name of the attributes folder (default "unspun")
  --mixer-config FILE   write a configuration for "dolma -c FILE mix" that applies the edits

Examples:
  unspun restore article.txt > restored.txt
  unspun restore --format diff --mode suggest article.txt
  curl -s https://example.org/article.txt | unspun restore -
  unspun restore --format json *.txt | jq -r '.edits[] | [.observed, .replacement] | @tsv'
  unspun restore --dictionary mine.yaml article.txt
  unspun restore --sibling copy.txt --reference agency.txt article.txt
  unspun restore crawl.jsonl.gz --out restored.jsonl.gz --jobs 4
  unspun restore crawl/ --out restored/ --on-error skip --mode certain
  unspun restore --output annotated --offsets codepoints < crawl.jsonl > annotated.jsonl
  unspun restore --output dolma "corpus/documents/*.json.gz" --mixer-config mixer.json
`;

/**
 * Longest spun text, in UTF-16 code units: its edits, each with its rivals and reasons, are held in memory, some 50 bytes for each code
 * unit. Clean texts have no such limit, for nothing is weighed in them.
 */
const MAX_SPUN = 30_000_000;

/** `unspun restore`: writes restored texts, edits as JSON, or a diff. */
export const restore: Command = { name: 'restore', summary: 'restore spun texts', help: HELP, run };

async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = parseArguments(args, {
    format: { type: 'string' }, mode: { type: 'string' }, 'min-probability': { type: 'string' },
    dictionary: { type: 'string', multiple: true }, quiet: { type: 'boolean' },
    ...SOURCE_FLAGS, ...DOCUMENT_FLAGS, 'attributes-name': { type: 'string' }, 'mixer-config': { type: 'string' },
  });
  checkSources(values, positionals);
  const code = await enterDocuments('restore', values, positionals, terminal);
  if (code !== undefined) return code;
  const format = choose('--format', values.format ?? 'text', FORMATS);
  const restorer = await makeHelpedRestorer(await optionsOf(values), values, terminal);
  const sarif = format === 'sarif' ? (await import('./sarif.js')).openSarif(terminal.write) : undefined;
  const write = sarif ? sarif.add : writerFor(format, terminal);
  const done = await eachInput(positionals, terminal, async (file, text) => {
    if (text.length > MAX_SPUN && restorer.detect(text).family !== 'none') {
      const got = `got ${millions(text.length)} of spun text, expected at most ${millions(MAX_SPUN)}`;
      terminal.note(`${file}: ${got}; split it, best into one file an article`);
      return false;
    }
    const restoration = restorer.restore(text);
    if (!values.quiet && format !== 'json' && format !== 'sarif') terminal.note(summarize(file, restoration));
    await write(file, text, restoration);
    return true;
  });
  await sarif?.close();
  return done;
}

/** Options of the library, from the flags that `restore` and its relatives share. */
export async function optionsOf(values: { mode?: string; 'min-probability'?: string; dictionary?: string[] }): Promise<Options> {
  const mode = choose('--mode', values.mode ?? 'balanced', MODES);
  const least = values['min-probability'];
  const minProbability = least === undefined ? {} : { minProbability: probability('--min-probability', least) };
  const dictionaries = await loadDictionaries(values.dictionary);
  return { mode, ...minProbability, ...(dictionaries && { dictionaries }) };
}

type Writer = (file: string, text: string, restoration: Restoration) => Promise<void>;

function writerFor(format: (typeof FORMATS)[number], terminal: Terminal): Writer {
  if (format === 'json') return (file, _, restoration) => terminal.write(`${JSON.stringify({ file, ...restoration })}\n`);
  const { colour } = terminal;
  if (format === 'diff') return (name, text, { edits, suggestions }) => terminal.write(formatDiff({ name, text, edits, suggestions }, colour));
  let unfinished = false;
  return async (_file, _text, restoration) => {
    // A text that does not end its last line must not run into the next one.
    await terminal.write(unfinished && restoration.text !== '' ? `\n${restoration.text}` : restoration.text);
    if (restoration.text !== '') unfinished = !restoration.text.endsWith('\n');
  };
}

function summarize(file: string, { edits, suggestions, verdict }: Restoration): string {
  const name = file === '-' ? 'standard input' : file;
  const probability = verdict.probability.toFixed(2);
  if (verdict.family === 'none') return `${name}: nothing to restore; probability of machine paraphrase ${probability}`;
  const counts = `${count(edits.length, 'edit')}, ${count(suggestions.length, 'suggestion')}`;
  return `${name}: ${counts}; ${verdict.family}, probability ${probability}`;
}

function millions(characters: number): string {
  return `${Math.round(characters / 1e6)} million characters`;
}
