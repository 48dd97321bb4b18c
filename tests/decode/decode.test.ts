import { describe, expect, it } from 'vitest';
import { decode, WEIGHTS } from '../../src/decode/decode.js';
import type { ContextModel } from '../../src/decode/context-model.js';
import type { Lexicon } from '../../src/dictionary/lexicon.js';
import type { Evidence } from '../../src/evidence/verdict.js';
import { applyEdits } from '../../src/rewrite/apply.js';
import { hashWord, tokenize } from '../../src/text/tokenize.js';
import { sentenceStarts } from '../../src/text/sentences.js';
import type { Edit } from '../../src/types.js';
import { lexiconFrom } from '../helpers/lexicons.js';

/** A model that knows only which words it likes. */
function liking(...words: string[]): ContextModel {
  const liked = new Set(words.map(hashWord));
  return { open: (places, _, before1) => places.add(before1, 0, true, 0, 0), logProbability: (_places, _place, word) => (liked.has(word) ? -1 : -12), knows: () => true };
}

describe('decode', () => {
  const lexicon = lexiconFrom('war: [warfare]\nhouse: [abode]\nCold War: [Chilly Struggle]\nthe: [an]\nowl: [bird]', { war: 300 });

  it('puts in what the model likes better', () => {
    expect(run('The warfare ended.', lexicon, liking('war')).text).toBe('The war ended.');
    expect(run('The warfare ended.', lexicon, liking('warfare')).text).toBe('The warfare ended.');
  });

  it('keeps the case of the first letter', () => {
    expect(run('Warfare ended. The Chilly Struggle too.', lexicon, liking('war', 'cold')).text).toBe('War ended. The Cold War too.');
  });

  it('names the rivals, likeliest first', () => {
    const two = lexiconFrom('war: [battle]\nfight: [battle]', { war: 300, fight: 300 });
    const [edit] = run('The battle ended.', two, liking('war', 'fight')).edits;
    const rival = edit!.replacement === 'war' ? 'fight' : 'war';
    expect(edit!.alternatives[0]!.text).toBe(rival);
    expect(edit!.alternatives[0]!.probability).toBeCloseTo(0.5, 1);
  });

  it('counts every derivation of the same words', () => {
    const both = lexiconFrom('last year: [final yr]\nlast: [final]\nyear: [yr]', { 'last year': 300, last: 300, year: 300 });
    const edits = run('It ended final yr.', both, liking('last', 'year', 'it', 'ended')).edits;
    expect(edits.map(({ replacement }) => replacement).join(' ')).toBe('last year');
    for (const { probability } of edits) expect(probability).toBeGreaterThan(0.95);
  });

  it('takes the article along', () => {
    const { text, edits } = run('She built an abode. A bird sang. She saw a bird and AN ABODE.', lexicon, liking('house', 'owl'));
    expect(text).toBe('She built a house. An owl sang. She saw an owl and AN ABODE.');
    expect(edits.map(({ observed, replacement }) => [observed, replacement])).toEqual([['an abode', 'a house'], ['A bird', 'An owl'], ['a bird', 'an owl']]);
  });

  it('puts the article right where the spinner left it, and lets it choose between rivals', () => {
    const rivals = lexiconFrom('neutral: [impartial]\nindependent: [impartial]', { neutral: 300, independent: 300 });
    expect(run('She asked for a impartial view.', rivals, liking('neutral', 'independent')).text).toBe('She asked for a neutral view.');
    expect(run('She asked for an impartial view.', rivals, liking('independent')).text).toBe('She asked for an independent view.');
    expect(run('She built a abode.', lexicon, liking('house')).text).toBe('She built a house.');
  });

  it.each([
    ["The authorities' plan failed.", "The government's plan failed."],
    ['The authorities\u2019 plan failed.', 'The government\u2019s plan failed.'],
    ["They said 'the authorities' had failed.", "They said 'the government' had failed."],
    ["It was the authorities'.", "It was the government's."],
  ])('makes a plural possessive a singular one: %s', (text, restored) => {
    const plural = lexiconFrom('government: [authorities]', { government: 300 });
    expect(run(text, plural, liking('government', 'the')).text).toBe(restored);
  });

  it('gives disjoint edits where the article itself is replaced', () => {
    const { text, edits } = run('She built an abode.', lexicon, liking('the', 'house'));
    expect(text).toBe('She built the house.');
    expect(edits).toHaveLength(2);
  });

  it('edits nothing in sentences that are not spun', () => {
    const { text } = run('The warfare ended. The warfare began.', lexicon, liking('war'), [0.2, 0.9]);
    expect(text).toBe('The warfare ended. The war began.');
  });

  it('takes braces off and does not edit inside them', () => {
    expect(run('The {warfare} ended.', lexicon, liking('war')).edits.map(({ observed }) => observed)).toEqual(['{warfare}']);
  });
});

function run(text: string, lexicon: Lexicon, model: ContextModel, spun?: readonly number[]): { text: string; edits: Edit[] } {
  const tokens = tokenize(text);
  const sentences = sentenceStarts(tokens);
  const passages = [{ start: 0, end: text.length, family: 'synonym-spin', probability: 1 }];
  const verdict = { probability: 1, family: 'synonym-spin', words: tokens.count, score: 9, displaced: [], phrases: [], passages };
  const evidence: Evidence = { verdict, family: 0, sentences, spun: Float32Array.from(spun ?? Array<number>(sentences.length - 1).fill(1)) };
  const edits = decode(tokens, lexicon, model, evidence, WEIGHTS, (posterior) => posterior);
  return { text: applyEdits(text, edits), edits };
}
