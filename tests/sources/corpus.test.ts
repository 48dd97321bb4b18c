import { describe, expect, test } from 'vitest';
import { corroborate, restoreTogether } from '../../src/index.js';
import type { Restoration } from '../../src/types.js';
import { readArticles } from '../../tools/evaluate/articles.js';
import { score } from '../../tools/score.js';

const golds = new Map(readArticles().map(({ number, gold }) => [number, gold]));

function textOf(number: string): string {
  return golds.get(number)!.text;
}

/** How each required mark that begins in a stretch of the article came out. */
function outcomes(number: string, { edits }: Restoration, from: string, to: string): string[] {
  const gold = golds.get(number)!;
  const start = gold.text.indexOf(from);
  const end = gold.text.indexOf(to, start);
  expect(start).toBeGreaterThan(0);
  expect(end).toBeGreaterThan(start);
  const inside = score(gold, edits).groups.filter((group) => group.start >= start && group.start < end && group.outcome !== 'free');
  return inside.map((group) => `${gold.text.slice(group.start, group.end)}: ${group.outcome}`);
}

describe('a quotation spun differently in 002 and 004', () => {
  const [first, second] = restoreTogether([textOf('002'), textOf('004')]) as [Restoration, Restoration];

  test.each<[number: string, restoration: Restoration, words: string[]]>([
    ['002', first, ['unfavourable → negative', 'legit → legitimate', 'growth → development']],
    ['004', second, ['destructive → negative', 'respectable → legitimate', 'improvement → development']],
  ])('comes out right in %s', (_, { edits }, words) => {
    const helped = edits.filter(({ evidence }) => evidence.sources).map(({ observed, replacement }) => `${observed} → ${replacement}`);
    expect(helped).toEqual(expect.arrayContaining(words));
  });

  test.each<[number: string, restoration: Restoration]>([['002', first], ['004', second]])('%s has no edit that is wrong because of the other', (number, { edits }) => {
    const wrong = score(golds.get(number)!, edits).groups.filter(({ outcome }) => outcome === 'wrong' || outcome === 'spurious');
    const helped = edits.filter(({ evidence }) => evidence.sources);
    expect(helped.filter((edit) => wrong.some((group) => group.start < edit.end && edit.start < group.end))).toEqual([]);
  });
});

describe('a quotation that stands clean in 003 and spun in 000', () => {
  test.each<[title: string, run: () => Restoration]>([
    ['a sibling', () => restoreTogether([textOf('000'), textOf('003')])[0]!],
    ['a reference', () => corroborate(textOf('000'), [textOf('003')])],
  ])('is restored from %s', (_, run) => {
    const found = outcomes('000', run(), 'If China purports', ',” Blinken stated');
    expect(found).toHaveLength(11);
    expect(found.every((line) => line.endsWith(': right'))).toBe(true);
  });

  test('stays as it is in 003', () => {
    expect(restoreTogether([textOf('000'), textOf('003')])[1]).toMatchObject({ text: textOf('003'), edits: [], suggestions: [] });
  });
});
