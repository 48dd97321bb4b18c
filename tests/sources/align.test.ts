import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { alignTokens, type Difference } from '../../src/sources/align.js';

/** Differences as `left words / right words`. */
function differences(left: string, right: string): string[] | undefined {
  const [a, b] = [left.split(' '), right.split(' ')];
  return alignTokens(a, b)?.map((part) => `${a.slice(...part.left).join(' ')} / ${b.slice(...part.right).join(' ')}`);
}

test.each<[title: string, left: string, right: string, expected: string[]]>([
  ['nothing differs', 'rain fell all night', 'rain fell all night', []],
  ['a word', 'rain fell all night', 'snow fell all night', ['rain / snow']],
  ['the last word', 'rain fell all night', 'rain fell all day', ['night / day']],
  ['a word that only one side has', 'rain fell night', 'rain fell all night', [' / all']],
  ['two stretches', 'a chilly wind blew over hills', 'a cold wind blew over the hills', ['chilly / cold', ' / the']],
  ['everything', 'rain fell', 'councils vote often', ['rain fell / councils vote often']],
])('%s', (_, left, right, expected) => {
  expect(differences(left, right)).toEqual(expected);
});

it('gives up where more tokens differ than it may look at', () => {
  expect(alignTokens(['rain', 'fell'], ['rain', 'came', 'down'], 2)).toBeNull();
  expect(alignTokens(['rain', 'fell'], ['rain', 'came', 'down'], 3)).toHaveLength(1);
});

/** Length of the longest common subsequence, by the textbook. */
function commonLength(left: readonly number[], right: readonly number[]): number {
  let above = new Array<number>(right.length + 1).fill(0);
  for (const token of left) {
    const row = [0];
    right.forEach((other, j) => row.push(token === other ? above[j]! + 1 : Math.max(above[j + 1]!, row[j]!)));
    above = row;
  }
  return above[right.length]!;
}

function lengthOf(parts: readonly Difference[], side: 'left' | 'right'): number {
  return parts.reduce((sum, part) => sum + part[side][1] - part[side][0], 0);
}

test('what does not differ is the same on both sides, and as much as can be', () => {
  const tokens = fc.array(fc.nat(4), { maxLength: 30 });
  fc.assert(fc.property(tokens, tokens, (left, right) => {
    const parts = alignTokens(left, right)!;
    const rest = (list: readonly number[], side: 'left' | 'right'): number[] => list.filter((_, i) => !parts.some((part) => part[side][0] <= i && i < part[side][1]));
    expect(rest(left, 'left')).toEqual(rest(right, 'right'));
    expect(left.length - lengthOf(parts, 'left')).toBe(commonLength(left, right));
  }));
});
