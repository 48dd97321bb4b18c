import { retext } from 'retext';
import { VFile } from 'vfile';
import { describe, expect, it, test } from 'vitest';
import { applyEdits, builtin, loadDictionary, restore } from '../../src/index.js';
import retextDefault, { retextUnspun, type RetextUnspunOptions } from '../../src/integrations/retext.js';
import { CLEAN, SPUN } from '../helpers/articles.js';

const LINES = SPUN.replaceAll('. ', '.\n');

/** The file after the real processor, parser and compiler included. */
function processed(text: string, options?: RetextUnspunOptions): VFile {
  return retext().use(retextUnspun, options).processSync(new VFile({ value: text, path: 'report.txt' }));
}

describe('retextUnspun', () => {
  it('leaves the text as it was and reports each edit at its place', () => {
    const file = processed(LINES);
    const { edits } = restore(LINES);
    expect(String(file)).toBe(LINES);
    expect(edits.length).toBeGreaterThan(5);
    expect(file.messages.map(({ place, actual, expected }) => ({ place, actual, first: expected?.[0] }))).toEqual(
      edits.map(({ start, end, observed, replacement }) => ({ place: { start: pointOf(LINES, start), end: pointOf(LINES, end) }, actual: observed, first: replacement })),
    );
  });

  it('gives messages all that reporters and editors show', () => {
    const message = processed(SPUN).messages.find(({ actual }) => actual === 'folks');
    expect(message).toMatchObject({
      reason: 'Unexpected `folks`, expected `people`',
      source: 'unspun',
      ruleId: 'lexical',
      fatal: false,
      file: 'report.txt',
      expected: expect.arrayContaining(['people']),
      note: expect.stringMatching(/^Right with probability [01]\.\d\d, in a passage that is synonym-spin with probability [01]\.\d\d; entry synonym-spin\/[a-z-]+\/people$/),
    });
    expect(message?.expected).not.toContain('folks');
  });

  it('carries what is needed to apply the edits', () => {
    const file = processed(SPUN);
    const edits = file.messages.map(({ place, actual, expected }) => {
      if (!place || !('start' in place)) throw new Error('a message without place');
      return { start: place.start.offset!, end: place.end.offset!, observed: actual!, replacement: expected![0]! };
    });
    expect(applyEdits(SPUN, edits)).toBe(restore(SPUN).text);
  });

  test.each([
    ['clean text', CLEAN],
    ['no text', ''],
    ['signs alone', '— … !'],
  ])('says nothing about %s', (_, text) => {
    expect(processed(text).messages).toEqual([]);
  });

  test.each<[string, RetextUnspunOptions]>([
    ['a mode', { mode: 'certain' }],
    ['a probability', { minProbability: 0.95 }],
    ['entries to ignore', { ignore: ['synonym-spin'] }],
    ['own dictionaries', { dictionaries: [builtin, loadDictionary('family: mine\ntopic: t\nentries:\n  police: [bread]\n')], assume: 'mine' }],
  ])('passes %s on', (_, options) => {
    expect(processed(SPUN, options).messages.map(({ actual }) => actual)).toEqual(restore(SPUN, options).edits.map(({ observed }) => observed));
  });

  it('lists what is too unsure as information, where asked', () => {
    const { edits, suggestions } = restore(SPUN, { mode: 'certain' });
    expect(suggestions.length).toBeGreaterThan(0);
    const { messages } = processed(SPUN, { mode: 'certain', suggestions: true });
    expect(messages.filter(({ fatal }) => fatal === false)).toHaveLength(edits.length);
    expect(messages.filter(({ fatal }) => fatal === undefined)).toHaveLength(suggestions.length);
  });

  it('lists all as information in the mode that applies nothing', () => {
    const { messages } = processed(SPUN, { mode: 'suggest' });
    expect(messages).toHaveLength(restore(SPUN, { mode: 'suggest' }).suggestions.length);
    expect(messages.every(({ fatal }) => fatal === undefined)).toBe(true);
  });

  it.each(['\n', '\r\n', '\r'])('counts lines that end in %j', (end) => {
    const last = processed(LINES.replaceAll('\n', end)).messages.at(-1);
    expect(last?.line).toBe(6);
    expect(LINES.split('\n')[5]!.slice(last!.column! - 1)).toMatch(new RegExp(`^${last!.actual}`));
  });

  it('leaves out what the tree marks as no prose', () => {
    const at = SPUN.indexOf('folks');
    const piece = (type: 'TextNode' | 'SourceNode', start: number, end: number) =>
      ({ type, value: SPUN.slice(start, end), position: { start: pointOf(SPUN, start), end: pointOf(SPUN, end) } });
    const file = new VFile(SPUN);
    const children = [piece('TextNode', 0, at), piece('SourceNode', at, at + 5), piece('TextNode', at + 5, SPUN.length)];
    retext().use(retextUnspun).runSync({ type: 'RootNode', children }, file);
    expect(file.messages.map(({ place }) => place && 'start' in place && place.start.offset)).toEqual(
      restore(SPUN).edits.map(({ start }) => start).filter((start) => start !== at),
    );
  });

  it('is the default export too, as configuration files want it, and takes null for no options', () => {
    expect(retextDefault).toBe(retextUnspun);
    expect(retext().use(retextDefault, null).processSync(CLEAN).messages).toEqual([]);
  });

  it('refuses wrong options when the processor is set up', () => {
    expect(() => retext().use(retextUnspun, { mode: 'safe' } as never).freeze()).toThrow(new TypeError('got mode "safe", expected certain, balanced, suggest'));
  });
});

/** The place as unist counts it. */
function pointOf(text: string, offset: number): { line: number; column: number; offset: number } {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: before.at(-1)!.length + 1, offset };
}
