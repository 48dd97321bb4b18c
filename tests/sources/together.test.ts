import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { applyEdits, corroborate, restore, restoreTogether } from '../../src/index.js';
import type { Edit, Restoration } from '../../src/types.js';
import { CLEAN, SPUN, SPUN_PIECES } from '../helpers/articles.js';
import { anyText } from '../helpers/texts.js';

/** The report of tests/helpers/articles.ts after a spinner with another list. */
const OTHER = [
  'The finance minister of the island nation resigned on Tuesday after weeks of protests over the worth of bread.',
  'Opposition leaders stated that the authorities had failed to maintain its promise to chop taxes on meals.',
  'Police used tear gasoline towards a crowd of about 2,000 individuals in entrance of the parliament constructing.',
  'A minimum of 12 people had been taken to hospital, a spokeswoman for the inside ministry stated.',
  'The central financial institution raised curiosity charges final month for the third time this yr.',
  'The president is anticipated to call a brand new cupboard by the tip of the week, in response to state media.',
].join(' ');

/** A clean report that has nothing to do with it. */
const UNRELATED = [
  'The village bakery on Harbor Street opens at six every morning, and by seven the line reaches the corner.',
  'Maria Keller has run it with her brother since their father retired nine years ago.',
  'They still use his oven, which burns beech and takes two hours to heat.',
  'On Saturdays they sell out of rye bread before noon, and the regulars know to come early.',
  'A second shop is planned for the old post office near the station, once the roof has been mended.',
].join(' ');

function pairsOf(edits: readonly Edit[]): string[] {
  return edits.map(({ observed, replacement }) => `${observed} → ${replacement}`);
}

/** What holds of every result. */
function expectSound(text: string, { text: restored, edits, suggestions }: Restoration): void {
  expect(applyEdits(text, edits)).toBe(restored);
  const all = [...edits, ...suggestions].sort((a, b) => a.start - b.start);
  all.forEach((edit, i) => {
    expect(text.slice(edit.start, edit.end)).toBe(edit.observed);
    if (i > 0) expect(edit.start).toBeGreaterThanOrEqual(all[i - 1]!.end);
    expect(edit.probability).toBeGreaterThanOrEqual(0);
    expect(edit.probability).toBeLessThanOrEqual(1);
  });
}

describe('two copies', () => {
  const [first, second] = restoreTogether([SPUN, OTHER]) as [Restoration, Restoration];

  test.each([['the first', SPUN, first], ['the second', OTHER, second]])('%s is restored soundly', (_, text, restoration) => {
    expectSound(text, restoration);
  });

  it('tell more than each by itself', () => {
    // By itself neither "value" nor "worth" tells that it stands for "price"; together they can stand for little else.
    expect(pairsOf(restore(SPUN).edits)).not.toContain('value → price');
    expect(pairsOf(restore(OTHER).edits)).not.toContain('worth → price');
    expect(pairsOf(first.edits)).toContain('value → price');
    expect(pairsOf(second.edits)).toContain('worth → price');
  });

  it('name what an edit rests on', () => {
    const edit = first.edits.find(({ observed }) => observed === 'value')!;
    expect(edit.evidence.sources).toEqual([{ kind: 'sibling', text: 1, start: OTHER.indexOf('worth'), end: OTHER.indexOf('worth') + 'worth'.length }]);
    expect(first.edits.find(({ observed }) => observed === 'chop')!.evidence).not.toHaveProperty('sources');
  });

  it('give readings whose probabilities sum to one', () => {
    const { probability, alternatives } = first.edits.find(({ observed }) => observed === 'value')!;
    expect(alternatives.map(({ text }) => text)).toContain('value');
    expect(alternatives.reduce((sum, rival) => sum + rival.probability, probability)).toBeCloseTo(1, 5);
  });

  it('need not have their sentences in the same order', () => {
    const reordered = OTHER.split(/(?<=\.) /).reverse().join(' ');
    expect(pairsOf(restoreTogether([SPUN, reordered])[0]!.edits)).toContain('value → price');
  });
});

describe('words that stand clean in one text', () => {
  const quoting = `${UNRELATED} “The president is expected to name a new cabinet by the end of the week,” a guest said, reading from state media.`;

  it('decide in the other, and stay as they are', () => {
    const [spun, clean] = restoreTogether([SPUN, quoting]) as [Restoration, Restoration];
    expect(spun.text).toContain('is expected to name a new cabinet by the end of the week, according to state media');
    expect(restore(SPUN).text).not.toContain('expected to name');
    expect(clean).toMatchObject({ text: quoting, edits: [], suggestions: [] });
  });
});

describe('a text that has nothing to do with it', () => {
  test.each([['as a sibling', () => restoreTogether([SPUN, UNRELATED])[0]!], ['as a reference', () => corroborate(SPUN, [UNRELATED])]])('%s changes nothing', (_, run) => {
    const { edits, suggestions, text, verdict } = run();
    expect({ edits, suggestions, text, verdict }).toEqual(restore(SPUN));
  });
});

describe('a reference', () => {
  it('restores the text it was made from', () => {
    const restoration = corroborate(SPUN, [CLEAN]);
    expectSound(SPUN, restoration);
    expect(restoration.text).toBe(CLEAN);
    expect(restoration.findings).toEqual([]);
  });

  it('is cited', () => {
    const { edits } = corroborate(SPUN, [UNRELATED, CLEAN]);
    const start = CLEAN.indexOf('interior');
    expect(edits.find(({ observed }) => observed === 'inside')!.evidence.sources).toEqual([{ kind: 'reference', text: 1, start, end: start + 'interior'.length }]);
  });

  test.each<[kind: string, from: string, to: string, observed: string, stated: string]>([
    ['number', 'about 2,000', 'about 3,000', '2,000', '3,000'],
    ['name', 'on Tuesday', 'on Monday', 'Tuesday', 'Monday'],
    ['negation', 'is expected', 'is not expected', 'is', 'is not'],
  ])('that states another %s is reported, not followed', (kind, from, to, observed, stated) => {
    const { text, findings } = corroborate(SPUN, [CLEAN.replace(from, to)]);
    expect(findings).toMatchObject([{ kind, observed, stated, source: { kind: 'reference', text: 0 } }]);
    expect(SPUN.slice(findings[0]!.start, findings[0]!.end)).toBe(observed);
    expect(text).toBe(CLEAN);
  });

  it('helps a text too short for a verdict, where a sentence of it is nearly one of its own', () => {
    const sentence = 'Police used tear gasoline in opposition to a crowd of about 2,000 folks in front of the parliament building.';
    expect(restore(sentence).edits).toEqual([]);
    expect(corroborate(sentence, [CLEAN]).text).toBe('Police used tear gas against a crowd of about 2,000 people in front of the parliament building.');
  });

  it('leaves the wording of a clean text alone', () => {
    const reworded = CLEAN.replace('said that the government had failed', 'argued that the government has failed').replace('At least 12 people', 'A dozen people');
    expect(corroborate(reworded, [CLEAN])).toMatchObject({ text: reworded, edits: [] });
  });

  it('and a sibling go together', () => {
    const { edits } = corroborate(SPUN, [CLEAN.split(/(?<=\.) /)[0]!], { siblings: [OTHER] });
    const kinds = new Set(edits.flatMap(({ evidence }) => evidence.sources ?? []).map(({ kind, text }) => `${kind} ${text}`));
    expect(kinds).toEqual(new Set(['reference 0', 'sibling 0']));
  });
});

describe('options', () => {
  it('hold here too', () => {
    expect(restoreTogether([SPUN, OTHER], { mode: 'suggest' })[0]).toMatchObject({ text: SPUN, edits: [] });
    const { edits } = restoreTogether([SPUN, OTHER], { mode: 'certain' })[0]!;
    expect(edits.length).toBeGreaterThan(0);
    expect(edits.every(({ probability }) => probability >= 0.89)).toBe(true);
    const { entry } = restoreTogether([SPUN, OTHER])[0]!.edits.find(({ observed }) => observed === 'value')!;
    expect(pairsOf(restoreTogether([SPUN, OTHER], { ignore: [entry] })[0]!.edits)).not.toContain('value → price');
  });

  test.each<[title: string, call: () => unknown, message: string]>([
    ['no list', () => restoreTogether('text' as never), 'got "text" as texts, expected an array of strings'],
    ['no text in it', () => restoreTogether([SPUN, 7 as never]), 'got 7 among texts, expected strings'],
    ['no text', () => corroborate(null as never, []), 'got null among the text, expected strings'],
    ['no references', () => corroborate(SPUN, undefined as never), 'got undefined as references, expected an array of strings'],
    ['no siblings', () => corroborate(SPUN, [], { siblings: 'text' as never }), 'got "text" as siblings, expected an array of strings'],
    ['an unknown option', () => corroborate(SPUN, [], { sibling: [] } as never), 'unknown option "sibling"'],
    ['options of another kind', () => corroborate(SPUN, [], 'certain' as never), 'got "certain" as options'],
  ])('%s is refused', (_, call, message) => {
    expect(call).toThrow(TypeError);
    expect(call).toThrow(message);
  });
});

it('takes no texts, and texts without words', () => {
  expect(restoreTogether([])).toEqual([]);
  expect(restoreTogether(['', ' ', SPUN]).map(({ text }) => text)).toEqual(['', ' ', restore(SPUN).text]);
});

test('any texts are restored soundly, and the same every time', () => {
  const texts = fc.array(anyText(SPUN_PIECES), { minLength: 1, maxLength: 3 });
  fc.assert(fc.property(texts, fc.boolean(), (others, withSpun) => {
    const all = withSpun ? [`${SPUN} ${others[0]}`, ...others] : others;
    const restorations = restoreTogether(all);
    restorations.forEach((restoration, i) => expectSound(all[i]!, restoration));
    expectSound(all[0]!, corroborate(all[0]!, all.slice(1)));
    expect(restoreTogether(all)).toEqual(restorations);
  }), { numRuns: 40 });
});
