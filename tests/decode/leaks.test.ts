import { describe, expect, it, test } from 'vitest';
import { LEAK_ENTRY, findLeaks } from '../../src/decode/leaks.js';
import type { Evidence } from '../../src/evidence/verdict.js';
import { tokenize } from '../../src/text/tokenize.js';
import type { Passage } from '../../src/types.js';

describe('findLeaks', () => {
  test.each([
    ['a word in braces', 'It cost {dollars} then.', ['{dollars}→dollars']],
    ['several words', 'A {tax return} and {photograph}.', ['{tax return}→tax return', '{photograph}→photograph']],
    ['an apostrophe and a hyphen', 'The {world’s} {long-term} plan.', ['{world’s}→world’s', '{long-term}→long-term']],
    ['double braces are a template', 'Dear {{name}}, hello.', []],
    ['a dollar sign makes it code', 'Hello ${name}.', []],
    ['empty braces', 'A set {}.', []],
    ['braces around numbers', 'A set {1, 2}.', []],
    ['braces around code', 'if {x = 1;} then', []],
    ['a line break inside', 'A {tax\nreturn}.', []],
    ['an open brace', 'A {tax return.', []],
    ['too much for a phrase', `A {${'word '.repeat(20)}}.`, []],
  ])('%s', (_, text, expected) => {
    expect(leaksOf(text).map(({ observed, replacement }) => `${observed}→${replacement}`)).toEqual(expected);
  });

  it('says where, of what type and by which entry', () => {
    expect(leaksOf('It cost {dollars}.')[0]).toMatchObject({ start: 8, end: 17, type: 'markup', entry: LEAK_ENTRY, evidence: { match: 'markup', family: 'synonym-spin' } });
  });

  it('finds none outside the passages that are spun', () => {
    const text = 'A {tax} here. A {toll} there.';
    expect(leaksOf(text, [{ start: 14, end: text.length, family: 'synonym-spin', probability: 1 }]).map(({ observed }) => observed)).toEqual(['{toll}']);
    expect(leaksOf(text, [])).toEqual([]);
  });
});

function leaksOf(text: string, passages: readonly Passage[] = [{ start: 0, end: text.length, family: 'synonym-spin', probability: 1 }]): ReturnType<typeof findLeaks> {
  const verdict = { probability: 0.9, family: 'synonym-spin', words: 3, score: 9, displaced: [], phrases: [], passages };
  return findLeaks(tokenize(text), { verdict } as unknown as Evidence);
}
