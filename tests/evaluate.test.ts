import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builtinTables } from '../src/dictionary/dictionary.js';
import { buildLexicon } from '../src/dictionary/lexicon.js';
import { createRestorer } from '../src/index.js';
import { readArticles, SPUN_ARTICLES } from '../tools/evaluate/articles.js';
import { binsOf, calibrationError } from '../tools/evaluate/calibration.js';
import { evaluateCorpus, reportCorpus } from '../tools/evaluate/corpus.js';
import { isHeld, pairKey } from '../tools/evaluate/coverage.js';
import { inContext, listErrors } from '../tools/evaluate/errors.js';
import { makePipeline } from '../tools/evaluate/pipeline.js';
import { auroc, falsePositiveRate } from '../tools/evaluate/ranking.js';
import { sampleDocuments } from '../tools/evaluate/sample.js';
import { simulate } from '../tools/evaluate/simulated.js';
import { formatTable, share, whole } from '../tools/evaluate/table.js';
import { parseGold, type Gold } from '../tools/gold.js';
import { score } from '../tools/score.js';

describe('the corpus', () => {
  const results = evaluateCorpus();

  test('is five articles, each once, in order', () => {
    expect(results.map(({ number }) => number)).toEqual(['000', '001', '002', '003', '004']);
  });

  test.each(results)('$number: the counts agree with each other and with the edits', ({ score: own, restoration, gold }) => {
    expect(own.truePositives + own.falseNegatives).toBe(own.marks);
    expect(own.marks).toBe(gold.marks.filter(({ required }) => required).length);
    expect(own.edits).toBe(restoration.edits.length);
    expect(own.marksFound).toBeLessThanOrEqual(own.marks);
    expect(own.editsOnMarks + own.groups.filter(({ outcome }) => outcome === 'spurious').length).toBe(own.edits);
    expect(own.truePositives).toBeLessThanOrEqual(own.marksFound);
    expect(listErrors(gold.text, own)).toHaveLength(own.groups.filter(({ outcome }) => outcome !== 'right' && outcome !== 'free').length);
  });

  test('an article of other words than the restorer knows is scored all the same', () => {
    const articles = [{ number: '900', gold: parseGold('Zzyx {{qqov=>blorp}} mm.') }];
    const counts = { truePositives: 0, falsePositives: 0, falseNegatives: 1 };
    expect(evaluateCorpus({ articles })).toMatchObject([{ number: '900', score: counts }]);
  });

  test('is reported with a line per article and a dash for the precision of no edits', () => {
    const lines = reportCorpus({ mode: 'suggest', errors: false }).split('\n');
    const rows = lines.filter((line) => /^(00\d|all) /.test(line));
    expect(rows).toHaveLength(6);
    expect(rows.every((row) => row.includes(' – '))).toBe(true);
  });
});

describe('the pipeline over given tables', () => {
  const pipeline = makePipeline({ lexicon: buildLexicon(builtinTables()) });
  const restorer = createRestorer({ minProbability: 0 });

  test.each(SPUN_ARTICLES)('finds in %s what the restorer finds', (number) => {
    const { text } = readArticles().find((article) => article.number === number)!.gold;
    const restoration = restorer.restore(text);
    expect(restoration.edits.length).toBeGreaterThan(50);
    expect(pipeline.restore(text)).toEqual(restoration);
    expect(pipeline.detect(text)).toEqual(restoration.verdict);
  });
});

/** Written for this test: enough common words that a spinner finds some in each. */
const SENTENCES = [
  'The company said on Monday that it would help the police find the money.',
  'Many people think the war will end soon, but the government does not agree.',
  'Last year the bank told its customers to buy a house before prices rise.',
  'Officials said the new law is likely to change how the school gets its support.',
];

describe('simulated text', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'evaluate-'));
    const textOf = (i: number): string => Array.from({ length: 10 }, (_, k) => SENTENCES[(i + k * (i + 1)) % 4]).join(' ');
    const rows = Array.from({ length: 12 }, (_, i) => ({ id: `d${i}`, text: textOf(i) }));
    writeFileSync(join(folder, 'a.jsonl.gz'), gzipSync(rows.map((row) => JSON.stringify(row)).join('\n')));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const draw = (documents: number, seed = '1') => sampleDocuments({ folders: [folder], documents, seed }).map(({ id }) => id);

  test('a draw is the same every time, and part of any larger one', () => {
    expect(draw(5)).toEqual(draw(5));
    expect(draw(12).slice(0, 5)).toEqual(draw(5));
    expect(new Set(draw(99))).toEqual(new Set(Array.from({ length: 12 }, (_, i) => `d${i}`)));
    expect(draw(12, '2')).not.toEqual(draw(12));
  });

  test('too short a document is not drawn', () => {
    expect(sampleDocuments({ folders: [folder], documents: 9, seed: '1', leastWords: 1000 })).toEqual([]);
  });

  test('putting the rights back gives the clean document', () => {
    const { documents } = simulate({ paths: [folder], documents: 6, share: 'all', seed: '1' });
    expect(documents).toHaveLength(6);
    for (const { clean, gold } of documents) {
      expect(gold.marks.length).toBeGreaterThan(20);
      expect(restored(gold)).toBe(clean);
    }
  });

  test('a decoder that is shown half of the pairs knows fewer than one that is shown all', () => {
    const pairs = (shown: number | 'all'): number =>
      simulate({ paths: [folder], documents: 1, share: shown, seed: '1' }).lexicon.pairs.entry.length;
    expect(pairs(0.5)).toBeLessThan(pairs(1) * 0.6);
    expect(pairs(1)).toBeLessThan(pairs('all'));
  });
});

function restored({ text, marks }: Gold): string {
  let result = '';
  let from = 0;
  for (const { start, end, observed, rights } of marks) {
    expect(text.slice(start, end)).toBe(observed);
    result += text.slice(from, start) + rights[0];
    from = end;
  }
  return result + text.slice(from);
}

describe('auroc', () => {
  test.each([
    ['all apart', [0.9, 0.8], [0.1, 0.2], 1],
    ['three of four pairs in order', [0.9, 0.8], [0.1, 0.85], 3 / 4],
    ['a tie counts half', [0.5], [0.5, 0.1], 3 / 4],
    ['the wrong way round', [0.1], [0.9], 0],
  ])('%s', (_title, positives, negatives, expected) => {
    expect(auroc(positives, negatives)).toBe(expected);
  });
});

describe('falsePositiveRate', () => {
  // Ten positives, 1.0 down to 0.1: 90 % of them are at 0.2 or above.
  const positives = Array.from({ length: 10 }, (_, i) => (10 - i) / 10);
  test.each([
    ['below the threshold', [0.1, 0.15], 0],
    ['one of two at it', [0.2, 0.1], 1 / 2],
    ['all above it', [0.3, 0.4], 1],
  ])('%s', (_title, negatives, expected) => {
    expect(falsePositiveRate(positives, negatives, 0.9)).toBe(expected);
  });
});

describe('calibration', () => {
  const statements = [
    { probability: 0.75, right: true }, { probability: 0.75, right: false },
    { probability: 1, right: true }, { probability: 0.9, right: true },
  ];

  test('bins are tenths, the last one holds 1', () => {
    const filled = binsOf(statements).filter(({ count }) => count > 0);
    expect(filled.map(({ from, count }) => [from, count])).toEqual([[0.7, 2], [0.9, 2]]);
    expect(filled.map((bin) => [bin.stated, bin.true])).toEqual([[0.75, 0.5], [0.95, 1]]);
  });

  test('the error is the mean distance over statements', () => {
    // Two statements 0.25 off, two 0.05 off.
    expect(calibrationError(binsOf(statements))).toBeCloseTo(0.15, 12);
  });
});

describe('isHeld', () => {
  const known = { warfare: 'war', 'chilly struggle': 'cold war', nation: 'country' };
  const pairs = new Set(Object.entries(known).map(([observed, intended]) => pairKey({ observed, intended })));

  test.each([
    ['a pair itself', 'warfare', 'war', true],
    ['the other way round', 'war', 'warfare', false],
    ['word by word, with an equal word between', 'warfare and chilly struggle', 'war and cold war', true],
    ['a pair and a word that nothing explains', 'warfare zone', 'war area', false],
    ['a phrase of which only half is held', 'chilly', 'cold', false],
    ['behind a possessive', "nation's warfare", "country's war", true],
    ['an added word', 'warfare again', 'war', false],
  ])('%s', (_title, observed, intended, expected) => {
    expect(isHeld(pairs, { observed, intended })).toBe(expected);
  });
});

describe('what is printed', () => {
  test('columns are aligned, the first to the left', () => {
    expect(formatTable(['name', 'P'], [['a', '0.5'], ['longer', '–']])).toBe('name      P\na       0.5\nlonger    –');
  });

  test('numbers', () => {
    expect([share(0.12345), share(NaN), whole(1234567), whole(12)]).toEqual(['0.123', '–', '1,234,567', '12']);
  });

  test('an error shows its outcome, its place and what gold allows', () => {
    const gold = parseGold('The {{officers=>police|cops#term}} left.');
    const [wrong] = listErrors(gold.text, score(gold, [{ start: 4, end: 12, replacement: 'clerks', probability: 0.8 }]));
    expect(wrong).toMatch(/^wrong +term +0\.80 +The \[officers → clerks\] left\. +gold officers=>police\|cops$/);
    expect(listErrors(gold.text, score(gold, []))[0]).toMatch(/^missed +term +The \[officers\] left\./);
  });

  test('long surroundings are cut', () => {
    const text = `${'before '.repeat(20)}word${' after'.repeat(20)}`;
    const shown = inContext(text, { start: 140, end: 144 }, 'word');
    expect(shown).toMatch(/^….*\[word\].*…$/);
    expect(shown.length).toBeLessThan(90);
  });
});
