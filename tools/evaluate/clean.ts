import { builtinTables } from '../../src/dictionary/dictionary.js';
import { buildLexicon } from '../../src/dictionary/lexicon.js';
import { MODES } from '../../src/options.js';
import type { Edit, Verdict } from '../../src/types.js';
import { readFolders, type Document } from '../read-folders.js';
import { inContext } from './errors.js';
import { makePipeline, type Pipeline } from './pipeline.js';
import type { Request } from './request.js';
import { sampleDocuments } from './sample.js';
import { decimal, formatTable, share, whole } from './table.js';

/** From this length on a verdict of one half or more on a clean document counts as an accusation. */
const JUDGED_FROM = 200;

/** A clean document of which the library thought ill. */
interface Suspect {
  readonly document: Document;
  readonly verdict: Verdict;
  /** Edits applied in `balanced` mode; those of `certain` are among them. */
  readonly edits: readonly Edit[];
}

/** What was found in one folder. */
interface Findings {
  readonly name: string;
  documents: number;
  words: number;
  judged: number;
  readonly suspects: Suspect[];
}

/** False alarms on clean text, folder by folder: documents edited, edits, and verdicts of one half or more. */
export function reportClean({ paths, errors, documents, seed }: Pick<Request, 'paths' | 'errors' | 'documents' | 'seed'>): string {
  const pipeline = makePipeline({ lexicon: buildLexicon(builtinTables()) });
  const folders = paths.map((path) => {
    const source = Number.isFinite(documents) ? sampleDocuments({ folders: [path], documents, seed }) : readFolders([path]);
    return readClean(path, source, pipeline);
  });
  const heading = [
    'folder', 'documents', 'words', 'edited, balanced', 'edited, certain', 'edits/million, balanced', 'edits/million, certain',
    `of ${JUDGED_FROM} words`, 'verdict >= .5',
  ];
  const table = formatTable(heading, [...folders, ...(folders.length > 1 ? [addUp(folders)] : [])].map(cellsOf));
  const lists = folders.flatMap(({ suspects }) => suspects).flatMap((suspect) => describeSuspect(suspect, errors));
  return [table, ...(lists.length > 0 ? ['', ...lists] : [])].join('\n');
}

function readClean(name: string, source: Iterable<Document>, pipeline: Pipeline): Findings {
  const findings: Findings = { name, documents: 0, words: 0, judged: 0, suspects: [] };
  for (const document of source) {
    const { edits: found, verdict } = pipeline.restore(document.text);
    const edits = found.filter(({ probability }) => probability >= MODES.balanced);
    findings.documents++;
    findings.words += verdict.words;
    if (verdict.words >= JUDGED_FROM) findings.judged++;
    if (edits.length > 0 || isAccused(verdict)) findings.suspects.push({ document, verdict, edits });
  }
  return findings;
}

function isAccused({ words, probability }: Verdict): boolean {
  return words >= JUDGED_FROM && probability >= 0.5;
}

function isCertain({ probability }: Edit): boolean {
  return probability >= MODES.certain;
}

function addUp(folders: readonly Findings[]): Findings {
  const sum = (field: 'documents' | 'words' | 'judged'): number => folders.reduce((total, folder) => total + folder[field], 0);
  return { name: 'all', documents: sum('documents'), words: sum('words'), judged: sum('judged'), suspects: folders.flatMap(({ suspects }) => suspects) };
}

function cellsOf({ name, documents, words, judged, suspects }: Findings): string[] {
  const edits = suspects.flatMap((suspect) => suspect.edits);
  const perMillion = (count: number): string => decimal((1e6 * count) / words, 2);
  return [
    name, whole(documents), whole(words),
    whole(suspects.filter((suspect) => suspect.edits.length > 0).length),
    whole(suspects.filter((suspect) => suspect.edits.some(isCertain)).length),
    perMillion(edits.length), perMillion(edits.filter(isCertain).length),
    whole(judged), whole(suspects.filter(({ verdict }) => isAccused(verdict)).length),
  ];
}

function describeSuspect({ document, verdict, edits }: Suspect, errors: boolean): string[] {
  const { probability, score, words } = verdict;
  const title = `${document.id}: verdict ${share(probability)}, score ${decimal(score, 1)}, ${whole(words)} words, ${edits.length} edits`;
  const list = edits.map((edit) => `  ${share(edit.probability)}  ${inContext(document.text, edit, `${edit.observed} → ${edit.replacement}`)}`);
  return [title, ...(errors ? list : [])];
}
