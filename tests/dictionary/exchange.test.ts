import { describe, expect, it, test } from 'vitest';
import { parse } from 'yaml';
import { exportEntries, type ExchangeEntry } from '../../src/dictionary/exchange.js';
import { readPairs } from '../../src/dictionary/table.js';

function entry(intended: string, ...observed: string[]): ExchangeEntry {
  return { id: `synonym-spin/test/${intended}`, family: 'synonym-spin', topic: 'test', intended, observed, type: 'lexical' };
}

const ENTRIES = [entry('war', 'warfare', 'fight'), entry('Attorney General', 'Legal professional Common'), entry('battle', 'fight')];

it('writes a rule for Vale, longer forms first, rival heads together', () => {
  expect(exportEntries(ENTRIES, 'vale')).toBe([
    'extends: substitution',
    'message: "Consider %s: \'%s\' reads like a machine paraphrase."',
    'level: warning',
    'ignorecase: false',
    'nonword: true',
    'action:',
    '  name: replace',
    'swap:',
    "  '\\bLegal professional Common\\b': 'Attorney General'",
    "  '(?i:\\bwarfare\\b)': 'war'",
    "  '(?i:\\bfight\\b)': 'war|battle'",
    '',
  ].join('\n'));
});

it('writes rules for prh, patterns that match in any case apart', () => {
  expect(parse(exportEntries([entry('the U.S.', 'the usa', 'the U.s.')], 'prh'))).toEqual({
    version: 1,
    rules: [
      { expected: 'the U.S.', pattern: ['/\\bthe usa\\b/i'], prh: 'synonym-spin/test/the U.S.' },
      { expected: 'the U.S.', pattern: ['/\\bthe U\\.s\\./'], prh: 'synonym-spin/test/the U.S.' },
    ],
  });
});

it('writes a table that can be read in again', () => {
  const odd = entry('Bed, Bath & Beyond', 'Mattress "Tub" & Past', 'a, b');
  const text = exportEntries([...ENTRIES, odd], 'csv');
  expect(text.split('\n')[0]).toBe('observed,intended,family,topic,type');
  expect(readPairs(text, { file: 'x.csv', observed: 'observed', intended: 'intended' })).toEqual({
    problems: [],
    pairs: [...ENTRIES, odd].flatMap(({ intended, observed }) => observed.map((form) => ({ observed: form, intended }))),
  });
});

describe('patterns match the form and nothing more', () => {
  test.each([
    ['warfare', 'the Warfare ended', true],
    ['warfare', 'the warfarers', false],
    ['Common', 'in Common', true],
    ['Common', 'in common', false],
    ['u.s. dollar', 'one U.S. dollar', true],
    ['u.s. dollar', 'one uXsX dollar', false],
    ['yr.', 'last yr. it', true],
    ['c++ (a|b) $5/day', 'in C++ (a|b) $5/day', true],
    ['a [b] {c} ^d *e? f\\g', 'a [b] {c} ^d *e? f\\g', true],
    ["o'clock", "at six o'clock", true],
    ['élan', 'his élan', true],
  ])('%j in %j: %j', (form, text, expected) => {
    const { rules } = parse(exportEntries([entry('head', form)], 'prh')) as { rules: [{ pattern: [string] }] };
    const [, source, flags] = /^\/(.*)\/(i?)$/.exec(rules[0].pattern[0])!;
    expect(new RegExp(source!, `${flags!}u`).test(text)).toBe(expected);
    const { swap } = parse(exportEntries([entry('head', form)], 'vale')) as { swap: Record<string, string> };
    const [key] = Object.keys(swap) as [string];
    expect(key).toBe(flags === 'i' ? `(?i:${source!})` : source);
  });
});

test.each(['vale', 'prh'] as const)('%s: an empty list is still a valid file', (format) => {
  expect(parse(exportEntries([], format))).toMatchObject(format === 'vale' ? { swap: {} } : { rules: [] });
});
