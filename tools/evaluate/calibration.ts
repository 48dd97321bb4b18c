import { MODES } from '../../src/options.js';
import { score, type ScoredEdit } from '../score.js';
import type { Gold } from '../gold.js';
import { makePipeline } from './pipeline.js';
import type { Request } from './request.js';
import { describeSimulation, simulate } from './simulated.js';
import { formatTable, share, whole } from './table.js';

const BINS = 10;

/** What an edit said of itself, and whether it was right. */
export interface Statement {
  readonly probability: number;
  readonly right: boolean;
}

/** Statements that fall into one tenth of the scale. */
export interface Bin {
  readonly from: number;
  readonly count: number;
  /** Mean of the probabilities stated; NaN where there are none. */
  readonly stated: number;
  /** Share that was right; NaN where there are none. */
  readonly true: number;
}

/** Reliability of the probabilities of applied edits on simulated text, and of all edits, suggestions included. */
export function reportCalibration(request: Request): string {
  const simulation = simulate(request);
  const { restore } = makePipeline({ lexicon: simulation.lexicon });
  const applied: Statement[] = [];
  const all: Statement[] = [];
  for (const { gold } of simulation.documents) {
    const { edits } = restore(gold.text);
    applied.push(...statementsOf(gold, edits.filter(({ probability }) => probability >= MODES[request.mode])));
    all.push(...statementsOf(gold, edits));
  }
  const title = `${describeSimulation(request, simulation)}; mode ${request.mode}`;
  return [title, ...section('applied edits', applied), ...section('all edits, suggestions included', all)].join('\n');
}

/** Sorts statements into tenths of the scale; the last one holds 1 as well. */
export function binsOf(statements: readonly Statement[]): Bin[] {
  return Array.from({ length: BINS }, (_, bin): Bin => {
    const inside = statements.filter(({ probability }) => Math.min(BINS - 1, Math.floor(probability * BINS)) === bin);
    return {
      from: bin / BINS,
      count: inside.length,
      stated: inside.reduce((sum, { probability }) => sum + probability, 0) / inside.length,
      true: inside.filter(({ right }) => right).length / inside.length,
    };
  });
}

/** Expected calibration error: the distance of stated from true, averaged over all statements. NaN where there are none. */
export function calibrationError(bins: readonly Bin[]): number {
  const filled = bins.filter(({ count }) => count > 0);
  const total = filled.reduce((sum, { count }) => sum + count, 0);
  return filled.reduce((sum, bin) => sum + bin.count * Math.abs(bin.stated - bin.true), 0) / total;
}

function statementsOf(gold: Gold, edits: readonly ScoredEdit[]): Statement[] {
  return score(gold, edits).groups.filter(({ outcome }) => outcome !== 'free')
    .flatMap(({ edits: own, outcome }) => own.map(({ probability }) => ({ probability: probability!, right: outcome === 'right' })));
}

function section(title: string, statements: readonly Statement[]): string[] {
  const bins = binsOf(statements);
  const rows = bins.filter(({ count }) => count > 0).map((bin) => {
    const tenth = `${bin.from.toFixed(1)}–${(bin.from + 1 / BINS).toFixed(1)}`;
    return [tenth, whole(bin.count), share(bin.stated), share(bin.true), share(bin.true - bin.stated)];
  });
  const table = formatTable(['stated', 'count', 'mean stated', 'true', 'difference'], rows);
  return [`\n${title}`, table, `expected calibration error ${share(calibrationError(bins))}`];
}
