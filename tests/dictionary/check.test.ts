import { describe, expect, it, test } from 'vitest';
import { checkEntries, type CheckContext } from '../../src/dictionary/check.js';
import { readEntries } from '../../src/dictionary/read.js';

/** Problems of the files, as `file:line severity first words`. */
function check(files: readonly (readonly [name: string, topic: string, entries: string])[], context?: CheckContext): string[] {
  const entries = files.flatMap(([name, topic, lines]) => {
    const read = readEntries(`family: synonym-spin\ntopic: ${topic}\nentries:\n${lines}\n`, name);
    expect(read.problems).toEqual([]);
    return read.entries;
  });
  return checkEntries(entries, context).map(({ where, severity, message }) => `${where} ${severity} ${message}`);
}

function checkOne(entries: string, context?: CheckContext): string[] {
  return check([['a.yaml', 'test', entries]], context);
}

const LONG = '  bill:\n    observed: [invoice]\n';
const EXAMPLE = '    examples: ["The {{invoice=>bill}} passed."]\n';
const ALLOWS = '    allows: ["She paid the invoice."]\n';

describe('one file', () => {
  test.each<[title: string, entries: string, problems: (string | RegExp)[]]>([
    ['sound short forms', '  war: [warfare, struggle]\n  cold: [chilly]', []],
    ['a sound long form', `${LONG}${EXAMPLE}${ALLOWS}`, []],
    ['a long form without example', `${LONG}${ALLOWS}`, [/^a\.yaml:4 error got a long form without examples, .* add examples: \["… \{\{invoice=>bill\}\} …"\]/]],
    ['a long form without allows', `${LONG}${EXAMPLE}`, [/^a\.yaml:4 error got a long form without allows/]],
    ['an example without a mark', `${LONG}${ALLOWS}    examples: [The invoice passed.]`, [/^a\.yaml:4 error example "The invoice passed\." marks no observed form of "bill"/]],
    ['an example with the mark of another entry', `${LONG}${ALLOWS}    examples: ["The {{account=>bill}} passed."]`, [/marks no observed form of "bill"; mark it, as in "\{\{invoice=>bill\}\}"/]],
    ['an example that restores something else', `${LONG}${ALLOWS}    examples: ["The {{invoice=>law}} passed."]`, [/marks no observed form/]],
    ['an example at the head of a sentence', `${LONG}${ALLOWS}    examples: ["{{Invoice=>Bill}} passed."]`, []],
    ['an example with several rights and a type', `${LONG}${ALLOWS}    examples: ["The {{invoice=>law|bill#term}} passed."]`, []],
    ['an example with an optional mark', `${LONG}${ALLOWS}    examples: ["The {{invoice=?>bill}} passed."]`, []],
    ['an inflected example', `${LONG}    inflect: noun\n${ALLOWS}    examples: ["The {{invoices=>bills}} passed."]`, []],
    ['a mark that is never closed', `${LONG}${ALLOWS}    examples: ["The {{invoice=>bill passed."]`, [/error example .*: a mark is opened with "\{\{" and never closed/]],
    ['a mark without an arrow', `${LONG}${ALLOWS}    examples: ["The {{invoice}} passed."]`, [/error example .*: got "\{\{invoice\}\}", expected a mark such as/]],
    ['a form that matches its own head', '  Polish: [polish]', [/^a\.yaml:4 warning "polish" differs from its head "Polish" only in the first letter/]],
    ['a form that lost a capital further in', '  the Poles: [the poles]', []],
    ['unless that switches the entry off', `${LONG}${EXAMPLE}${ALLOWS}    unless: [invoice]`, [/^a\.yaml:4 error unless "invoice" is an observed form itself/]],
    ['unless without the form', `${LONG}${EXAMPLE}${ALLOWS}    unless: [paid invoices]`, [/^a\.yaml:4 warning unless "paid invoices" holds none of the observed forms/]],
    ['unless around the form', `${LONG}${EXAMPLE}${ALLOWS}    unless: [paid the Invoice]`, []],
    ['two entries that turn into each other', '  start: [begin]\n  begin: [start]', [/^a\.yaml:5 warning "start" stands for "begin" here, and "begin" for "start" at a\.yaml:4/]],
    ['the same, told apart by case', '  May: [Could]\n  could: [may]', []],
    ['a chain', '  start: [begin]\n  begin: [commence]\n  commence: [launch]', []],
  ])('%s', (_, entries, problems) => {
    const found = checkOne(entries);
    expect(found).toHaveLength(problems.length);
    problems.forEach((problem, i) => expect(found[i]).toMatch(problem));
  });
});

describe('several files', () => {
  test.each<[title: string, files: [string, string, string][], problems: RegExp[]]>([
    ['a head in two topics, with other forms', [['a.yaml', 'law', '  bill: [invoice]'], ['b.yaml', 'money', '  bill: [note]']], []],
    ['a pair in two topics', [['a.yaml', 'law', '  bill: [invoice]'], ['b.yaml', 'money', '  bill: [note, invoice]']], [/^b\.yaml:4 warning "invoice" for "bill" is already at a\.yaml:4/]],
    ['an id twice', [['a.yaml', 'law', '  bill: [invoice]'], ['b.yaml', 'law', '  bill: [invoice]']], [/^b\.yaml:4 error id "synonym-spin\/law\/bill" is already at a\.yaml:4/]],
    ['entries that turn into each other', [['a.yaml', 'law', '  start: [begin]'], ['b.yaml', 'money', '  begin: [start]']], []],
  ])('%s', (_, files, problems) => {
    const found = check(files);
    expect(found).toHaveLength(problems.length);
    problems.forEach((problem, i) => expect(found[i]).toMatch(problem));
  });
});

describe('frequency in clean news', () => {
  const rates = new Map([['war', 2e-4], ['warfare', 5e-6], ['time', 1e-3], ['seldom', 1e-6]]);
  const rateOf = (phrase: string): number | undefined => rates.get(phrase);
  test.each<[title: string, entries: string, problems: RegExp[]]>([
    ['a rarer form', '  war: [warfare]', []],
    ['a form that was never counted', '  war: [combating]', []],
    ['a commoner form', '  war: [warfare, time]', [/^a\.yaml:4 warning "time" \(1000 per million words\): commoner in clean news than "war" \(200 per million words\)/]],
    ['a common form of a head never counted', '  moment in time: [time]', [/^a\.yaml:4 warning "time" \(1000 per million words\): common in clean news, and its head was never counted/]],
    ['a rare form of a head never counted', '  hardly at all: [seldom]', []],
    ['a commoner form with a condition', '  war:\n    observed: [time]\n    pos: noun\n    examples: ["{{Time=>War}} ended."]\n    allows: [Time ended.]', []],
  ])('%s', (_, entries, problems) => {
    const found = checkOne(entries, { rateOf });
    expect(found).toHaveLength(problems.length);
    problems.forEach((problem, i) => expect(found[i]).toMatch(problem));
  });
});

describe('built-in entries', () => {
  const context: CheckContext = { builtinForms: (family, head) => (family === 'synonym-spin' && head === 'war' ? ['warfare', 'battle'] : undefined) };

  it('warns of built-in forms that are lost', () => {
    expect(checkOne('  war: [struggle, warfare]', context)).toEqual([
      'a.yaml:4 warning "war" takes the place of the built-in entry, which also has battle; add them unless they are to go',
    ]);
  });

  it('counts the forms of all files together', () => {
    expect(check([['a.yaml', 'law', '  war: [warfare]'], ['b.yaml', 'money', '  war: [battle]']], context)).toEqual([]);
  });
});
