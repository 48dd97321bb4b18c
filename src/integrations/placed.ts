import type { Edit, Span } from '../types.js';

/** An edit and the span that holds it. */
export interface Placed<S extends Span> {
  readonly edit: Edit;
  readonly span: S;
}

/** The edits that lie within one of the spans, in order; those that reach beyond are left out. Both lists are sorted and without overlaps. */
export function placeEdits<S extends Span>(edits: readonly Edit[], spans: readonly S[]): Placed<S>[] {
  const placed: Placed<S>[] = [];
  let next = 0;
  for (const edit of edits) {
    while (next < spans.length && spans[next]!.end < edit.end) next++;
    const span = spans[next];
    if (span && span.start <= edit.start) placed.push({ edit, span });
  }
  return placed;
}
