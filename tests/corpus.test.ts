import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { detect, restore } from '../src/index.js';
import { ROOT } from '../tools/dictionary-files.js';
import { parseGold } from '../tools/gold.js';
import { rates, score } from '../tools/score.js';

const CORPUS = join(ROOT, 'corpus');
const NAMES = readdirSync(CORPUS).filter((name) => /^\d{3}_[0-9a-f]+\.txt$/.test(name)).sort();
const SPUN = ['000', '002', '004'];

describe('the five articles', () => {
  it('are five', () => {
    expect(NAMES.map((name) => name.slice(0, 3))).toEqual(['000', '001', '002', '003', '004']);
  });

  test.each(NAMES)('%s is, byte for byte, its gold with the marks removed', (name) => {
    const gold = parseGold(readFileSync(join(CORPUS, name.replace('.txt', '.gold.txt')), 'utf8'));
    expect(Buffer.from(gold.text, 'utf8').equals(readFileSync(join(CORPUS, name)))).toBe(true);
  });

  test.each(NAMES)('%s has the hash that corpus/README.md names', (name) => {
    const hash = createHash('sha256').update(readFileSync(join(CORPUS, name))).digest('hex');
    expect(readFileSync(join(CORPUS, 'README.md'), 'utf8')).toContain(`\`${hash}\``);
  });

  test.each(NAMES)('%s: restoring the restored text changes nothing further', (name) => {
    const once = restore(article(name).text).text;
    expect(restore(once).text).toBe(once);
  });

  test.each(NAMES)('%s: 100 runs are identical', (name) => {
    const { text } = article(name);
    const first = JSON.stringify(restore(text));
    for (let i = 1; i < 100; i++) expect(JSON.stringify(restore(text)) === first).toBe(true);
  });
});

describe.each(SPUN)('%s, spun', (number) => {
  const gold = article(number);
  const { edits, verdict } = restore(gold.text);
  const { precision, recall } = rates(score(gold, edits));

  it('is called synonym-spin', () => {
    expect(verdict.family).toBe('synonym-spin');
    expect(verdict.probability).toBeGreaterThan(0.99);
  });

  it('is restored with a precision of at least .95', () => {
    expect(precision).toBeGreaterThanOrEqual(0.95);
  });

  it('is restored with a recall of at least .85', () => {
    expect(recall).toBeGreaterThanOrEqual(0.85);
  });
});

describe('001, translated there and back', () => {
  const gold = article('001');

  it('is not called synonym-spin', () => {
    expect(detect(gold.text).family).not.toBe('synonym-spin');
  });

  it('gets no edit by a synonym that the gold does not have', () => {
    const synonyms = restore(gold.text).edits.filter(({ evidence }) => evidence.family !== 'round-trip');
    const wrong = score(gold, synonyms).groups.filter(({ outcome }) => outcome === 'wrong' || outcome === 'spurious');
    expect(wrong.flatMap((group) => group.edits)).toEqual([]);
  });
});

describe('003, clean', () => {
  const { text } = article('003');
  const restoration = restore(text);

  it('comes back as the very same string, without an edit', () => {
    expect(restoration.text).toBe(text);
    expect([restoration.edits, restoration.suggestions]).toEqual([[], []]);
  });

  it('has a probability below .01', () => {
    expect(restoration.verdict.family).toBe('none');
    expect(restoration.verdict.probability).toBeLessThan(0.01);
  });
});

function article(number: string): ReturnType<typeof parseGold> {
  const name = NAMES.find((item) => item.startsWith(number.slice(0, 3)))!;
  return parseGold(readFileSync(join(CORPUS, name.replace('.txt', '.gold.txt')), 'utf8'));
}
