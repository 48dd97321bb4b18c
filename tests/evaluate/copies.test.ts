import { expect, test } from 'vitest';
import { rearrange } from '../../tools/evaluate/copies.js';

const SENTENCES = Array.from({ length: 40 }, (_, i) => `Rider ${i + 1} came home before noon. `);
const TEXT = SENTENCES.join('');

test('sentences in the same order are the same text', () => {
  expect(rearrange(TEXT, 'same order', 'seed')).toBe(TEXT);
});

test('about a fifth of the sentences is dropped, the others stay in order', () => {
  const left = SENTENCES.filter((sentence) => rearrange(TEXT, 'a fifth dropped', 'seed').includes(sentence));
  expect(left.length).toBeGreaterThan(26);
  expect(left.length).toBeLessThan(38);
  expect(rearrange(TEXT, 'a fifth dropped', 'seed')).toBe(left.join(''));
});

test('about a fifth of the sentences changes places, and none is lost', () => {
  const moved = rearrange(TEXT, 'a fifth reordered', 'seed').split(/(?<=\. )/);
  expect([...moved].sort()).toEqual([...SENTENCES].sort());
  const displaced = moved.filter((sentence, i) => sentence !== SENTENCES[i]).length;
  expect(displaced).toBeGreaterThan(1);
  expect(displaced).toBeLessThan(14);
});

test('a text without a space at its end is rearranged too', () => {
  expect(rearrange(TEXT.trimEnd(), 'a fifth reordered', 'seed').split(/\s+/).sort()).toEqual(TEXT.split(/\s+/).sort());
});
