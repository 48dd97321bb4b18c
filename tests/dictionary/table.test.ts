import { describe, expect, it, test } from 'vitest';
import { readEntries } from '../../src/dictionary/read.js';
import { readPairs, readRows } from '../../src/dictionary/table.js';
import { writeDictionary } from '../../src/dictionary/write.js';

const COLUMNS = { file: 'list.csv', observed: 'found', intended: 'meant' };

describe('readRows', () => {
  test.each<[title: string, text: string, rows: [number, string[]][]]>([
    ['bare cells', 'a,b\nc,d\n', [[1, ['a', 'b']], [2, ['c', 'd']]]],
    ['no line break at the end', 'a,b', [[1, ['a', 'b']]]],
    ['Windows line breaks', 'a,b\r\nc,d\r\n', [[1, ['a', 'b']], [2, ['c', 'd']]]],
    ['an empty last cell', 'a,\r\n,b', [[1, ['a', '']], [2, ['', 'b']]]],
    ['empty lines', 'a\n\n\nb\n', [[1, ['a']], [4, ['b']]]],
    ['the delimiter in quotes', '"a,b",c', [[1, ['a,b', 'c']]]],
    ['doubled quotes', '"say ""hi""",c', [[1, ['say "hi"', 'c']]]],
    ['an empty cell in quotes', '"",c', [[1, ['', 'c']]]],
    ['a line break in quotes, and the line numbers after it', '"a\nb",c\nd,e', [[1, ['a\nb', 'c']], [3, ['d', 'e']]]],
    ['a quote within a bare cell', '5" nail,c', [[1, ['5" nail', 'c']]]],
    ['letters after a closing quote', '"a"b,c', [[1, ['ab', 'c']]]],
    ['a byte order mark', '\ufeffa,b', [[1, ['a', 'b']]]],
    ['nothing', '', []],
  ])('%s', (_, text, rows) => {
    expect(readRows(text, ',').map(({ line, cells }) => [line, cells])).toEqual(rows);
  });

  it('names the line of a quote that is never closed', () => {
    expect(() => readRows('a,b\n"c,d\ne', ',', 'list.csv')).toThrow(new TypeError(
      'list.csv:2: got a quote that is never closed; close it, or double it inside a quoted cell',
    ));
  });
});

describe('readPairs', () => {
  test.each([
    ['commas', 'found,meant\nprofound learning,deep learning\n'],
    ['tabs', 'found\tmeant\nprofound learning\tdeep learning\n'],
    ['semicolons', 'found;meant\nprofound learning;deep learning\n'],
    ['other columns around them', 'n,meant,"x, y",found\n7,deep learning,z,profound learning\n'],
    ['a column whose name is two lines long', '"a\nnote",found,meant\nz,profound learning,deep learning\n'],
    ['spaces to be tidied', ' found , meant \n  profound \u00a0learning,"deep\nlearning"\n'],
  ])('reads %s', (_, text) => {
    expect(readPairs(text, COLUMNS)).toEqual({ pairs: [{ observed: 'profound learning', intended: 'deep learning' }], problems: [] });
  });

  test.each<[title: string, row: string, message: RegExp]>([
    ['an empty cell', ',war', /^got nothing in column "found", expected a phrase/],
    ['a missing cell', 'warfare', /^got nothing in column "meant"/],
    ['a cell without letters', '--,war', /^got "--" in column "found", expected at least one letter or digit/],
    ['a cell that is too long', `${'a'.repeat(121)},war`, /^got 121 characters in column "found", expected at most 120/],
    ['a pair of one and the same', 'war,war', /^"war" is its own head/],
  ])('leaves out %s and says where', (_, row, message) => {
    const { pairs, problems } = readPairs(`found,meant\n${row}\nwarfare,war\n`, COLUMNS);
    expect(pairs).toEqual([{ observed: 'warfare', intended: 'war' }]);
    expect(problems).toEqual([{ where: 'list.csv:2', severity: 'error', message: expect.stringMatching(message) as string }]);
  });

  it('takes the longest phrase that a dictionary takes', () => {
    const long = 'a'.repeat(120);
    const { pairs } = readPairs(`found,meant\n${long},war\n`, COLUMNS);
    const text = writeDictionary({ family: 'mine', topic: 'test', entries: pairs.map(({ observed, intended }) => ({ intended, observed: [observed] })) });
    expect(readEntries(text, 'a.yaml')).toMatchObject({ problems: [], entries: [{ observed: [long] }] });
  });

  test.each([
    ['other columns', 'wrong,right\na,b\n', 'list.csv:1: got "wrong", "right" in the first row, expected "found" and "meant"; name the columns as the first row does'],
    ['no text', '', 'list.csv:1: got no columns in the first row, expected "found" and "meant"; name the columns as the first row does'],
  ])('refuses %s', (_, text, message) => {
    expect(() => readPairs(text, COLUMNS)).toThrow(new TypeError(message));
  });
});
