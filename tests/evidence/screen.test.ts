import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { builtinTables } from '../../src/dictionary/dictionary.js';
import { buildLexicon } from '../../src/dictionary/lexicon.js';
import { displacementWeights } from '../../src/evidence/displacement.js';
import { clearedVerdict, isCleared, makeScreen } from '../../src/evidence/screen.js';
import { CLEAN, SPUN, SPUN_PIECES } from '../helpers/articles.js';
import { anyText } from '../helpers/texts.js';
import { milliseconds } from '../helpers/tokens.js';

const LEXICON = buildLexicon(builtinTables());
const FAMILIES = displacementWeights(LEXICON);
const screen = makeScreen(LEXICON, FAMILIES, LEXICON.families.indexOf('synonym-spin'));
const PARAGRAPH = `${CLEAN}\n\n`;

describe('the screen', () => {
  it('clears a clean text', () => {
    const first = screen(PARAGRAPH.repeat(3));
    expect(isCleared(first)).toBe(true);
    expect(clearedVerdict(first)).toMatchObject({ family: 'none', displaced: [], phrases: [], passages: [] });
    expect(clearedVerdict(first).probability).toBeLessThan(0.01);
  });

  test.each([
    ['a spun text', SPUN],
    ['a spun text after a clean one', PARAGRAPH + SPUN],
    ['a spun text between much clean text', PARAGRAPH.repeat(10) + SPUN + PARAGRAPH.repeat(10)],
    ['a text of few words', 'The council met on Monday.'],
    ['an empty text', ''],
  ])('does not clear %s', (_, text) => {
    expect(isCleared(screen(text))).toBe(false);
  });

  it('counts words as runs of letters and digits', () => {
    expect(screen("It's 1,200 - 北京.").words).toBe(5);
  });

  it('has no memory and takes any text', () => {
    fc.assert(fc.property(anyText(SPUN_PIECES), (text) => {
      const first = screen(text);
      expect(screen(text)).toEqual(first);
      expect(Object.values(first).every(Number.isFinite)).toBe(true);
    }));
  });

  it('reads a million characters in less than three seconds', () => {
    expect(milliseconds(() => screen(PARAGRAPH.repeat(Math.ceil(1e6 / PARAGRAPH.length))))).toBeLessThan(3000);
    expect(milliseconds(() => screen('a'.repeat(1e6)))).toBeLessThan(3000);
  });
});
