import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { ARTIFACT_FORMAT, decodeArtifact, encodeArtifact } from '../../src/dictionary/artifact.js';
import { compile } from '../../src/dictionary/compile.js';
import { EDIT_TYPES, PARTS_OF_SPEECH, type Entry } from '../../src/dictionary/entry.js';
import { buildLexicon } from '../../src/dictionary/lexicon.js';
import { rowOf, rowsOf, shareOf } from '../../src/dictionary/tables.js';
import { wordAt } from '../../src/dictionary/words.js';
import { entriesFrom, perMillion } from '../helpers/lexicons.js';

const ENTRIES = [
  ...entriesFrom('war: [warfare, battle]\nCold War: [Chilly Struggle]\niPhone: [cell phone]\nlast year: [final yr]', 'synonym-spin', 'war'),
  ...entriesFrom('can: [tin]\nwar: [conflict]', 'volition-spin', 'general'),
];
const COUNTS = perMillion({ war: 400, battle: 80, can: 2000 });

describe('compile', () => {
  it('sorts words and phrases, numbers phrases that spaces do not spell last', () => {
    const tables = compile(ENTRIES, COUNTS);
    expect(tables.families).toEqual(['synonym-spin', 'volition-spin']);
    expect(tables.topics).toEqual(['general', 'war']);
    const spelled = Array.from({ length: tables.words.start.length - 1 }, (_, i) => wordAt(tables.words, i));
    expect(spelled).toEqual([...spelled].sort());
    expect(spelled).toContain('iphone');
    expect(tables.odd).toEqual(['iPhone']);
    const lexicon = buildLexicon(tables);
    const texts = Array.from({ length: lexicon.phraseCount }, (_, phrase) => lexicon.textOf(phrase));
    expect(texts).toEqual(['battle', 'can', 'cell phone', 'Chilly Struggle', 'Cold War', 'conflict', 'final yr', 'last year', 'tin', 'war', 'warfare', 'iPhone']);
  });

  it('does not depend on the order of the entries', () => {
    const expected = encodeArtifact(compile(ENTRIES, COUNTS));
    fc.assert(
      fc.property(fc.shuffledSubarray(ENTRIES, { minLength: ENTRIES.length }), (entries) => {
        expect(encodeArtifact(compile(entries, COUNTS))).toEqual(expected);
      }),
    );
  });

  it('is the same each time', () => {
    const once = JSON.stringify(encodeArtifact(compile(ENTRIES, COUNTS)));
    for (let i = 0; i < 20; i++) expect(JSON.stringify(encodeArtifact(compile(ENTRIES, COUNTS)))).toBe(once);
  });

  it('merges the entries of one head and family, variants in the order of mention', () => {
    const merged = compile([...entriesFrom('war: [battle, warfare]'), ...entriesFrom('war: [fight, battle]', 'synonym-spin', 'law')]);
    const lexicon = buildLexicon(merged);
    expect(merged.entries.count).toBe(1);
    expect(rowOf(merged.entries, 0).variants.map(lexicon.textOf)).toEqual(['battle', 'warfare', 'fight']);
  });

  it('keeps families apart, and heads that differ in case alone', () => {
    const tables = compile([...entriesFrom('Bill: [Invoice]\nbill: [invoice]'), ...entriesFrom('bill: [note]', 'volition-spin')]);
    expect(tables.entries.count).toBe(3);
  });

  it("drops the built-in entry where a user's entry has its head, whichever comes first", () => {
    const [builtIn] = entriesFrom('war: [battle, warfare]');
    const own = { ...entriesFrom('war: [skirmish]')[0]!, own: true };
    for (const sources of [[builtIn!, own], [own, builtIn!]]) {
      const tables = compile(sources);
      expect(rowsOf(tables.entries).map(({ variants }) => variants.map(buildLexicon(tables).textOf))).toEqual([['skirmish']]);
    }
  });

  it('puts the variants that were seen before those that were only listed', () => {
    const tables = compile(entriesFrom('war: [battle, warfare, conflict]'), undefined, new Map([['war\twarfare', 30], ['war\tconflict', 5]]));
    const row = rowOf(tables.entries, 0);
    expect(row.variants.map(buildLexicon(tables).textOf)).toEqual(['warfare', 'conflict', 'battle']);
    const shares = row.shares.map(shareOf);
    expect(shares[0]).toBeGreaterThan(5 * shares[1]!);
    expect(shares[0]! + shares[1]! + shares[2]!).toBeLessThanOrEqual(1.05);
  });

  test.each(['½', '\ud800', '', 'x.*', '__proto__'])('does not fall over a phrase that is no word: %j', (phrase) => {
    const entry: Entry = { ...entriesFrom('war: [battle]')[0]!, intended: phrase };
    expect(buildLexicon(compile([entry])).phraseCount).toBe(2);
  });
});

describe('the artifact', () => {
  it('gives the tables back', () => {
    expectRoundTrip(ENTRIES);
    expectRoundTrip([]);
    expectRoundTrip(entriesFrom('iPhone: [eBay]'));
  });

  it('gives the tables back for any entries', () => {
    const word = fc.oneof(fc.constantFrom('war', 'cold', 'Cold', 'WAR', 'iPhone', "world's", '10', 'long-term', '&', 'é', 'a', 'of', 'the'), fc.stringMatching(/^[a-zA-Z]{1,8}$/));
    const phrase = fc.array(word, { minLength: 1, maxLength: 5 }).map((list) => list.join(' '));
    const entry = fc.record({
      family: fc.constantFrom('f', 'g'), topic: fc.constantFrom('s', 't'), intended: phrase, observed: fc.uniqueArray(phrase, { minLength: 1, maxLength: 5 }),
      unless: fc.uniqueArray(phrase, { maxLength: 2 }), type: fc.constantFrom(...EDIT_TYPES), pos: fc.constantFrom(undefined, ...PARTS_OF_SPEECH),
    });
    fc.assert(fc.property(fc.array(entry, { maxLength: 12 }), (list) => expectRoundTrip(list.map(({ pos, ...rest }): Entry => ({
      ...rest, ...(pos && { pos }), id: 'id', examples: [], allows: [], sources: [], long: false, where: '',
    })))), { numRuns: 200 });
  });

  it('is plain text of one line a word', () => {
    const artifact = encodeArtifact(compile(ENTRIES, COUNTS));
    expect(JSON.parse(JSON.stringify(artifact))).toEqual(artifact);
    expect(artifact.words.split('\n')).toHaveLength(compile(ENTRIES, COUNTS).words.start.length - 1);
  });

  it('is refused in another format, with the remedy', () => {
    const artifact = { ...encodeArtifact(compile(ENTRIES)), format: ARTIFACT_FORMAT + 1 };
    expect(() => decodeArtifact(artifact)).toThrow(`got a compiled dictionary of format ${ARTIFACT_FORMAT + 1}, expected ${ARTIFACT_FORMAT}; run "npm run build:dictionary"`);
  });
});

function expectRoundTrip(entries: readonly Entry[]): void {
  const tables = compile(entries, COUNTS);
  const back = decodeArtifact(encodeArtifact(tables));
  expect(back).toEqual(tables);
}
