import type { Edit, EditType } from '../src/types.js';
import type { Gold, Mark } from './gold.js';

/** The parts of an edit that scoring needs. */
export type ScoredEdit = Pick<Edit, 'start' | 'end' | 'replacement'> & Partial<Pick<Edit, 'type' | 'probability'>>;

/** Marks and edits that overlap, judged together. */
export interface Group {
  readonly start: number;
  readonly end: number;
  readonly marks: readonly Mark[];
  readonly edits: readonly ScoredEdit[];
  /** `right`: restored as the gold allows; `free`: only optional marks, nothing to count. */
  readonly outcome: 'right' | 'free' | 'missed' | 'wrong' | 'spurious';
}

/** Counts of one text. */
export interface Score {
  readonly truePositives: number;
  readonly falsePositives: number;
  readonly falseNegatives: number;
  /** Required marks with an edit on them, and edits with any mark under them. */
  readonly marksFound: number;
  readonly marks: number;
  readonly editsOnMarks: number;
  readonly edits: number;
  readonly groups: readonly Group[];
}

/**
 * Scores edits against gold. Overlapping marks and edits form a group; it is right when the restored text of its stretch is one of the
 * combinations the gold allows (required marks changed to a listed right, optional ones changed or left, quotes compared straight). A right group counts
 * its required marks as true positives; a wrong one its edits as false positives and its required marks as false negatives; an edit
 * outside any mark is a false positive.
 */
export function score(gold: Gold, edits: readonly ScoredEdit[]): Score {
  const groups = group(gold, edits);
  const count = (wanted: (group: Group) => number): number => groups.reduce((sum, item) => sum + wanted(item), 0);
  const required = (item: Group): number => item.marks.filter((mark) => mark.required).length;
  return {
    truePositives: count((item) => (item.outcome === 'right' ? required(item) : 0)),
    falsePositives: count((item) => (item.outcome === 'wrong' || item.outcome === 'spurious' ? item.edits.length : 0)),
    falseNegatives: count((item) => (item.outcome === 'wrong' || item.outcome === 'missed' ? required(item) : 0)),
    marksFound: count((item) => (item.edits.length > 0 ? item.marks.filter((mark) => mark.required && item.edits.some((edit) => overlap(edit, mark))).length : 0)),
    marks: gold.marks.filter((mark) => mark.required).length,
    editsOnMarks: count((item) => item.edits.filter((edit) => item.marks.some((mark) => overlap(edit, mark))).length),
    edits: edits.length,
    groups,
  };
}

/**
 * Precision, recall and F0.5 (recall weighs half as much). Precision is NaN where nothing was proposed, recall where nothing was to be found, F0.5 only
 * where both hold: it is 0 where something was to be found and nothing was.
 */
export function rates(counts: { truePositives: number; falsePositives: number; falseNegatives: number }): { precision: number; recall: number; f: number } {
  const { truePositives, falsePositives, falseNegatives } = counts;
  return {
    precision: truePositives / (truePositives + falsePositives),
    recall: truePositives / (truePositives + falseNegatives),
    f: (1.25 * truePositives) / (1.25 * truePositives + 0.25 * falseNegatives + falsePositives),
  };
}

/** Adds up the counts of several texts. */
export function addScores(scores: readonly Score[]): Score {
  const sum = (field: Exclude<keyof Score, 'groups'>): number => scores.reduce((total, item) => total + item[field], 0);
  return {
    truePositives: sum('truePositives'), falsePositives: sum('falsePositives'), falseNegatives: sum('falseNegatives'),
    marksFound: sum('marksFound'), marks: sum('marks'), editsOnMarks: sum('editsOnMarks'), edits: sum('edits'),
    groups: scores.flatMap((item) => item.groups),
  };
}

/** The same counts for the groups of one type; a group counts under the type of its first mark, or of its first edit. */
export function scoreByType(total: Score): Map<EditType, { truePositives: number; falsePositives: number; falseNegatives: number }> {
  const byType = new Map<EditType, { truePositives: number; falsePositives: number; falseNegatives: number }>();
  for (const item of total.groups) {
    const type = (item.marks.find((mark) => mark.required) ?? item.marks[0])?.type ?? item.edits[0]?.type ?? 'lexical';
    const counts = byType.get(type) ?? { truePositives: 0, falsePositives: 0, falseNegatives: 0 };
    const required = item.marks.filter((mark) => mark.required).length;
    if (item.outcome === 'right') counts.truePositives += required;
    if (item.outcome === 'wrong' || item.outcome === 'spurious') counts.falsePositives += item.edits.length;
    if (item.outcome === 'wrong' || item.outcome === 'missed') counts.falseNegatives += required;
    byType.set(type, counts);
  }
  return byType;
}

function overlap(a: { start: number; end: number }, b: { start: number; end: number }): boolean {
  return a.start < b.end && b.start < a.end;
}

function group(gold: Gold, edits: readonly ScoredEdit[]): Group[] {
  const items = [...gold.marks.map((mark) => ({ span: mark, mark })), ...edits.map((edit) => ({ span: edit, edit }))] as {
    span: { start: number; end: number };
    mark?: Mark;
    edit?: ScoredEdit;
  }[];
  items.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const groups: { start: number; end: number; marks: Mark[]; edits: ScoredEdit[] }[] = [];
  for (const { span, mark, edit } of items) {
    let last = groups.at(-1);
    if (!last || span.start >= last.end) groups.push((last = { start: span.start, end: span.end, marks: [], edits: [] }));
    last.end = Math.max(last.end, span.end);
    if (mark) last.marks.push(mark);
    if (edit) last.edits.push(edit);
  }
  return groups.map((item) => ({ ...item, outcome: judge(gold.text, item) }));
}

function judge(text: string, { start, end, marks, edits }: Omit<Group, 'outcome'>): Group['outcome'] {
  if (marks.length === 0) return 'spurious';
  const required = marks.some((mark) => mark.required);
  if (edits.length === 0) return required ? 'missed' : 'free';
  return allowed(text, { start, end, marks }, straight(restoredStretch(text, { start, end, edits }))) ? (required ? 'right' : 'free') : 'wrong';
}

/** The stretch of a group with its edits applied. */
export function restoredStretch(text: string, { start, end, edits }: Pick<Group, 'start' | 'end' | 'edits'>): string {
  let restored = '';
  let from = start;
  for (const edit of edits) {
    restored += text.slice(from, edit.start) + edit.replacement;
    from = edit.end;
  }
  return restored + text.slice(from, end);
}

/** Whether `restored` is the stretch with every mark in one of its allowed states. */
function allowed(text: string, { start, end, marks }: { start: number; end: number; marks: readonly Mark[] }, restored: string): boolean {
  const ends = (mark: number, from: number, at: number): boolean => {
    const next = marks[mark];
    const plain = straight(text.slice(from, next?.start ?? end));
    if (!restored.startsWith(plain, at)) return false;
    const place = at + plain.length;
    if (!next) return place === restored.length;
    const states = next.required ? next.rights : [...next.rights, next.observed];
    return states.some((state) => restored.startsWith(straight(state), place) && ends(mark + 1, next.end, place + straight(state).length));
  };
  return ends(0, start, 0);
}

function straight(text: string): string {
  return text.replace(/[\u201c\u201d]/g, '"').replace(/[\u2018\u2019]/g, "'");
}
