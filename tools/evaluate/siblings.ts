import { readModel } from '../../src/decode/context-model.js';
import { MODES } from '../../src/options.js';
import { restoreBeside, type Story, type Workshop } from '../../src/sources/beside.js';
import type { Edit } from '../../src/types.js';
import type { Gold } from '../gold.js';
import { addScores, rates, score, type Score } from '../score.js';
import { binsOf, calibrationError, type Statement } from './calibration.js';
import { makeCopies, type Copies, type CopyOptions } from './copies.js';
import { makePipeline } from './pipeline.js';
import type { Request } from './request.js';
import { formatTable, share, whole } from './table.js';
import { model } from '#lazy-model';

const LISTS: readonly CopyOptions['lists'][] = ['one list', 'two lists'];
const ORDERS: readonly CopyOptions['order'][] = ['same order', 'a fifth dropped', 'a fifth reordered'];
const SHARES: readonly CopyOptions['share'][] = [0.7, 'all'];

const HEADING = ['copies', 'shown', 'P alone', 'R', 'F0.5', 'P helped', 'R', 'F0.5', 'gain'];

/** A copy by itself and with help, scored. */
interface Outcome {
  readonly alone: Score;
  readonly helped: Score;
  readonly edits: readonly Edit[];
  readonly gold: Gold;
  /** Whether the restored text is another than without help. */
  readonly changed: boolean;
}

/** Figures on two spins of each document: one copy alone, with the other, with the original, and with texts that have nothing to do with it. */
export function reportSiblings(request: Request): string {
  const least = MODES[request.mode];
  const statements: Statement[] = [];
  const rows: string[][] = [];
  const strangers: string[] = [];
  for (const lists of LISTS) {
    for (const shown of SHARES) {
      for (const order of ORDERS) {
        const { copies, lexicon } = makeCopies({ ...request, lists, order, share: shown });
        const workshop = workshopOf(lexicon);
        const outcomes = copies.map(({ first, second }) => help(first, { siblings: [second.text], references: [] }, workshop, least));
        rows.push([`${lists}, ${order}`, describe(shown), ...figures(outcomes)]);
        if (order === 'same order') {
          statements.push(...outcomes.flatMap(statementsOf));
          strangers.push(...strangerLines(copies, workshop, least, `${lists}, ${describe(shown)}`));
          rows.push([`${lists}, with the original`, describe(shown), ...figures(copies.map(({ first, clean }) => help(first, { siblings: [], references: [clean] }, workshop, least)))]);
        }
      }
    }
  }
  return [
    `${request.documents} documents of ${request.paths.join(', ')}, each spun twice (seed ${request.seed}); mode ${request.mode}\n`,
    formatTable(HEADING, rows), '', ...strangers, '', ...reliability(statements), '', timing(request),
  ].join('\n');
}

function describe(shown: CopyOptions['share']): string {
  return shown === 'all' ? 'all' : `${shown * 100} %`;
}

function workshopOf(lexicon: Workshop['lexicon']): Workshop {
  return { restore: makePipeline({ lexicon }).restore, lexicon, model: readModel(model().bytes) };
}

function help(gold: Gold, others: Omit<Story, 'texts'>, workshop: Workshop, least: number): Outcome {
  const applied = (edits: readonly Edit[]): Edit[] => edits.filter(({ probability }) => probability >= least);
  const alone = applied(workshop.restore(gold.text).edits);
  const [beside] = restoreBeside({ texts: [gold.text], ...others }, workshop);
  const edits = applied(beside!.edits);
  const changed = JSON.stringify(edits.map(shortly)) !== JSON.stringify(alone.map(shortly)) || beside!.findings.length > 0;
  return { alone: score(gold, alone), helped: score(gold, edits), edits, gold, changed };
}

function shortly({ start, end, replacement }: Edit): unknown {
  return [start, end, replacement];
}

function figures(outcomes: readonly Outcome[]): string[] {
  const alone = rates(addScores(outcomes.map((outcome) => outcome.alone)));
  const helped = rates(addScores(outcomes.map((outcome) => outcome.helped)));
  return [alone.precision, alone.recall, alone.f, helped.precision, helped.recall, helped.f, helped.f - alone.f].map(share);
}

/** The next document as a sibling, spun, and as a reference, clean. */
function strangerLines(copies: readonly Copies[], workshop: Workshop, least: number, name: string): string[] {
  const next = (i: number): Copies => copies[(i + 1) % copies.length]!;
  const siblings = copies.map(({ first }, i) => help(first, { siblings: [next(i).second.text], references: [] }, workshop, least));
  const references = copies.map(({ first }, i) => help(first, { siblings: [], references: [next(i).clean] }, workshop, least));
  const count = (outcomes: readonly Outcome[]): string => `${outcomes.filter(({ changed }) => changed).length} of ${outcomes.length} texts changed`;
  const gain = figures(siblings).at(-1)!;
  return [`${name}: with an unrelated sibling ${count(siblings)}, gain ${gain}; with a reference of another event ${count(references)}`];
}

/** What the edits that rest on another copy said of themselves, and whether they were right. */
function statementsOf({ edits, gold }: Outcome): Statement[] {
  return score(gold, edits).groups.filter(({ outcome }) => outcome !== 'free').flatMap(({ edits: own, outcome }) =>
    own.filter((edit) => (edit as Edit).evidence.sources).map(({ probability }) => ({ probability: probability!, right: outcome === 'right' })));
}

function reliability(statements: readonly Statement[]): string[] {
  const bins = binsOf(statements);
  const cells = bins.filter(({ count }) => count > 0).map((bin) => [bin.from.toFixed(1), whole(bin.count), share(bin.stated), share(bin.true)]);
  return ['applied edits that rest on another copy', formatTable(['stated', 'count', 'mean stated', 'true'], cells), `expected calibration error ${share(calibrationError(bins))}`];
}

const TEXTS = 20;
const LENGTH = 10_000;

/** Seconds that a family of copies takes, and half of it: linear cost shows as a ratio near 2. */
function timing(request: Request): string {
  const { copies, lexicon, spinAgain } = makeCopies({ ...request, lists: 'one list', order: 'same order', share: 'all' });
  const article = copies.map(({ clean }) => clean).join('\n').slice(0, LENGTH);
  const texts = Array.from({ length: TEXTS }, (_, i) => spinAgain(article, `copy ${i}`).text);
  const workshop = workshopOf(lexicon);
  const seconds = (count: number): number => {
    const from = process.cpuUsage().user;
    restoreBeside({ texts: texts.slice(0, count), siblings: [], references: [] }, workshop);
    return (process.cpuUsage().user - from) / 1e6;
  };
  const alone = (count: number): number => {
    const from = process.cpuUsage().user;
    texts.slice(0, count).forEach((text) => workshop.restore(text));
    return (process.cpuUsage().user - from) / 1e6;
  };
  seconds(2);
  const times = [TEXTS / 2, TEXTS].map((count) => `${count} texts of ${LENGTH / 1000} kB: ${seconds(count).toFixed(2)} s of processor time, ${alone(count).toFixed(2)} s of it each by itself`);
  return times.join('\n');
}
