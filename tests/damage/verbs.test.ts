import { describe, expect, test } from 'vitest';
import { verbOf } from '../../src/damage/verbs.js';

describe('forms', () => {
  test.each([
    ['provide', 'provides provided provided providing'],
    ['stop', 'stops stopped stopped stopping'],
    ['carry', 'carries carried carried carrying'],
    ['agree', 'agrees agreed agreed agreeing'],
    ['visit', 'visits visited visited visiting'],
    ['commit', 'commits committed committed committing'],
    ['publish', 'publishes published published publishing'],
    ['convey', 'conveys conveyed conveyed conveying'],
    ['see', 'sees saw seen seeing'],
    ['have', 'has had had having'],
    ['begin', 'begins began begun beginning'],
    ['go', 'goes went gone going'],
  ])('%s: %s', (base, forms) => {
    const verb = verbOf(base)!;
    expect([verb.third, verb.past, verb.participle, verb.gerund].join(' ')).toBe(forms);
    for (const form of forms.split(' ')) expect(verbOf(form)?.base).toBe(base);
  });
});

test('a base is its own verb before it is a form of another', () => {
  expect(verbOf('found')?.base).toBe('find');
  expect(verbOf('saw')?.base).toBe('see');
  expect(verbOf('constructor')).toBeUndefined();
});

test('plain verbs are no nouns', () => {
  expect(verbOf('provide')?.plain).toBe(true);
  expect(verbOf('support')?.plain).toBe(false);
});
