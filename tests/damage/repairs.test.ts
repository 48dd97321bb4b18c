import { describe, expect, it } from 'vitest';
import { findDamage } from '../../src/damage/damage.js';
import { mergeEdits, repairsAmong } from '../../src/damage/repairs.js';
import { tokenize } from '../../src/text/tokenize.js';
import type { Edit } from '../../src/types.js';
import { tableOf } from './tables.js';

const edit = (start: number, end: number, probability: number): Edit => ({
  start, end, observed: '', replacement: 'x', alternatives: [], type: 'lexical', probability, entry: 'a/b/c',
  evidence: { family: 'round-trip', document: 1, survivors: 0, context: 0, match: 'exact' },
});

describe('mergeEdits', () => {
  it('keeps all of the first list, and of the second what overlaps none of it', () => {
    const [first, over, touching, apart] = [edit(5, 10, 0.7), edit(8, 9, 0.99), edit(10, 12, 0.8), edit(0, 2, 0.6)];
    expect(mergeEdits([first!], [apart!, over!, touching!])).toEqual([apart, first, touching]);
  });

  it('an earlier list wins over a later one, however likely', () => {
    const [early, late] = [edit(3, 6, 0.7), edit(5, 9, 0.9)];
    expect(mergeEdits([], [early!], [late!])).toEqual([early]);
  });

  it('keeps an edit once that stands in two lists, insertions too', () => {
    const [insertion, other] = [edit(4, 4, 0.9), edit(4, 8, 0.8)];
    expect(mergeEdits([insertion!, other!], [insertion!, other!])).toEqual([insertion, other]);
    expect(mergeEdits()).toEqual([]);
  });

  it('merges 100,000 edits in less than a second', () => {
    const edits = Array.from({ length: 100_000 }, (_, i) => edit(2 * i, 2 * i + 1, 0.9));
    const started = performance.now();
    expect(mergeEdits(edits.filter((_, i) => i % 2 === 0), edits)).toHaveLength(100_000);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});

describe('repairsAmong', () => {
  const table = tableOf('translation', '  Oval Office: [Oval Cabinet]\n');
  const findings = findDamage(tokenize('He has has met them in the Oval Cabinet.'), { assume: true, phrases: table });

  it('leaves fixed phrases to the decoder', () => {
    expect(findings.map(({ detector }) => detector)).toEqual(['doubled-words', 'fixed-phrases']);
    expect(repairsAmong(findings).map(({ observed }) => observed)).toEqual(['has has']);
  });
});
