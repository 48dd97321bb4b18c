import { writeDictionary, type DraftEntry } from '../dictionary/write.js';
import { learnPairs, type LearnedPair } from '../sources/learn.js';
import type { TextPair } from '../sources/swaps.js';
import { pairFinder } from './builtin-facts.js';
import { DONE, FAILED, UsageError, count, nameOf, parseArguments, type Command } from './command.js';
import { entriesWith } from './dictionary-list.js';
import { InputError, readInput } from './read-input.js';
import type { Terminal } from './terminal.js';

const HELP = `Usage: unspun dictionary learn [options] SPUN ORIGINAL [SPUN ORIGINAL]…
       unspun dictionary learn [options] FILE.jsonl|-

Aligns spun texts with their originals word by word and prints the pairs that differ as a
dictionary file, with the number of times each was seen. One file alone is read as JSON lines,
each an object with the fields "spun" and "original". Read the proposals before you use them: an
alignment also shows what an editor changed.

Options:
  --all               also pairs that the built-in dictionary has already
  --family FAMILY     family to write into the file (default synonym-spin)
  --topic TOPIC       topic to write into the file (default learned)
  --dictionary FILE   leave out the pairs of this dictionary too; may be given several times
  --help              this text

Exit code: 0 done, 1 a text could not be read or aligned, 2 wrong usage.

Examples:
  unspun dictionary learn copy.txt article.txt > mine.yaml
  unspun dictionary learn pairs.jsonl
`;

/** `unspun dictionary learn`: proposes entries from spun texts and their originals. */
export const dictionaryLearn: Command = {
  name: 'dictionary learn',
  summary: 'propose entries from spun texts and their originals',
  help: HELP,
  run,
};

/** A pair of texts and where it came from. */
interface NamedPair extends TextPair {
  readonly where: string;
}

async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = parseArguments(args, {
    all: { type: 'boolean' }, family: { type: 'string' }, topic: { type: 'string' }, dictionary: { type: 'string', multiple: true },
  });
  const family = nameOf('--family', values.family ?? 'synonym-spin');
  const topic = nameOf('--topic', values.topic ?? 'learned');
  const { texts, problems } = await readTexts(positionals);
  const isKnown = pairFinder(await entriesWith(values.dictionary));
  const { pairs, unrelated } = learnPairs(texts, isKnown);
  const fresh = values.all ? pairs : pairs.filter(({ observed, intended }) => !isKnown(observed, intended));
  const stranger = 'the two texts differ in most of their words; are they copy and original?';
  problems.push(...unrelated.map((index) => `${texts[index]!.where}: ${stranger}`));
  problems.forEach((problem) => terminal.note(problem));
  const known = pairs.length - fresh.length;
  terminal.note(`${count(texts.length, 'pair')} of texts: ${count(pairs.length, 'pair')} of phrases, ${known} left out as known`);
  if (fresh.length > 0) await terminal.write(writeDictionary({ family, topic, sources: ['learned'], entries: draftEntries(fresh) }));
  return problems.length > 0 ? FAILED : DONE;
}

async function readTexts(files: readonly string[]): Promise<{ texts: NamedPair[]; problems: string[] }> {
  if (files.length === 1) return readLines(await readInput(files[0]!), files[0]!);
  if (files.length === 0 || files.length % 2 === 1) {
    throw new UsageError(`got ${files.length} files, expected pairs of a spun text and its original, or one JSONL file`);
  }
  const texts: NamedPair[] = [];
  for (let i = 0; i < files.length; i += 2) {
    texts.push({ where: `${files[i]}, ${files[i + 1]}`, spun: await readInput(files[i]!), original: await readInput(files[i + 1]!) });
  }
  return { texts, problems: [] };
}

function readLines(text: string, file: string): { texts: NamedPair[]; problems: string[] } {
  const texts: NamedPair[] = [];
  const problems: string[] = [];
  text.replace(/^\ufeff/, '').split('\n').forEach((line, i) => {
    if (line.trim() === '') return;
    const record = parseLine(line);
    if (typeof record === 'string') problems.push(`${file}:${i + 1}: ${record}`);
    else texts.push({ where: `${file}:${i + 1}`, ...record });
  });
  if (texts.length > 0) return { texts, problems };
  throw new InputError([`${file}: got no record, expected JSON lines with "spun" and "original"`, ...problems].join('\n'));
}

function parseLine(line: string): TextPair | string {
  let record: unknown;
  try {
    record = JSON.parse(line);
  } catch (error) {
    return `got no JSON (${(error as Error).message}), expected an object with "spun" and "original"`;
  }
  const { spun, original } = (record ?? {}) as Partial<TextPair>;
  if (typeof spun === 'string' && typeof original === 'string') return { spun, original };
  return 'expected an object with "spun" and "original", both texts';
}

/** One entry a head, the head seen most often first, counts in the comment. */
function draftEntries(pairs: readonly LearnedPair[]): DraftEntry[] {
  const byHead = new Map<string, LearnedPair[]>();
  for (const pair of pairs) byHead.set(pair.intended, [...(byHead.get(pair.intended) ?? []), pair]);
  const total = (list: readonly LearnedPair[]): number => list.reduce((sum, pair) => sum + pair.count, 0);
  return [...byHead].sort((a, b) => total(b[1]) - total(a[1])).map(([intended, list]) => ({
    intended,
    observed: list.map(({ observed }) => observed),
    comment: list.length === 1 ? String(list[0]!.count) : list.map((pair) => `${pair.observed} ${pair.count}`).join(', '),
  }));
}
