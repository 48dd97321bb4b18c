import { describe, expect, it, test } from 'vitest';
import { formatDiff } from '../../src/cli/diff.js';
import type { Edit } from '../../src/types.js';

/** Edits of the words in a text, as `observed => replacement`, found from left to right. */
function edits(text: string, ...changes: readonly (readonly [observed: string, replacement: string])[]): Edit[] {
  let from = 0;
  return changes.map(([observed, replacement]) => {
    const start = text.indexOf(observed, from);
    from = start + observed.length;
    const evidence = { family: 'synonym-spin', document: 1, survivors: 0, context: 3, match: 'exact' } as const;
    return { start, end: from, observed, replacement, alternatives: [], type: 'lexical', probability: 0.8, entry: `synonym-spin/test/${replacement}`, evidence };
  });
}

function diff(text: string, changes: readonly (readonly [string, string])[], colour = false): string[] {
  return formatDiff({ name: 'a.txt', text, edits: edits(text, ...changes), suggestions: [] }, colour).split('\n');
}

const HEADER = ['--- a.txt', '+++ a.txt (restored)'];

describe('changed lines', () => {
  test.each<[title: string, text: string, changes: [string, string][], lines: string[]]>([
    ['one edit in the middle line', 'one\nthe warfare ends\nthree\n', [['warfare', 'war']], ['@@ -2 +2 @@', '-the [-warfare-] ends', '+the {+war+} ends']],
    ['an edit at the very start', 'Warfare ends\n', [['Warfare', 'War']], ['@@ -1 +1 @@', '-[-Warfare-] ends', '+{+War+} ends']],
    ['a text that begins with a line break', '\nwarfare', [['warfare', 'war']], ['@@ -2 +2 @@', '-[-warfare-]', '+{+war+}']],
    ['a last line without a break', 'one\nwarfare', [['warfare', 'war']], ['@@ -2 +2 @@', '-[-warfare-]', '+{+war+}']],
    [
      'two edits in one line', 'chilly warfare\n', [['chilly', 'cold'], ['warfare', 'war']],
      ['@@ -1 +1 @@', '-[-chilly-] [-warfare-]', '+{+cold+} {+war+}'],
    ],
    [
      'edits in two lines', 'warfare\n\nwarfare\n', [['warfare', 'war'], ['warfare', 'war']],
      ['@@ -1 +1 @@', '-[-warfare-]', '+{+war+}', '@@ -3 +3 @@', '-[-warfare-]', '+{+war+}'],
    ],
    [
      'an edit that takes a line break out, and the line numbers after it', 'a final\nyr b\nwarfare', [['final\nyr', 'last year'], ['warfare', 'war']],
      ['@@ -1,2 +1 @@', '-a [-final', '-yr-] b', '+a {+last year+} b', '@@ -3 +2 @@', '-[-warfare-]', '+{+war+}'],
    ],
    ['a word that is taken out', 'the the end', [['the ', '']], ['@@ -1 +1 @@', '-[-the -]the end', '+the end']],
    ['lines of a Windows file', 'one\r\nthe warfare\r\n', [['warfare', 'war']], ['@@ -2 +2 @@', '-the [-warfare-]', '+the {+war+}']],
    ['control characters', 'a\u001b[2J warfare', [['warfare', 'war']], ['@@ -1 +1 @@', '-a␛[2J [-warfare-]', '+a␛[2J {+war+}']],
  ])('%s', (_, text, changes, lines) => {
    expect(diff(text, changes)).toEqual([...HEADER, ...lines, '']);
  });
});

it('is empty where nothing changed', () => {
  expect(diff('the war\n', [])).toEqual(['']);
});

it('lists suggestions under their line, changed or not', () => {
  const text = 'the firm grew\nthe warfare of the firm\n';
  const [first, second] = edits(text, ['firm', 'company'], ['firm', 'company']);
  const lines = formatDiff({ name: 'a.txt', text, edits: edits(text, ['warfare', 'war']), suggestions: [first!, second!] }, false).split('\n');
  const asked = '? [-firm-]{+company+} probability 0.80, synonym-spin/test/company';
  expect(lines.slice(2)).toEqual(['@@ -1 +1 @@', ' the firm grew', asked, '@@ -2 +2 @@', '-the [-warfare-] of the firm', '+the {+war+} of the firm', asked, '']);
});

it('colours lines and sets marks off where asked to', () => {
  const lines = diff('the warfare', [['warfare', 'war']], true);
  expect(lines[3]).toBe('\u001b[31m-the \u001b[7m[-warfare-]\u001b[27m\u001b[0m');
  expect(lines[4]).toBe('\u001b[32m+the \u001b[7m{+war+}\u001b[27m\u001b[0m');
});

it('takes time in proportion to a line, not to its square', () => {
  const text = 'warfare '.repeat(100_000);
  const many = Array.from({ length: 100_000 }, (_, i) => ({ ...edits('warfare', ['warfare', 'war'])[0]!, start: i * 8, end: i * 8 + 7 }));
  const from = performance.now();
  expect(formatDiff({ name: 'a.txt', text, edits: many, suggestions: [] }, false)).toHaveLength(
    '--- a.txt\n+++ a.txt (restored)\n@@ -1 +1 @@\n-\n+\n'.length + 100_000 * ('[-warfare-] '.length + '{+war+} '.length),
  );
  expect(performance.now() - from).toBeLessThan(5000);
});
