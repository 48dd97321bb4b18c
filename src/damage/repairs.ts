import type { Edit } from '../types.js';
import { damageEdits, type Finding } from './damage.js';
import { fixedPhrases } from './fixed-phrases.js';

/** What the detectors would mend, however probable. Fixed phrases are left out: the decoder weighs the words around them, which a name does not need. */
export function repairsAmong(findings: readonly Finding[]): Edit[] {
  return damageEdits(findings.filter(({ detector }) => detector !== fixedPhrases.name), 0);
}

/** All of the first edits, and those of the others that overlap none of them nor each other; in order. */
export function mergeEdits(first: readonly Edit[], others: readonly Edit[]): Edit[] {
  const merged = [...first].sort(byStart);
  for (const edit of [...others].sort((a, b) => b.probability - a.probability || a.start - b.start)) {
    const at = placeOf(merged, edit.start);
    const before = merged[at - 1];
    const after = merged[at];
    if (before !== edit && after !== edit && (!before || before.end <= edit.start) && (!after || edit.end <= after.start)) merged.splice(at, 0, edit);
  }
  return merged;
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

function byStart(a: Edit, b: Edit): number {
  return a.start - b.start;
}
