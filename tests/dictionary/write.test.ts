import { expect, it, test } from 'vitest';
import { parse } from 'yaml';
import { readEntries } from '../../src/dictionary/read.js';
import { groupPairs, writeDictionary } from '../../src/dictionary/write.js';

it('writes a file as a person would', () => {
  const entries = [{ intended: 'war', observed: ['warfare', 'the fight'] }, { intended: 'no', observed: ['nay'], comment: '3' }];
  expect(writeDictionary({ family: 'mine', topic: 'test', sources: ['my list'], license: 'CC0', entries })).toBe(
    'family: mine\ntopic: test\nsources: [my list]\nlicense: CC0\nentries:\n  war: [warfare, the fight]\n  "no": [nay]  # 3\n',
  );
});

it('writes a file without entries', () => {
  expect(readEntries(writeDictionary({ family: 'mine', topic: 'test', entries: [] }), 'a.yaml')).toMatchObject({ entries: [], problems: [] });
});

test.each([
  'yes', 'No', 'null', '~1', '10th', '1e3', '- dash', 'a: b', 'a #b', 'a,b', '[x]', '{x}', '"x"', "'s", "don't", '&x', '*x', '!x', '%x', '@x', 'a\\b', '__proto__', 'été', 'x:', '东京 a', 'U.S.', 'a|b',
])('writes %j so that every reader reads it back', (phrase) => {
  const text = writeDictionary({ family: 'mine', topic: 'test', entries: [{ intended: phrase, observed: ['x y'] }, { intended: 'head', observed: [phrase] }] });
  const { entries, problems } = readEntries(text, 'a.yaml');
  expect(problems).toEqual([]);
  expect(entries.map(({ intended, observed }) => [intended, observed])).toEqual([[phrase, ['x y']], ['head', [phrase]]]);
  expect((parse(text) as { entries: { head: unknown } }).entries.head).toEqual([phrase]);
});

it('groups pairs by head, in order, without repetition', () => {
  const pairs = [['war', 'warfare'], ['bill', 'invoice'], ['war', 'struggle'], ['war', 'warfare'], ['__proto__', 'x']] as const;
  expect(groupPairs(pairs.map(([intended, observed]) => ({ intended, observed })))).toEqual([
    { intended: 'war', observed: ['warfare', 'struggle'] }, { intended: 'bill', observed: ['invoice'] }, { intended: '__proto__', observed: ['x'] },
  ]);
});
