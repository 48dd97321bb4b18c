import type { EditType } from '../../src/types.js';
import { rates, scoreByType, type Score } from '../score.js';
import { decimal, formatTable, share, whole } from './table.js';

/** Headings of {@link scoreCells}. */
export const SCORE_HEADING: readonly string[] = ['marks', 'span P', 'span R', 'TP', 'FP', 'FN', 'P', 'R', 'F0.5', 'wrong/1000'];

/** The figures of a score: required marks, span detection, correction, and wrong edits per 1,000 words. */
export function scoreCells(total: Score, words: number): string[] {
  const { truePositives, falsePositives, falseNegatives, marks, marksFound, editsOnMarks, edits } = total;
  const { precision, recall, f } = rates(total);
  return [
    whole(marks), share(editsOnMarks / edits), share(marksFound / marks),
    whole(truePositives), whole(falsePositives), whole(falseNegatives), share(precision), share(recall), share(f),
    decimal((1000 * falsePositives) / words, 2),
  ];
}

/** The same for each type of mark, as a table; the most frequent first. */
export function typeTable(total: Score): string {
  const rows = [...scoreByType(total)].sort(([a, left], [b, right]) => required(right) - required(left) || (a < b ? -1 : 1));
  return formatTable(['type', 'marks', 'TP', 'FP', 'FN', 'P', 'R', 'F0.5'], rows.map(([type, counts]) => typeCells(type, counts)));
}

type Counts = Pick<Score, 'truePositives' | 'falsePositives' | 'falseNegatives'>;

function required({ truePositives, falseNegatives }: Counts): number {
  return truePositives + falseNegatives;
}

function typeCells(type: EditType, counts: Counts): string[] {
  const { precision, recall, f } = rates(counts);
  const { truePositives, falsePositives, falseNegatives } = counts;
  const figures = [precision, recall, f].map(share);
  return [type, ...[required(counts), truePositives, falsePositives, falseNegatives].map(whole), ...figures];
}
