import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../tools/dictionary-files.js';
import { joinGolds, parseGold, type Gold, type Mark } from '../tools/gold.js';

function mark(start: number, observed: string, rights: readonly string[], rest: Partial<Mark> = {}): Mark {
  return { start, end: start + observed.length, observed, rights, required: true, type: 'lexical', ...rest };
}

const CASES: readonly (readonly [title: string, marked: string, expected: Gold])[] = [
  ['plain text has no marks', 'Rain fell on Porto.', { text: 'Rain fell on Porto.', marks: [] }],
  [
    'a required mark',
    'The {{tariff=>price#term}} rose.',
    { text: 'The tariff rose.', marks: [mark(4, 'tariff', ['price'], { type: 'term' })] },
  ],
  ['a mark without a type is lexical', '{{Purchase=>Buy}} it.', { text: 'Purchase it.', marks: [mark(0, 'Purchase', ['Buy'])] }],
  [
    'an optional mark',
    'He {{uttered=?>said#lexical}} so.',
    { text: 'He uttered so.', marks: [mark(3, 'uttered', ['said'], { required: false })] },
  ],
  [
    'several rights, likeliest first',
    'a {{big=>large|great|huge}} crowd',
    { text: 'a big crowd', marks: [mark(2, 'big', ['large', 'great', 'huge'])] },
  ],
  ['an empty right deletes', 'so {{very=>#repeat}} tall', { text: 'so very tall', marks: [mark(3, 'very', [''], { type: 'repeat' })] }],
  ['an empty right among others', 'a {{lone=>single|}} vote', { text: 'a lone vote', marks: [mark(2, 'lone', ['single', ''])] }],
  [
    'leaked braces belong to the observed side',
    'It cost {{{dollars}=>dollars#markup}} then.',
    { text: 'It cost {dollars} then.', marks: [mark(8, '{dollars}', ['dollars'], { type: 'markup' })] },
  ],
  [
    'optional leaked braces',
    'a {{{photograph}=?>photo#markup}}',
    { text: 'a {photograph}', marks: [mark(2, '{photograph}', ['photo'], { type: 'markup', required: false })] },
  ],
  [
    'marks side by side',
    '{{Chilly=>Cold}}{{struggle=>war}}!',
    { text: 'Chillystruggle!', marks: [mark(0, 'Chilly', ['Cold']), mark(6, 'struggle', ['war'])] },
  ],
  [
    'the span counts code units, marks before it are gone',
    '😀 {{one=>1}} and {{two=>2}}',
    { text: '😀 one and two', marks: [mark(3, 'one', ['1']), mark(11, 'two', ['2'])] },
  ],
  ['an equals sign inside the observed side', '{{a=b=>c}}', { text: 'a=b', marks: [mark(0, 'a=b', ['c'])] }],
  ['braces without an arrow are text', 'use {{name}} here', { text: 'use {{name}} here', marks: [] }],
  ['an unclosed mark is text', 'the {{tariff=>price rose', { text: 'the {{tariff=>price rose', marks: [] }],
  ['a mark does not span a line break', 'the {{tariff\n=>price}}', { text: 'the {{tariff\n=>price}}', marks: [] }],
];

describe('parseGold', () => {
  test.each(CASES)('%s', (_title, marked, expected) => {
    expect(parseGold(marked)).toEqual(expected);
  });

  const articles = readdirSync(join(ROOT, 'corpus')).filter((name) => name.endsWith('.gold.txt'));

  test.each(articles)('%s without its marks is the article', (name) => {
    const { text, marks } = parseGold(readFileSync(join(ROOT, 'corpus', name), 'utf8'));
    expect(text).toBe(readFileSync(join(ROOT, 'corpus', name.replace('.gold.txt', '.txt')), 'utf8'));
    for (const { start, end, observed } of marks) expect(text.slice(start, end)).toBe(observed);
  });
});

describe('joinGolds', () => {
  const golds = [parseGold('The {{tariff=>price}} rose.'), parseGold('{{Purchase=>Buy}} it.')];

  test('moves the marks of later golds behind the separator', () => {
    const { text, marks } = joinGolds(golds, '\n');
    expect(text).toBe('The tariff rose.\nPurchase it.');
    expect(marks.map(({ start, end }) => text.slice(start, end))).toEqual(['tariff', 'Purchase']);
    expect(marks[1]).toMatchObject({ start: 17, end: 25 });
  });

  test('of nothing is nothing', () => {
    expect(joinGolds([])).toEqual({ text: '', marks: [] });
  });
});
