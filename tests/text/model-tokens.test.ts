import { describe, expect, test } from 'vitest';
import { BOUNDARY, NUMBER_TOKEN, PAUSE_TOKEN } from '../../src/decode/context-model.js';
import { modelGap, modelHash } from '../../src/decode/model-tokens.js';
import { hashWord, tokenize } from '../../src/text/tokenize.js';
import { listOf } from '../helpers/tokens.js';

describe('modelHash', () => {
  test.each([
    ['House', hashWord('house')],
    ['12', hashWord('12')],
    ['1990s', NUMBER_TOKEN],
    ['1,200', NUMBER_TOKEN],
  ])('of %s', (word, hash) => {
    expect(modelHash(tokenize(word), 0)).toBe(hash);
  });
});

describe('modelGap', () => {
  test.each([
    ['plain words have nothing between them', 'rivers rose', [BOUNDARY, 0]],
    ['a comma is a pause', 'rivers, lakes', [BOUNDARY, PAUSE_TOKEN]],
    ['a dash is a pause', 'rivers — lakes', [BOUNDARY, PAUSE_TOKEN]],
    ['a stop is a boundary', 'It rose. Lakes fell', [BOUNDARY, 0, BOUNDARY, 0]],
    ['a quotation mark is nothing', 'so “called', [BOUNDARY, 0]],
  ])('%s', (_, text, gaps) => {
    expect(listOf(tokenize(text), modelGap)).toEqual(gaps);
  });
});
