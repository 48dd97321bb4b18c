import { readFileSync } from 'node:fs';
import { createRestorer } from '../../src/index.js';
import type { Restorer } from '../../src/types.js';
import { joinGolds, parseGold, type Gold } from '../gold.js';
import { addScores, score } from '../score.js';
import { inContext, listErrors } from './errors.js';
import { SCORE_HEADING, scoreCells } from './figures.js';
import type { Request } from './request.js';
import { decimal, formatTable, whole } from './table.js';
import { reportTranslated } from './translated.js';

/** A row of a JSONL file: a marked sentence of some page, or a trap, in which every edit is a false alarm. */
interface Row {
  readonly id: string;
  readonly family?: string;
  readonly page?: string;
  readonly marked?: string;
  readonly text?: string;
}

/** Figures on files of marked sentences (those of one page are one document) and of traps (each alone). */
export function reportRows({ paths, mode, errors }: Pick<Request, 'paths' | 'mode' | 'errors'>): string {
  const restorer = createRestorer({ mode });
  return paths.flatMap((file) => {
    const rows = readRows(file);
    const marked = rows.filter((row) => row.marked !== undefined);
    const traps = rows.filter((row) => row.marked === undefined);
    return [
      `${file}, mode ${mode}\n`,
      ...(marked.length > 0 ? [reportMarked(marked, restorer, errors), reportTranslated(documentsOf(marked), mode)] : []),
      ...(traps.length > 0 ? [reportTraps(traps, restorer)] : []),
    ];
  }).join('\n');
}

function readRows(file: string): Row[] {
  return readFileSync(file, 'utf8').split('\n').flatMap((line, i) => {
    if (line === '') return [];
    const row = JSON.parse(line) as Partial<Row>;
    if (typeof row.marked === 'string' || typeof row.text === 'string') return [{ ...row, id: row.id ?? `line ${i + 1}` }];
    throw new Error(`${file}:${i + 1}: got neither "marked" nor "text", expected a marked sentence or a trap; add one of the two`);
  });
}

function reportMarked(rows: readonly Row[], restorer: Restorer, errors: boolean): string {
  const results = documentsOf(rows).map((document) => {
    const { edits, verdict } = restorer.restore(document.gold.text);
    return { ...document, verdict, score: score(document.gold, edits) };
  });
  const families = [...new Set(results.map(({ family }) => family))].sort();
  const cells = (name: string, chosen: typeof results): string[] => [
    name,
    whole(chosen.length),
    whole(chosen.filter(({ verdict }) => verdict.family !== 'none').length),
    ...scoreCells(addScores(chosen.map((result) => result.score)), chosen.reduce((sum, { verdict }) => sum + verdict.words, 0)),
  ];
  const byFamily = families.map((family) => cells(family, results.filter((result) => result.family === family)));
  const table = formatTable(['family', 'documents', 'seen as spun', ...SCORE_HEADING], [...byFamily, cells('all', results)]);
  const lists = results.map((result) => [`\n${result.page} (${result.family})`, ...listErrors(result.gold.text, result.score)].join('\n'));
  return [table, ...(errors ? lists : []), ''].join('\n');
}

/** The sentences of one page and family, joined by line breaks; a sentence without a page is a document of its own. */
function documentsOf(rows: readonly Row[]): { page: string; family: string; gold: Gold }[] {
  const documents = new Map<string, { page: string; family: string; golds: Gold[] }>();
  for (const { id, page = id, family = 'unknown', marked } of rows) {
    const key = `${page}\n${family}`;
    const document = documents.get(key) ?? { page, family, golds: [] };
    document.golds.push(parseGold(marked!));
    documents.set(key, document);
  }
  return [...documents.values()].map(({ page, family, golds }) => ({ page, family, gold: joinGolds(golds, '\n') }));
}

function reportTraps(rows: readonly Row[], restorer: Restorer): string {
  const alarms = rows.map(({ id, text }) => ({ id, text: text!, edits: restorer.restore(text!).edits }));
  const edits = alarms.reduce((sum, alarm) => sum + alarm.edits.length, 0);
  const lines = alarms.flatMap(({ id, text, edits: own }) =>
    own.map((edit) => `  ${id}  ${edit.probability.toFixed(2)}  ${inContext(text, edit, `${edit.observed} → ${edit.replacement}`)}`));
  const edited = alarms.filter((alarm) => alarm.edits.length > 0).length;
  const title = `${rows.length} traps, ${edited} of them edited, ${edits} edits, ${decimal(edits / rows.length, 2)} per trap`;
  return [title, ...lines, ''].join('\n');
}
