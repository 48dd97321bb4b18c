import { frequencyModel } from '../../src/decode/frequency-model.js';
import { MODES } from '../../src/options.js';
import { addScores, rates, score, type Score } from '../score.js';
import { listErrors } from './errors.js';
import { makePipeline, type PipelineOptions } from './pipeline.js';
import type { Request } from './request.js';
import { describeSimulation, simulate, type Simulation } from './simulated.js';
import { decimal, formatTable, share, whole } from './table.js';

/** One idea of the decoder switched off. */
interface Rung {
  readonly name: string;
  readonly parts?: () => Omit<PipelineOptions, 'lexicon'>;
  /** Least probability of an applied edit, where it is not the mode's. */
  readonly least?: number;
}

const COMPLETE: Rung = { name: 'complete' };

/** What each idea is worth: the same figures without it. A new idea of the decoder gets a line here. */
const LADDER: readonly Rung[] = [
  { name: 'context: frequencies of single words only', parts: () => ({ model: frequencyModel() }) },
  { name: 'survivors off', parts: () => ({ weights: { survivor: 1 } }) },
  { name: 'keeping a head costs nothing', parts: () => ({ weights: { keepHead: 0 } }) },
  { name: 'broken names earn nothing', parts: () => ({ weights: { brokenName: 0 } }) },
  { name: 'one decoding, nothing learned from it', parts: () => ({ weights: { prior: 0 } }) },
  { name: 'gate off: every text taken as spun', parts: () => ({ assumeSpun: true }) },
  { name: 'threshold off: every edit applied', least: 0 },
];

/** Figures on simulated text, exact original required; with `ladder`, the same without each idea of the decoder. */
export function reportSimulation(request: Request): string {
  const simulation = simulate(request);
  const rungs = request.ladder ? [COMPLETE, ...LADDER] : [COMPLETE];
  const results = rungs.map((rung) => climb(rung, simulation, rung.least ?? MODES[request.mode]));
  const heading = ['decoder', 'marks', 'TP', 'FP', 'FN', 'P', 'R', 'F0.5', 'clean wrong/1000'];
  const lists = simulation.documents.map(({ id, gold }, i) => [`\n${id}`, ...listErrors(gold.text, results[0]!.scores[i]!)].join('\n'));
  return [
    `${describeSimulation(request, simulation)}; mode ${request.mode}\n`,
    formatTable(heading, results.map(({ cells }) => cells)),
    ...(request.errors ? lists : []),
  ].join('\n');
}

/** Figures of one decoder on the spun documents, and its edits on the same documents before they were spun. */
function climb({ name, parts }: Rung, { documents, lexicon }: Simulation, least: number): { cells: string[]; scores: Score[] } {
  const pipeline = makePipeline({ lexicon, ...parts?.() });
  const applied = (text: string) => pipeline.restore(text).edits.filter(({ probability }) => probability >= least);
  const scores = documents.map(({ gold }) => score(gold, applied(gold.text)));
  const total = addScores(scores);
  const { truePositives, falsePositives, falseNegatives, marks } = total;
  const { precision, recall, f } = rates(total);
  const alarms = documents.reduce((sum, { clean }) => sum + applied(clean).length, 0);
  const words = documents.reduce((sum, { clean }) => sum + pipeline.detect(clean).words, 0);
  const counts = [marks, truePositives, falsePositives, falseNegatives].map(whole);
  return { cells: [name, ...counts, share(precision), share(recall), share(f), decimal((1000 * alarms) / words, 2)], scores };
}
