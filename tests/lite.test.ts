import { describe, expect, it } from 'vitest';
import * as main from '../src/index.js';
import * as lite from '../src/lite.js';
import { CLEAN, SPUN } from './helpers/articles.js';

describe('the lite entry', () => {
  it('has the names of the main one', () => {
    expect(Object.keys(lite).sort()).toEqual(Object.keys(main).sort());
  });

  it('gives the same verdicts', () => {
    for (const text of [CLEAN, SPUN, '']) expect(lite.detect(text)).toEqual(main.detect(text));
  });

  it('leaves clean text alone and restores what words alone can decide', () => {
    expect(lite.restore(CLEAN).text).toBe(CLEAN);
    const { text, edits } = lite.restore(SPUN);
    expect(edits.length).toBeGreaterThan(0);
    expect(main.revertEdits(text, edits)).toBe(SPUN);
  });
});
