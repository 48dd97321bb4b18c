import { describe, expect, test } from 'vitest';
import { placeEdits } from '../../src/integrations/placed.js';
import type { Edit } from '../../src/types.js';

type Pair = readonly [start: number, end: number];

const span = ([start, end]: Pair) => ({ start, end });

describe('placeEdits', () => {
  test.each<[string, Pair[], Pair[], [edit: Pair, span: Pair][]]>([
    ['no spans', [[0, 3]], [], []],
    ['an edit as long as its span', [[2, 5]], [[2, 5]], [[[2, 5], [2, 5]]]],
    ['edits before, across and after a span', [[0, 2], [3, 6], [6, 8], [9, 12]], [[4, 10]], [[[6, 8], [4, 10]]]],
    ['spans that hold two edits, none and one', [[1, 2], [3, 4], [20, 21]], [[0, 5], [6, 9], [15, 25]], [[[1, 2], [0, 5]], [[3, 4], [0, 5]], [[20, 21], [15, 25]]]],
    ['an edit across two spans that touch', [[3, 7], [8, 9]], [[0, 5], [5, 10]], [[[8, 9], [5, 10]]]],
    ['an insertion at the end of a span', [[5, 5]], [[0, 5], [6, 9]], [[[5, 5], [0, 5]]]],
  ])('%s', (_, edits, spans, expected) => {
    const placed = placeEdits(edits.map((pair) => span(pair) as Edit), spans.map(span));
    expect(placed).toEqual(expected.map(([edit, holder]) => ({ edit: span(edit), span: span(holder) })));
  });
});
