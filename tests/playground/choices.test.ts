import { describe, expect, it } from 'vitest';
import { choicesOf, chosenText, keyOf } from '../../examples/playground/src/choices.js';
import { restore } from '../../src/index.js';
import { SPUN } from '../helpers/articles.js';

const RESTORATION = restore(SPUN, { mode: 'certain' });

describe('choicesOf', () => {
  it('makes edits and leaves suggestions, in the order of the text', () => {
    const choices = choicesOf(RESTORATION, [], new Set());
    expect(choices).toHaveLength(RESTORATION.edits.length + RESTORATION.suggestions.length);
    expect(choices.map(({ edit }) => edit.start)).toEqual(choices.map(({ edit }) => edit.start).sort((left, right) => left - right));
    expect(choices.every(({ on, sure }) => on === sure)).toBe(true);
    expect(chosenText(SPUN, choices)).toBe(RESTORATION.text);
  });

  it('turns round what the reader turned round', () => {
    const all = [...RESTORATION.edits, ...RESTORATION.suggestions];
    const choices = choicesOf(RESTORATION, [], new Set(all.map(keyOf)));
    expect(choices.map(({ on, sure }) => on === sure)).not.toContain(true);
    expect(chosenText(SPUN, choicesOf(RESTORATION, [], new Set(RESTORATION.edits.map(keyOf))))).toBe(SPUN);
  });

  it('knows the entries of the reader', () => {
    const entry = RESTORATION.edits[0]!.entry;
    const own = choicesOf(RESTORATION, [entry], new Set()).filter((choice) => choice.own);
    expect(own.length).toBeGreaterThan(0);
    expect(own.every(({ edit }) => edit.entry === entry)).toBe(true);
  });
});

describe('keyOf', () => {
  it('differs between the edits of a text', () => {
    expect(new Set(RESTORATION.edits.map(keyOf)).size).toBe(RESTORATION.edits.length);
  });
});
