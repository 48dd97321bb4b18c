import { describe, expect, it, test } from 'vitest';
import { changesOf, placeFinder, rowsOf } from '../../src/report/changes.js';
import { resultFor, type Change } from '../helpers/results.js';

const WAR: Change = { observed: 'warfare', replacement: 'war' };

describe('rows', () => {
  const rows = (text: string, ...changes: readonly Change[]): string[] =>
    rowsOf(text, changesOf(text, resultFor(text, changes))).map(({ start, end }) => text.slice(start, end));

  test.each<[title: string, text: string, changes: Change[], rows: string[]]>([
    ['one line without a break', 'the end', [], ['the end']],
    ['nothing', '', [], []],
    ['empty lines are left out', 'one\n\n  \ntwo\n', [], ['one', 'two']],
    ['carriage returns at line ends are left out', 'one\r\ntwo\r\n', [], ['one', 'two']],
    ['a byte order mark is left out', '\ufeffone', [], ['one']],
    ['an edit inside a line', 'a\nthe warfare\nb', [WAR], ['a', 'the warfare', 'b']],
    ['an edit over a line break takes both lines', 'a\nfinal\nyr b\nc', [{ observed: 'final\nyr', replacement: 'last year' }], ['a', 'final\nyr b', 'c']],
    ['an edit that ends with the break', 'a\nb\nc', [{ observed: 'a\n', replacement: 'a ' }], ['a\nb', 'c']],
    ['an edit of the carriage return', 'a\r\nb', [{ observed: 'a\r', replacement: 'a' }], ['a\r', 'b']],
    ['an edit of white space alone', 'a\n \nb', [{ observed: '\n \n', replacement: ' ' }], ['a\n \nb']],
  ])('%s', (_, text, changes, expected) => {
    expect(rows(text, ...changes)).toEqual(expected);
  });

  it('give each edit to the row it stands in', () => {
    const text = 'warfare\n\nno more warfare\n';
    const all = changesOf(text, resultFor(text, [WAR, { ...WAR, applied: false }]));
    expect(all.map(({ number, applied, edit }) => [number, applied, edit.start])).toEqual([[0, true, 0], [1, false, 17]]);
    expect(rowsOf(text, all).map(({ changes }) => changes.map(({ number }) => number))).toEqual([[0], [1]]);
  });
});

describe('results that are not those of the text', () => {
  const result = resultFor('the warfare', [WAR]);
  test.each([
    ['another text', 'the welfare', result],
    ['a shorter text', 'the', result],
    ['an edit and a suggestion that overlap', 'the warfare', { ...result, suggestions: result.edits }],
  ])('%s', (_, text, wrong) => {
    expect(() => changesOf(text, wrong)).toThrow(new RegExp('^the result does not belong to the text: got '));
    expect(() => changesOf(text, wrong)).toThrow(TypeError);
  });
});

test.each<[title: string, text: string, at: number, line: number, column: number]>([
  ['the start', 'abc', 0, 1, 1],
  ['in the second line', 'abc\ndef', 5, 2, 2],
  ['at a line break', 'abc\ndef', 3, 1, 4],
  ['behind a pair of surrogates, which are two units', '😀x', 2, 1, 3],
  ['behind a byte order mark, which is none', '\ufeffabc', 2, 1, 2],
  ['at the byte order mark itself', '\ufeffabc', 0, 1, 1],
  ['in the second line behind a byte order mark', '\ufeffa\r\nb', 4, 2, 1],
])('place: %s', (_, text, at, line, column) => {
  expect(placeFinder(text)(at)).toEqual({ line, column });
});
