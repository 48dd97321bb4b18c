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
  it('keeps all of the first, and of the others what overlaps none', () => {
    const [first, over, touching, apart] = [edit(5, 10, 0.7), edit(8, 12, 0.99), edit(10, 12, 0.8), edit(0, 2, 0.6)];
    expect(mergeEdits([first!], [over!, touching!, apart!])).toEqual([apart, first, touching].map((item) => item));
  });

  it('of others that overlap each other, keeps the likelier', () => {
    const [likely, unlikely] = [edit(3, 6, 0.9), edit(5, 9, 0.8)];
    expect(mergeEdits([], [unlikely!, likely!])).toEqual([likely]);
  });

  it('keeps one of an edit given twice, and insertions at one place', () => {
    const insertion = edit(4, 4, 0.9);
    expect(mergeEdits([insertion], [insertion])).toEqual([insertion]);
    expect(mergeEdits([], [])).toEqual([]);
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
