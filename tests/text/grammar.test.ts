import { describe, expect, test } from 'vitest';
import { inflections, isUsedAs } from '../../src/text/grammar.js';

describe('isUsedAs', () => {
  test.each([
    ['The minister will address the crowd.', 'address', 'verb', true],
    ['Her address was not known.', 'address', 'noun', true],
    ['Her address was not known.', 'address', 'verb', false],
    ['They quickly sold the old house.', 'quickly', 'adverb', true],
    ['The house was very old.', 'old', 'adjective', true],
    ['It wasn’t the old house that they sold.', 'house', 'noun', true],
    ['“We sold it,” the owner said.', 'sold', 'verb', true],
  ] as const)('%s: %s as a %s: %s', (sentence, word, pos, expected) => {
    const start = sentence.indexOf(word);
    expect(isUsedAs(sentence, start, start + word.length, pos)).toBe(expected);
  });
});

describe('inflections', () => {
  test.each([
    ['front office', 'entrance workplace', 'noun', ['entrance workplaces→front offices']],
    ['city', 'metropolis', 'noun', ['metropolises→cities']],
    ['reveal', 'disclose', 'verb', ['discloses→reveals', 'disclosed→revealed', 'disclosing→revealing']],
    ['step down', 'stroll down', 'verb', ['strolls down→steps down', 'strolled down→stepped down', 'strolling down→stepping down']],
  ] as const)('%s, observed as %s (%s)', (intended, observed, kind, expected) => {
    const found = inflections(observed, intended, kind).map((pair) => `${pair.observed}→${pair.intended}`);
    expect([...new Set(found)]).toEqual(expect.arrayContaining([...expected]));
  });
});
