import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile, type Source } from '../../src/dictionary/compile.js';
import { extendTables, findPhrase } from '../../src/dictionary/extend.js';
import { buildLexicon, type Lexicon } from '../../src/dictionary/lexicon.js';
import { phraseParts } from '../../src/dictionary/phrase.js';
import { rowsOf } from '../../src/dictionary/tables.js';
import { entriesFrom, perMillion } from '../helpers/lexicons.js';

const BASE = entriesFrom("war: [warfare, battle]\nCold War: [Chilly Struggle]\niPhone: [eBay]\nbill:\n  observed: [invoice]\n  unless: [invoice number]");
const COUNTS = perMillion({ war: 300, battle: 50, invoice: 5 });

describe('extendTables', () => {
  it("keeps the base's entries, and puts the user's own beside them", () => {
    expect(summary(extended('house: [abode]'))).toEqual([
      'bill<-invoice', 'Cold War<-Chilly Struggle', 'house<-abode own', 'iPhone<-eBay', 'war<-battle,warfare',
    ]);
  });

  it('lets an entry of the user replace that of the base for the same head', () => {
    expect(summary(extended('war: [skirmish]'))).toContain('war<-skirmish own');
    expect(summary(extended('war: [skirmish]'))).not.toContain('war<-battle,warfare');
    expect(summary(extended('war: [skirmish]', 'other-spin'))).toContain('war<-battle,warfare');
  });

  it('knows the phrases of the base by their counts', () => {
    const lexicon = extended('fight: [battle]');
    expect(lexicon.rates[phrase(lexicon, 'battle')]).toBe(buildLexicon(compile(BASE, COUNTS)).rates[phrase(buildLexicon(compile(BASE, COUNTS)), 'battle')]);
    expect(lexicon.rates[phrase(lexicon, 'fight')]).toBe(lexicon.leastRate);
  });

  it('is what compiling all entries together gives, but for the order', () => {
    const word = fc.constantFrom('war', 'cold', 'Cold', 'battle', 'iPhone', 'eBay', "world's", '10', 'long-term', 'harbour', 'of', 'the');
    const text = fc.array(word, { minLength: 1, maxLength: 3 }).map((list) => list.join(' '));
    const entry = fc.record({ intended: text, observed: fc.uniqueArray(text, { minLength: 1, maxLength: 3 }), unless: fc.uniqueArray(text, { maxLength: 1 }), family: fc.constantFrom('synonym-spin', 'f') });
    fc.assert(
      fc.property(fc.array(entry, { minLength: 1, maxLength: 6 }), (list) => {
        const own = list.map((part): Source => ({ ...BASE[0]!, ...part, topic: 'mine', own: true }));
        const base = compile(BASE, COUNTS);
        const added = buildLexicon(extendTables(base, buildLexicon(base), compile(own, COUNTS)));
        const together = buildLexicon(compile([...BASE, ...own], COUNTS));
        expect(summary(added)).toEqual(summary(together));
        expect(forms(added)).toEqual(forms(together));
      }),
    );
  });
});

describe('findPhrase', () => {
  it('tells phrases apart by case and by what stands between the words', () => {
    const lexicon = buildLexicon(compile(entriesFrom('Bed Bath & Beyond: [Mattress Tub & Past]\nbill: [invoice]\nBill: [Invoice]')));
    for (const text of ['Bed Bath & Beyond', 'Mattress Tub & Past', 'bill', 'Bill']) expect(lexicon.textOf(phrase(lexicon, text))).toBe(text);
    for (const text of ['bed bath & beyond', 'Bed Bath Beyond', 'BILL', 'harbour', 'bed', '']) expect(phrase(lexicon, text)).toBe(-1);
  });
});

function extended(lines: string, family?: string): Lexicon {
  const base = compile(BASE, COUNTS);
  return buildLexicon(extendTables(base, buildLexicon(base), compile(entriesFrom(lines, family).map((entry) => ({ ...entry, own: true })))));
}

function phrase(lexicon: Lexicon, text: string): number {
  return findPhrase(lexicon, text, phraseParts(text).words);
}

/** Each entry as a line. */
function summary(lexicon: Lexicon): string[] {
  return rowsOf(lexicon.entries)
    .map((row) => {
      const unless = row.unless.map(lexicon.textOf).sort().join();
      const family = lexicon.families[row.family]!;
      const notes = [family === 'synonym-spin' ? '' : ` ${family}`, unless && row.own ? ` unless ${unless}` : '', row.own ? ' own' : ''].join('');
      return `${lexicon.textOf(row.head)}<-${row.variants.map(lexicon.textOf).sort().join()}${notes}`;
    })
    .sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1));
}

/** What each observed form may stand for, and how likely. */
function forms(lexicon: Lexicon): string[] {
  const lines: string[] = [];
  for (let form = 0; form < lexicon.phraseCount; form++) {
    for (let at = lexicon.pairStart[form]!; at < lexicon.pairStart[form + 1]!; at++) {
      lines.push(`${lexicon.textOf(form)}->${lexicon.idOf(lexicon.pairs.entry[at]!)} ${lexicon.pairs.share[at]!.toFixed(4)}`);
    }
  }
  return lines.sort();
}
