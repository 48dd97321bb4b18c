import type { Edit } from '../types.js';
import { damageEdits, type Finding } from './damage.js';
import { fixedPhrases } from './fixed-phrases.js';

/**
 * What the detectors would mend, however probable. Fixed phrases are left out: the decoder weighs the words around them, which a name does
 * not need.
 */
export function repairsAmong(findings: readonly Finding[]): Edit[] {
  return damageEdits(findings.filter(({ detector }) => detector !== fixedPhrases.name), 0);
}

/** The edits of all lists in order, without those that overlap one of an earlier list or stand in it; those of one list never overlap. */
export function mergeEdits(...lists: readonly (readonly Edit[])[]): Edit[] {
  return lists.reduce<Edit[]>((merged, list) => {
    const fitting = list.filter((edit) => !isTaken(merged, edit));
    return fitting.length === 0 ? merged : [...merged, ...fitting].sort((a, b) => a.start - b.start);
  }, []);
}

/** Whether the edit is among the sorted ones, or overlaps one of them. */
function isTaken(edits: readonly Edit[], edit: Edit): boolean {
  const at = placeOf(edits, edit.start);
  const before = edits[at - 1];
  const after = edits[at];
  return after === edit || (before !== undefined && before.end > edit.start) || (after !== undefined && after.start < edit.end);
}

/** Number of edits that start before `start`. */
function placeOf(edits: readonly Edit[], start: number): number {
  let low = 0;
  let high = edits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (edits[middle]!.start < start) low = middle + 1;
    else high = middle;
  }
  return low;
}
