import type { Entry } from './entry.js';

/** Formats of other tools. `vale`: a substitution rule of the linter Vale; `prh`: rules of prh (textlint); `csv`: a table. */
export type ExchangeFormat = 'vale' | 'prh' | 'csv';

/** What an export needs of an entry. */
export type ExchangeEntry = Pick<Entry, 'id' | 'family' | 'topic' | 'intended' | 'observed' | 'type'>;

export const EXCHANGE_FORMATS: readonly ExchangeFormat[] = ['vale', 'prh', 'csv'];

/** Columns of the CSV export. */
export const CSV_COLUMNS = ['observed', 'intended', 'family', 'topic', 'type'] as const;

/**
 * Entries as text in the format of another tool. Those tools look at single words, not at whole documents, and know no `unless`
 * and `pos`, so their rules point at places to look at and are not fit to correct anything unattended.
 */
export function exportEntries(entries: readonly ExchangeEntry[], to: ExchangeFormat): string {
  return { vale: toVale, prh: toPrh, csv: toCsv }[to](entries);
}

function toVale(entries: readonly ExchangeEntry[]): string {
  const heads = new Map<string, Set<string>>();
  for (const { intended, observed } of entries) {
    for (const form of observed) heads.set(form, (heads.get(form) ?? new Set()).add(intended));
  }
  // Vale takes the first key that fits, so a longer phrase has to stand before the shorter ones in it.
  const forms = [...heads.keys()].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  const swaps = forms.map((form) => `  ${singleQuoted(valePattern(form))}: ${singleQuoted([...heads.get(form)!].join('|'))}`);
  return [
    'extends: substitution',
    "message: \"Consider %s: '%s' reads like a machine paraphrase.\"",
    'level: warning',
    'ignorecase: false',
    'nonword: true',
    'action:',
    '  name: replace',
    swaps.length > 0 ? 'swap:' : 'swap: {}',
    ...swaps,
    '',
  ].join('\n');
}

function valePattern(form: string): string {
  return isLower(form) ? `(?i:${bounded(form)})` : bounded(form);
}

function toPrh(entries: readonly ExchangeEntry[]): string {
  const rules = entries.flatMap(({ id, intended, observed }) => {
    // One rule must not mix patterns with and without the flag.
    const groups = [observed.filter(isLower), observed.filter((form) => !isLower(form))].filter((group) => group.length > 0);
    return groups.flatMap((group) => [
      `  - expected: ${JSON.stringify(intended)}`,
      '    pattern:',
      ...group.map((form) => `      - ${singleQuoted(`/${bounded(form)}/${isLower(form) ? 'i' : ''}`)}`),
      `    prh: ${JSON.stringify(id)}`,
    ]);
  });
  return ['version: 1', rules.length > 0 ? 'rules:' : 'rules: []', ...rules, ''].join('\n');
}

function toCsv(entries: readonly ExchangeEntry[]): string {
  const rows = entries.flatMap(({ observed, intended, family, topic, type }) =>
    observed.map((form) => [form, intended, family, topic, type]));
  return [CSV_COLUMNS, ...rows].map((row) => `${row.map(cell).join(',')}\n`).join('');
}

function cell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A pattern for the phrase as a whole word; `\b` only beside word characters, for elsewhere it asks for the opposite. */
function bounded(form: string): string {
  const escaped = form.replace(/[\\^$.*+?[\]{}|/]/g, '\\$&').replaceAll('(', '\\x28').replaceAll(')', '\\x29');
  return `${/^\w/.test(form) ? '\\b' : ''}${escaped}${/\w$/.test(form) ? '\\b' : ''}`;
}

function singleQuoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

function isLower(form: string): boolean {
  return form === form.toLowerCase();
}
