import type { Edit, Span } from '../types.js';

/** What applying and reverting need of an edit. */
export type Replacement = Pick<Edit, 'start' | 'end' | 'observed' | 'replacement'>;

/**
 * Applies edits to the text they were made for: each span is replaced by its replacement. Exact inverse of {@link revertEdits}.
 *
 * @throws {RangeError} where edits are unsorted, overlap, reach beyond the text, or the text at a span is not `observed`.
 */
export function applyEdits(text: string, edits: readonly Replacement[]): string {
  return replaceAll(text, edits, (edit) => edit, (edit) => edit.observed, (edit) => edit.replacement);
}

/**
 * Undoes {@link applyEdits}: takes the restored text and the same edits, returns the text as it was given.
 *
 * @throws {RangeError} where the restored text is not what applying these edits gives.
 */
export function revertEdits(restored: string, edits: readonly Replacement[]): string {
  let shift = 0;
  const spans = new Map(edits.map((edit): [Replacement, Span] => {
    const start = edit.start + shift;
    shift += edit.replacement.length - edit.observed.length;
    return [edit, { start, end: start + edit.replacement.length }];
  }));
  return replaceAll(restored, edits, (edit) => spans.get(edit)!, (edit) => edit.replacement, (edit) => edit.observed);
}

function replaceAll(
  text: string, edits: readonly Replacement[], spanOf: (edit: Replacement) => Span, there: (edit: Replacement) => string, put: (edit: Replacement) => string,
): string {
  if (edits.length === 0) return text;
  const parts: string[] = [];
  let from = 0;
  for (const edit of edits) {
    const { start, end } = spanOf(edit);
    if (start < from || end < start || end > text.length) {
      throw new RangeError(`got an edit at ${start}–${end} after one that ends at ${from} in a text of ${text.length}; expected sorted edits that do not overlap`);
    }
    const found = text.slice(start, end);
    if (found !== there(edit)) {
      throw new RangeError(`got "${found}" at ${start}–${end}, expected "${there(edit)}"; pass the edits with the text they belong to`);
    }
    parts.push(text.slice(from, start), put(edit));
    from = end;
  }
  parts.push(text.slice(from));
  return parts.join('');
}
