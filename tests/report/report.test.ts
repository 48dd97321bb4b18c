import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { applyEdits, renderReport, restore, type Edit, type Restoration } from '../../src/index.js';
import { ROOT } from '../../tools/dictionary-files.js';
import { CLEAN } from '../helpers/articles.js';
import { editAt, resultFor, type Change } from '../helpers/results.js';
import { anyText } from '../helpers/texts.js';

const TEXT = 'The warfare ended, she stated.\nNobody stated why.\n';
const CHANGES: readonly Change[] = [
  { observed: 'warfare', replacement: 'war', type: 'term', probability: 0.95 },
  { observed: 'stated', replacement: 'said', probability: 0.7 },
  { observed: 'stated', replacement: 'said', probability: 0.3, applied: false },
];
const RESULT = resultFor(TEXT, CHANGES);

/** What stands between the first `open` and the next `close`. */
function between(html: string, open: string, close: string): string {
  const from = html.indexOf(open);
  if (from < 0) throw new Error(`no ${open}`);
  return html.slice(from + open.length, html.indexOf(close, from + open.length));
}

function dataIn(html: string): { text: string; file: string; edits: Edit[] } {
  return JSON.parse(between(html, 'id="data">', '</script>')) as { text: string; file: string; edits: Edit[] };
}

/** Everything between angle brackets; an angle bracket of the text that got through would be among them. */
function tagsOf(html: string): string[] {
  return html.match(/<[^>]*>/g) ?? [];
}

describe('a page', () => {
  const html = renderReport(TEXT, RESULT, { title: 'A title', name: 'folder/story.txt', index: '../all.html' });

  it('marks every edit and suggestion in both texts, with observed and intended words', () => {
    const mark = (number: number, kind: string, observed: string, replacement: string): string =>
      `<span class="mark type-${kind}" data-edit="${number}"><del>${observed}</del><span class="gap"> </span><ins>${replacement}</ins></span>`;
    const first = `The ${mark(0, 'term applied', 'warfare', 'war')} ended, she ${mark(1, 'lexical applied', 'stated', 'said')}.`;
    const second = `Nobody ${mark(2, 'lexical suggested', 'stated', 'said')} why.`;
    for (const line of [first, second]) {
      expect(html).toContain(`<p class="observed" dir="auto">${line}</p><p class="restored" dir="auto">${line}</p>`);
    }
  });

  it('says why, for each', () => {
    const reason = between(html, '<li id="edit-2"', '\n</li>');
    for (const part of [
      '<del>stated</del>', '<ins>said</ins>', 'lexical', 'probability 0.30', 'suggested only', '<code>synonym-spin/test/said</code>', 'a synonym spinner', 'stands as listed',
      '20 to 1 for the replacement', '“said” was left standing 2 times', 'probability 0.97', '<q>said-other</q> 0.12', '<q>stated</q> <span class="quiet">(keep)</span> 0.08',
      'line 2, column 8',
    ]) expect(reason).toContain(part);
  });

  it('shows the verdict with its pairs, and how it is meant', () => {
    const verdict = between(html, '<section class="verdict"', '</section>');
    for (const part of ['<strong>0.97</strong>', 'a synonym spinner', '40 words', '2 edits', '1 suggestion', 'lines 1 to 2 (0.97)', 'a risk marker, never an accusation']) {
      expect(verdict).toContain(part);
    }
    expect(verdict).toMatch(/<th scope="row">warfare<\/th><td class="quiet">war<\/td><td class="number">2<\/td>.*width="100\.0"/);
    expect(verdict).toMatch(/<th scope="row">stated<\/th><td class="quiet">said<\/td><td class="number">1<\/td>.*width="50\.0"/);
    expect(verdict).toContain('<li>in opposition to</li>');
  });

  it('has a filter for each type that occurs, with its number', () => {
    const boxes = [...html.matchAll(/name="type" value="(\w+)" checked><span class="badge">\w+<\/span> <span class="quiet">(\d+)</g)].map(([, type, number]) => [type, number]);
    expect(boxes).toEqual([['term', '1'], ['lexical', '2']]);
  });

  it('carries the text and the edits, so that the restored text can be made from them', () => {
    const { text, file, edits } = dataIn(html);
    expect({ text, file }).toEqual({ text: TEXT, file: 'story.restored.txt' });
    expect(edits.map((edit) => (edit as Edit & { applied: boolean }).applied)).toEqual([true, true, false]);
    expect(applyEdits(text, edits.slice(0, 2))).toBe(RESULT.text);
  });

  it('names the document and leads back to the index', () => {
    expect(html).toContain('<title>A title – unspun</title>');
    expect(html).toContain('<h1 dir="auto">A title</h1><p class="quiet">folder/story.txt</p>');
    expect(html).toContain('<a href="../all.html">All documents</a>');
    expect(renderReport(TEXT, RESULT)).not.toContain('All documents');
  });

  it('refers to nothing outside of it, and allows only its own style and script', () => {
    const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    const policy = between(html, 'http-equiv="Content-Security-Policy" content="', '"');
    expect(policy.split('; ')).toEqual([
      "default-src 'none'", `script-src ${hash(between(html, '<script>', '</script>'))}`, `style-src ${hash(between(html, '<style>', '</style>'))}`,
      'img-src data:', "base-uri 'none'", "form-action 'none'",
    ]);
    expect(html.match(/<script/g)).toHaveLength(2);
    const addresses = [...html.matchAll(/\b(?:src|href|action|srcset)="([^"]*)"/g)].map(([, address]) => address!.slice(0, 5));
    expect(addresses).toEqual(['data:', '../al']);
    expect(between(html, '<style>', '</style>')).not.toMatch(/url\(|@import/);
    expect(html).not.toMatch(/ style="| on\w+="/);
  });

  it('is the same every time', () => {
    expect(renderReport(TEXT, RESULT, { title: 'A title', name: 'folder/story.txt', index: '../all.html' })).toBe(html);
  });
});

describe('unusual results', () => {
  it('a clean text has no filters, no list and no evidence', () => {
    const html = renderReport(CLEAN, restore(CLEAN));
    expect(html).toContain('it shows no sign of it');
    for (const part of ['id="reasons"', 'name="type"', 'name="view"', 'class="pairs"', 'class="mark']) expect(html).not.toContain(part);
    expect(dataIn(html)).toEqual({ text: CLEAN, file: 'text.restored.txt', edits: [] });
  });

  it('an empty text has nothing to judge', () => {
    expect(renderReport('', restore(''))).toContain('There are no words to judge.');
  });

  it('passages are marked at the margin where they do not cover the text', () => {
    const result = resultFor(TEXT, CHANGES.slice(0, 2), { passages: [{ start: 0, end: 30, family: 'synonym-spin', probability: 0.9 }] });
    const html = renderReport(TEXT, result);
    expect(html.match(/<div class="row( passage)?"><p/g)).toEqual(['<div class="row passage"><p', '<div class="row"><p']);
    expect(renderReport(TEXT, RESULT)).not.toContain('row passage');
  });

  it('repairs of translation damage come with their own reasons', () => {
    const edit: Edit = { ...editAt(0, { observed: 'The', replacement: '' }), evidence: { family: 'round-trip', document: 0.9, survivors: 0, context: 1, match: 'exact' }, alternatives: [] };
    const html = renderReport('The the end', { ...RESULT, edits: [edit], suggestions: [] });
    expect(html).toContain('translation there and back');
    expect(html).toContain('none of weight');
    expect(html).not.toContain('stands nowhere else');
  });

  test.each<[title: string, text: unknown, result: Restoration]>([
    ['no text', undefined, RESULT],
    ['another text', 'The welfare ended, she stated.', RESULT],
  ])('a TypeError for %s', (_, text, result) => {
    expect(() => renderReport(text as string, result)).toThrow(TypeError);
  });
});

it('the example text shows many edits and what speaks for them', () => {
  const text = readFileSync(join(ROOT, 'examples', 'spun.txt'), 'utf8');
  const result = restore(text);
  expect(result.edits.length).toBeGreaterThan(40);
  expect(result.text).toContain('The mayor of Harbor City said on Tuesday that the new tram line');
  expect(renderReport(text, result)).toContain('further pairs</summary>');
});

describe('hostile text', () => {
  const PIECES = ['<script>alert(1)</script>', '</script>', '<img src=x onerror=alert(1)>', '"', "'", '<!--', '-->', ']]>', '</p></div>', '&lt;', '\u202e', '\u2066', '\u0000', '\ud800'];
  const hostile = anyText(PIECES);

  /** A text with edits at every third word, and the same with letters in place of everything else. */
  function withEdits(text: string, replacement: string): Restoration {
    const words = [...text.matchAll(/\S+/g)].filter((_, i) => i % 3 === 0);
    const all = words.map((match) => editAt(match.index, { observed: match[0], replacement }));
    const edits = all.filter((_, i) => i % 2 === 0);
    const suggestions = all.filter((_, i) => i % 2 === 1);
    const verdict = { ...RESULT.verdict, passages: [], displaced: [{ observed: text, intended: replacement, count: 1, weight: 1 }], phrases: [replacement] };
    return { text: applyEdits(text, edits), edits, suggestions, verdict };
  }

  it('changes no tag of the page, whatever stands in text, edits, names and verdict', () => {
    const SIGN = /<span class="sign">U\+[0-9A-F]{4,6}<\/span>/g;
    const plain = (text: string): string => text.replace(/[^\n\r\s]/gu, 'x');
    const pageOf = (text: string, title: string): string => {
      const html = renderReport(text, withEdits(text, `${title}–`), { title, name: 'y' });
      return html.slice(html.indexOf('<body>'), html.indexOf('<script type="application/json"')).replace(SIGN, '');
    };
    fc.assert(fc.property(hostile, hostile, (text, title) => {
      expect(tagsOf(pageOf(text, title))).toEqual(tagsOf(pageOf(plain(text), 'x')));
    }), { numRuns: 200 });
  });

  it('shows the text as it is, and carries it exactly', () => {
    fc.assert(fc.property(hostile, (text) => {
      const html = renderReport(text, withEdits(text, 'x'));
      expect(dataIn(html).text).toBe(text);
      const shown = [...html.matchAll(/<p class="observed" dir="auto">([\s\S]*?)<\/p>/g)].map(([, row]) => readBack(row!));
      expect(withoutEmpty(shown)).toEqual(withoutEmpty(text.replace(/^\ufeff/, '').split(/\r?\n/)));
    }), { numRuns: 200 });
  });

  it('is never in the title, the language or a link', () => {
    const html = renderReport('x', resultFor('x', []), { title: '</title><script>', language: '"><b>', index: 'javascript:alert(1)', name: '../../<b>"\u202e.txt' });
    expect(html).toContain('<title>&lt;/title&gt;&lt;script&gt; – unspun</title>');
    expect(html).toContain('lang="&quot;&gt;&lt;b&gt;"');
    expect(html).toContain('<a href="#">All documents</a>');
    expect(dataIn(html).file).toBe('-b-.restored.txt');
  });

  it('is made in time linear in its length', () => {
    const text = 'warfare <b> '.repeat(20_000);
    const edits = Array.from({ length: 20_000 }, (_, i) => editAt(i * 12, { observed: 'warfare', replacement: 'war' }));
    const from = performance.now();
    renderReport(text, { ...RESULT, edits, suggestions: [] });
    expect(performance.now() - from).toBeLessThan(10_000);
  });
});

/** A row as a reader sees it: the observed words of the edits, and labels as the characters they stand for. */
function readBack(row: string): string {
  const observed = row.replace(/<span class="sign">U\+([0-9A-F]+)<\/span>/g, (_, code: string) => String.fromCodePoint(parseInt(code, 16)))
    .replace(/<span class="gap"> <\/span><ins>[\s\S]*?<\/ins>/g, '').replace(/<[^>]*>/g, '');
  const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
  return observed.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => named[name]!);
}

function withoutEmpty(lines: readonly string[]): string[] {
  return lines.filter((line) => line.trim() !== '');
}
