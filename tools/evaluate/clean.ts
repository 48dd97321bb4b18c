import { createRestorer } from '../../src/index.js';
import type { Edit, Restorer, Verdict } from '../../src/types.js';
import { readFolders, type Document } from '../read-folders.js';
import { inContext } from './errors.js';
import type { Request } from './request.js';
import { sampleDocuments } from './sample.js';
import { decimal, formatTable, share, whole } from './table.js';

/** From this length on a verdict of one half or more on a clean document counts as an accusation. */
const JUDGED_FROM = 200;

/** A clean document of which the library thought ill. */
interface Suspect {
  readonly document: Document;
  readonly verdict: Verdict;
  /** Edits applied in `balanced` mode and in `certain` mode. */
  readonly edits: readonly Edit[];
  readonly certain: readonly Edit[];
}

/** One restorer a mode. */
type Restorers = Readonly<Record<'balanced' | 'certain', Restorer>>;

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
  const restorers = { balanced: createRestorer({ mode: 'balanced' }), certain: createRestorer({ mode: 'certain' }) };
  const folders = paths.map((path) => {
    const source = Number.isFinite(documents) ? sampleDocuments({ folders: [path], documents, seed }) : readFolders([path]);
    return readClean(path, source, restorers);
  });
  const heading = [
    'folder', 'documents', 'words', 'edited, balanced', 'edited, certain', 'edits/million, balanced', 'edits/million, certain',
    `of ${JUDGED_FROM} words`, 'verdict >= .5',
  ];
  const table = formatTable(heading, [...folders, ...(folders.length > 1 ? [addUp(folders)] : [])].map(cellsOf));
  const lists = folders.flatMap(({ suspects }) => suspects).flatMap((suspect) => describeSuspect(suspect, errors));
  return [table, ...(lists.length > 0 ? ['', ...lists] : [])].join('\n');
}

function readClean(name: string, source: Iterable<Document>, { balanced, certain }: Restorers): Findings {
  const findings: Findings = { name, documents: 0, words: 0, judged: 0, suspects: [] };
  for (const document of source) {
    const { edits, verdict } = balanced.restore(document.text);
    findings.documents++;
    findings.words += verdict.words;
    if (verdict.words >= JUDGED_FROM) findings.judged++;
    // What is applied in `certain` mode is applied in `balanced` mode too: most documents need reading once.
    if (edits.length === 0 && !isAccused(verdict)) continue;
    findings.suspects.push({ document, verdict, edits, certain: certain.restore(document.text).edits });
  }
  return findings;
}

function isAccused({ words, probability }: Verdict): boolean {
  return words >= JUDGED_FROM && probability >= 0.5;
}

function addUp(folders: readonly Findings[]): Findings {
  const sum = (field: 'documents' | 'words' | 'judged'): number => folders.reduce((total, folder) => total + folder[field], 0);
  const suspects = folders.flatMap((folder) => folder.suspects);
  return { name: 'all', documents: sum('documents'), words: sum('words'), judged: sum('judged'), suspects };
}

function cellsOf({ name, documents, words, judged, suspects }: Findings): string[] {
  const edited = (mode: 'edits' | 'certain'): string => whole(suspects.filter((suspect) => suspect[mode].length > 0).length);
  const perMillion = (mode: 'edits' | 'certain'): string => decimal((1e6 * suspects.flatMap((suspect) => suspect[mode]).length) / words, 2);
  return [
    name, whole(documents), whole(words),
    edited('edits'), edited('certain'), perMillion('edits'), perMillion('certain'),
    whole(judged), whole(suspects.filter(({ verdict }) => isAccused(verdict)).length),
  ];
}

function describeSuspect({ document, verdict, edits }: Suspect, errors: boolean): string[] {
  const { probability, score, words } = verdict;
  const title = `${document.id}: verdict ${share(probability)}, score ${decimal(score, 1)}, ${whole(words)} words, ${edits.length} edits`;
  const list = edits.map((edit) => {
    const shown = inContext(document.text, edit, `${edit.observed} → ${edit.replacement}`);
    return `  ${share(edit.probability)}  ${shown}`;
  });
  return [title, ...(errors ? list : [])];
}
