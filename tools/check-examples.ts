/**
 * Runs the examples of the dictionary's long forms: the marked words of each example must be restored to a listed wording, and no sentence of
 * `allows` may be edited by its entry, where the text is known to be spun.
 *
 *     npm run check:examples [-- PREFIX…]      all ids, or those that begin so; prints one failure a line: id, reason, sentence, what came out
 *
 * Exit 1 where there is any failure, 2 where a prefix fits no id.
 */
import type { Entry } from '../src/dictionary/entry.js';
import { createRestorer } from '../src/index.js';
import type { Edit, Restorer } from '../src/types.js';
import { readAllEntries } from './dictionary-files.js';
import { parseGold } from './gold.js';
import { score } from './score.js';

/** What an example showed to be wrong. */
export interface ExampleFailure {
  /** Id of the entry, as in its file. */
  readonly id: string;
  readonly where: string;
  readonly reason: 'example not restored' | 'restored to something else' | 'allows edited' | 'example without a mark';
  readonly sentence: string;
  /** The sentence as it was restored. */
  readonly restored: string;
}

/** Checks the examples and `allows` of the given entries, each sentence alone, in mode `balanced`. */
export function checkExamples(entries: readonly Entry[]): ExampleFailure[] {
  const restorers = new Map<string, Restorer>();
  return entries.flatMap((entry) => {
    const restorer = restorers.get(entry.family) ?? createRestorer({ assume: entry.family });
    restorers.set(entry.family, restorer);
    return [
      ...entry.examples.flatMap((example) => checkExample(entry, example, restorer)),
      ...entry.allows.flatMap((sentence) => checkAllows(entry, sentence, restorer)),
    ];
  });
}

/** The entries written in the long form, with examples or `allows`. */
export function longForms(entries: readonly Entry[]): Entry[] {
  return entries.filter(({ long, examples, allows }) => long && examples.length + allows.length > 0);
}

function checkExample({ id, where }: Entry, example: string, restorer: Restorer): ExampleFailure[] {
  const gold = parseGold(example);
  const { text, edits } = restorer.restore(gold.text);
  const failure = { id, where, sentence: example, restored: text };
  if (!gold.marks.some(({ required }) => required)) return [{ ...failure, reason: 'example without a mark' }];
  const outcomes = score(gold, edits).groups.map(({ outcome }) => outcome);
  if (outcomes.includes('wrong')) return [{ ...failure, reason: 'restored to something else' }];
  return outcomes.includes('missed') ? [{ ...failure, reason: 'example not restored' }] : [];
}

function checkAllows(entry: Entry, sentence: string, restorer: Restorer): ExampleFailure[] {
  const { text, edits } = restorer.restore(sentence);
  if (!edits.some((edit) => isOf(edit, entry))) return [];
  return [{ id: entry.id, where: entry.where, reason: 'allows edited', sentence, restored: text }];
}

/** Entries of one head and family are compiled into one, under the topic of the first. */
function isOf(edit: Edit, { family, intended }: Entry): boolean {
  const [ownFamily, , ...head] = edit.entry.split('/');
  return ownFamily === family && head.join('/') === intended;
}

if (process.argv[1]?.endsWith('check-examples.ts')) {
  const prefixes = process.argv.slice(2);
  const all = longForms(readAllEntries());
  const entries = prefixes.length === 0 ? all : all.filter(({ id }) => prefixes.some((prefix) => id.startsWith(prefix)));
  if (entries.length === 0) {
    console.error(`no long form has an id that begins with ${prefixes.join(' or ')}; expected family/topic/head as in "${all[0]?.id}"`);
    process.exit(2);
  }
  const failures = checkExamples(entries);
  for (const { id, reason, sentence, restored } of failures) console.log([id, reason, sentence, restored].join('\t'));
  const sentences = entries.reduce((sum, { examples, allows }) => sum + examples.length + allows.length, 0);
  console.error(`${entries.length} long forms, ${sentences} sentences: ${failures.length} fail`);
  process.exit(failures.length > 0 ? 1 : 0);
}
