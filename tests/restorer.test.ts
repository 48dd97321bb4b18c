import { describe, expect, it, test } from 'vitest';
import { applyEdits, createRestorer, detect, loadDictionary, restore, revertEdits } from '../src/index.js';
import { MODES } from '../src/options.js';
import { CLEAN, SPUN } from './helpers/articles.js';

describe('restore', () => {
  it('hands a clean text back as the very same string, without edits', () => {
    const { text, edits, suggestions, verdict } = restore(CLEAN);
    expect(text).toBe(CLEAN);
    expect([edits, suggestions]).toEqual([[], []]);
    expect(verdict.family).toBe('none');
    expect(verdict.probability).toBeLessThan(0.5);
  });

  it('restores a spun text', () => {
    const { text, verdict } = restore(SPUN);
    expect(verdict.family).toBe('synonym-spin');
    expect(verdict.probability).toBeGreaterThan(0.99);
    for (const phrase of ['tear gas against', 'in front of the parliament building', 'At least 12 people', 'The central bank raised interest rates last month', 'according to state media']) {
      expect(text).toContain(phrase);
    }
  });

  it('says of each edit what it did and why', () => {
    const { text, edits } = restore(SPUN);
    const edit = edits.find(({ observed }) => observed === 'in line with')!;
    expect(edit).toMatchObject({ replacement: 'according to', evidence: { family: 'synonym-spin', match: 'exact', survivors: 0 } });
    expect(edit.start).toBe(SPUN.indexOf('in line with'));
    expect(edit.entry).toMatch(/^synonym-spin\/[a-z0-9-]+\/according to$/);
    expect(edit.probability).toBeGreaterThan(MODES.balanced);
    expect(edit.evidence.document).toBeGreaterThan(0.99);
    expect(edit.evidence.context).toBeGreaterThan(0);
    expect([applyEdits(SPUN, edits), revertEdits(text, edits)]).toEqual([text, SPUN]);
  });

  it('gives readings with probabilities that sum to 1 at most', () => {
    for (const { alternatives, replacement } of restore(SPUN).edits) {
      expect(alternatives.map(({ text }) => text)).not.toContain(replacement);
      expect(alternatives.reduce((sum, { probability }) => sum + probability, 0)).toBeLessThanOrEqual(1.001);
    }
  });

  test.each([
    ['They bought an abode in London.', 'They bought a house in London.', 'an abode'],
    ['An abode in London was sold.', 'A house in London was sold.', 'An abode'],
    ['The Senate passed a invoice on Tuesday.', 'The Senate passed a bill on Tuesday.', 'invoice'],
  ])('agrees the article with the new word: %s', (text, restored, observed) => {
    const mine = loadDictionary({ family: 'mine', topic: 't', entries: { bill: ['invoice'], house: ['abode'] } });
    const restoration = createRestorer({ dictionaries: [mine], assume: 'mine' }).restore(text);
    expect(restoration.text).toBe(restored);
    expect(restoration.edits.map((edit) => edit.observed)).toEqual([observed]);
  });

  test.each([[undefined], [null], [7], [['text']], [Buffer.from('text')]])('throws a TypeError for %s as the text', (text) => {
    expect(() => restore(text as never)).toThrow(TypeError);
    expect(() => restore(text as never)).toThrow(/^got .* as the text, expected a string; decode bytes as UTF-8 first$/);
    expect(() => detect(text as never)).toThrow(TypeError);
  });

  test.each(['', ' ', '\r\n', '\u200b', '😀', '\ud800', '…'])('leaves %j alone', (text) => {
    expect(restore(text)).toEqual({ text, edits: [], suggestions: [], verdict: expect.objectContaining({ family: 'none', words: 0 }) });
  });
});

describe('modes', () => {
  it('suggest applies nothing and lists what the others would do', () => {
    const { text, edits, suggestions } = restore(SPUN, { mode: 'suggest' });
    expect(text).toBe(SPUN);
    expect(edits).toEqual([]);
    expect(suggestions).toEqual(restore(SPUN, { minProbability: 0 }).edits);
    expect(suggestions.length).toBeGreaterThan(15);
  });

  it('certain applies fewer edits than balanced, all above its probability', () => {
    const certain = restore(SPUN, { mode: 'certain' }).edits;
    const balanced = restore(SPUN).edits;
    expect(certain.every(({ probability }) => probability >= MODES.certain)).toBe(true);
    expect(balanced.every(({ probability }) => probability >= MODES.balanced)).toBe(true);
    expect(certain.length).toBeLessThan(balanced.length);
  });

  it('puts every edit found either among the edits or among the suggestions', () => {
    const all = restore(SPUN, { mode: 'suggest' }).suggestions.length;
    const { edits, suggestions } = restore(SPUN, { minProbability: 0.9 });
    expect(edits.length + suggestions.length).toBe(all);
    expect(suggestions.every(({ probability }) => probability < 0.9)).toBe(true);
  });
});

describe('assume', () => {
  const short = 'The council discussed warfare.';

  it('takes a text to be of the family without asking the evidence', () => {
    expect(restore(short).edits).toEqual([]);
    const { text, verdict } = restore(short, { assume: 'synonym-spin' });
    expect(text).toBe('The council discussed war.');
    expect(verdict).toMatchObject({ family: 'synonym-spin', probability: 1, passages: [{ start: 0, end: short.length }] });
  });

  test.each(['none', 'no-such-family'])('leaves the text alone where it is %s', (assume) => {
    expect(restore(SPUN, { assume })).toMatchObject({ text: SPUN, edits: [], suggestions: [] });
  });

  it('leaves an empty text alone', () => {
    expect(restore('', { assume: 'synonym-spin' })).toMatchObject({ text: '', edits: [] });
  });
});

describe('detect', () => {
  it('gives the verdict that restore gives', () => {
    for (const text of [CLEAN, SPUN, '', 'Folks mentioned it.']) expect(detect(text)).toEqual(restore(text).verdict);
  });

  it('shows the pairs and phrases that decided, strongest first', () => {
    const { displaced, phrases, words, passages } = detect(SPUN);
    expect(words).toBeGreaterThan(100);
    expect(displaced.map(({ weight }) => weight)).toEqual(displaced.map(({ weight }) => weight).sort((a, b) => b - a));
    expect(phrases).toContain('in line with');
    expect(passages).toHaveLength(1);
    expect(displaced.every(({ observed, count }) => SPUN.toLowerCase().replaceAll('’', "'").split(observed.toLowerCase()).length > count)).toBe(true);
  });

  it('finds a spun passage in a clean text, and keeps the edits inside it', () => {
    const mixed = `${CLEAN}\n\n${SPUN}\n\n${CLEAN.replace('Tuesday', 'Monday')}`;
    const { verdict, edits } = restore(mixed);
    expect(verdict.family).toBe('synonym-spin');
    const from = CLEAN.length;
    const to = from + SPUN.length + 4;
    expect(edits.length).toBeGreaterThan(10);
    for (const { start, end } of edits) expect([start >= from, end <= to]).toEqual([true, true]);
  });
});

describe('createRestorer', () => {
  it('gives a frozen restorer that does what restore and detect do', () => {
    const restorer = createRestorer();
    expect(Object.isFrozen(restorer)).toBe(true);
    expect(restorer.restore(SPUN)).toEqual(restore(SPUN));
    expect(restorer.detect(SPUN)).toEqual(detect(SPUN));
  });

  it('does not remember the texts it saw', () => {
    const restorer = createRestorer();
    const first = restorer.restore(SPUN);
    restorer.restore(CLEAN);
    restorer.restore('warfare '.repeat(1000));
    expect(restorer.restore(SPUN)).toEqual(first);
  });
});
