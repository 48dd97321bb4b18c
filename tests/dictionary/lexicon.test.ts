import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { compile } from '../../src/dictionary/compile.js';
import { buildLexicon, type Lexicon } from '../../src/dictionary/lexicon.js';
import { rateByte, rateOf, shareByte, shareOf } from '../../src/dictionary/tables.js';
import { entriesFrom, lexiconFrom, phraseOf } from '../helpers/lexicons.js';

describe('rates', () => {
  it('come back within a fifth of what was counted', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (count) => {
        const back = rateOf(rateByte(count, 1e8)) / (count / 1e8);
        if (count >= 2) expect(back).toBeGreaterThan(0.8);
        if (count >= 2) expect(back).toBeLessThan(1.25);
      }),
    );
  });

  it('never fall as counts rise, and stay below 64', () => {
    const bytes = [0, 1, 2, 3, 10, 1000, 1e6, 1e8].map((count) => rateByte(count, 1e8));
    expect(bytes).toEqual([...bytes].sort((a, b) => a - b));
    expect(Math.max(...bytes)).toBeLessThan(64);
    expect(bytes[0]).toBe(0);
  });
});

describe('shares', () => {
  it('come back within an eighth, down to one in a thousand', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 1, noNaN: true }), (share) => {
        expect(Math.abs(shareOf(shareByte(share)) / share - 1)).toBeLessThan(0.125);
      }),
    );
  });

  test.each([[1, 0], [0.5, 3], [0, 31]])('%d is byte %d', (share, byte) => {
    expect(shareByte(share)).toBe(byte);
  });
});

describe('buildLexicon', () => {
  const lexicon = lexiconFrom('war: [warfare, battle]\nfight: [battle]\nCold War: [Chilly Struggle]\nBed Bath & Beyond: [Mattress Bath & Past]', { war: 500 });

  it('knows the heads of an observed form', () => {
    expect(headsOf(lexicon, 'battle')).toEqual(['fight', 'war']);
    expect(headsOf(lexicon, 'warfare')).toEqual(['war']);
    expect(headsOf(lexicon, 'Mattress Bath & Past')).toEqual(['Bed Bath & Beyond']);
    expect(headsOf(lexicon, 'war')).toEqual([]);
  });

  it('knows the entries of a head, their ids and types', () => {
    const entry = lexicon.headEntries[lexicon.headStart[phraseOf(lexicon, 'Cold War')]!]!;
    expect(lexicon.idOf(entry)).toBe('synonym-spin/general/Cold War');
    expect([lexicon.typeOf(entry), lexicon.posOf(entry)]).toEqual(['lexical', undefined]);
  });

  it('cuts phrases as a text would be cut', () => {
    expect(lexicon.wordsOf(phraseOf(lexicon, 'Bed Bath & Beyond'))).toEqual(['bed', 'bath', 'beyond']);
    expect(lexicon.lengths[phraseOf(lexicon, 'Mattress Bath & Past')]).toBe(3);
    expect(lexicon.cased[phraseOf(lexicon, 'Cold War')]).toBe(1);
    expect(lexicon.cased[phraseOf(lexicon, 'war')]).toBe(0);
  });

  it('knows how common a phrase is in clean news', () => {
    expect(lexicon.rates[phraseOf(lexicon, 'war')]).toBeCloseTo(500e-6, 4);
    expect(lexicon.rates[phraseOf(lexicon, 'warfare')]).toBeLessThan(1e-6);
  });

  it('sums the shares of a head to the chance that it is replaced, below 1', () => {
    expect(lexicon.replaced[phraseOf(lexicon, 'war')]).toBeGreaterThan(0);
    expect(lexicon.replaced[phraseOf(lexicon, 'war')]).toBeLessThan(1);
    expect(lexicon.replaced[phraseOf(lexicon, 'battle')]).toBe(0);
  });

  it('leaves out the entries that an option switched off', () => {
    const tables = compile(entriesFrom('war: [battle]\nfight: [battle]'));
    const without = buildLexicon(tables, (row) => buildLexicon(tables).textOf(row.head) !== 'war');
    expect(headsOf(without, 'battle')).toEqual(['fight']);
    expect(without.replaced[phraseOf(without, 'war')]).toBe(0);
  });

  it("lets a user's entry alone decide what its observed forms stand for", () => {
    const own = entriesFrom('combat: [battle]').map((entry) => ({ ...entry, own: true }));
    const both = lexiconFrom([...entriesFrom('war: [battle, warfare]'), ...own]);
    expect(headsOf(both, 'battle')).toEqual(['combat']);
    expect(headsOf(both, 'warfare')).toEqual(['war']);
  });

  it('knows the phrases in which an entry must not fire', () => {
    const blocked = lexiconFrom('bill:\n  observed: [invoice]\n  unless: [invoice number]');
    const phrase = phraseOf(blocked, 'invoice number');
    expect(blocked.blockers.get(phrase)!.map(blocked.idOf)).toEqual(['synonym-spin/general/bill']);
  });
});

function headsOf(lexicon: Lexicon, observed: string): string[] {
  const phrase = phraseOf(lexicon, observed);
  const rows = Array.from(lexicon.pairs.entry.subarray(lexicon.pairStart[phrase], lexicon.pairStart[phrase + 1]));
  return rows.map((entry) => lexicon.textOf(lexicon.entries.head[entry]!)).sort();
}
