import type { Displacement, Passage, Verdict } from '../types.js';
import { choose, count, parseArguments, type Command } from './command.js';
import { DOCUMENT_FLAGS, enterDocuments } from './documents/enter.js';
import { DOCUMENT_HELP } from './documents/help.js';
import { eachInput } from './each-input.js';
import { loadDictionaries, makeDetector } from './load-dictionaries.js';
import { printable, type Terminal } from './terminal.js';

const FORMATS = ['text', 'json'] as const;

const HELP = `Usage: unspun detect [options] [FILE|FOLDER|PATTERN…|-]

Says whether a text was machine-paraphrased, by what family of spinner, and on what evidence.
Changes nothing. The answer is a risk marker, never an accusation: look at the evidence before you
act on it.

Options:
  --format FORMAT     text (default): a few lines for each file
                      json: one object a line for each file, with file, probability, family,
                      words, score, displaced, phrases and passages
  --dictionary FILE   a dictionary of your own beside the built-in one; may be given several times
  --help              this text

Exit code: 0 done, 1 a file could not be read or holds no words to judge, 2 wrong usage.
${DOCUMENT_HELP}
What is written for a document:
  --output KIND         verdict (default): one object with "id" and "unspun", the verdict
                        annotated: the document with the field "unspun" added

Examples:
  unspun detect article.txt
  unspun detect --format json *.txt | jq -r 'select(.probability > 0.9) | .file'
  pdftotext report.pdf - | unspun detect
  unspun detect crawl.jsonl.gz | jq -c 'select(.unspun.probability > 0.9) | .id'
  unspun detect "crawl/**/*.wet.gz" --out verdicts/ --jobs auto
`;

/** `unspun detect`: writes the verdict on each text. */
export const detect: Command = { name: 'detect', summary: 'say whether texts were machine-paraphrased, and why', help: HELP, run };

async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = parseArguments(args, {
    format: { type: 'string' }, dictionary: { type: 'string', multiple: true }, quiet: { type: 'boolean' }, ...DOCUMENT_FLAGS,
  });
  const code = await enterDocuments('detect', values, positionals, terminal);
  if (code !== undefined) return code;
  const format = choose('--format', values.format ?? 'text', FORMATS);
  const dictionaries = await loadDictionaries(values.dictionary);
  const detector = await makeDetector(dictionaries && { dictionaries });
  return eachInput(positionals, terminal, async (file, text) => {
    const verdict = detector.detect(text);
    if (verdict.words === 0) terminal.note(`${file}: got no words, expected some; there is nothing to judge`);
    await terminal.write(format === 'json' ? `${JSON.stringify({ file, ...verdict })}\n` : describe(file, text, verdict));
    return verdict.words > 0;
  });
}

function describe(file: string, text: string, { family, probability, words, displaced, phrases, passages }: Verdict): string {
  const lines = [`${file}: ${family}, probability ${probability.toFixed(3)}, ${count(words, 'word')}`];
  if (family !== 'none') {
    const lineAt = lineFinder(text);
    lines.push(...passages.map((passage) => where(passage, lineAt)), ...displaced.map(pairLine));
    if (phrases.length > 0) lines.push(`  telling phrases: ${phrases.map((phrase) => `"${phrase}"`).join(', ')}`);
  }
  return `${printable(lines.join('\n'))}\n`;
}

function pairLine({ observed, intended, count: times, weight }: Displacement): string {
  return `  "${observed}" for "${intended}", ${count(times, 'time')} (weight ${weight.toFixed(1)})`;
}

function where({ start, end, family, probability }: Passage, lineAt: (at: number) => number): string {
  const first = lineAt(start);
  const last = lineAt(end);
  const lines = first === last ? `line ${first}` : `lines ${first} to ${last}`;
  return `  ${lines}: ${family}, probability ${probability.toFixed(3)}`;
}

/** Line numbers of places asked for in ascending order, in one pass over the text. */
function lineFinder(text: string): (at: number) => number {
  let line = 1;
  let next = text.indexOf('\n');
  return (at) => {
    for (; next >= 0 && next < at; next = text.indexOf('\n', next + 1)) line++;
    return line;
  };
}
