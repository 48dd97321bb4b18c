import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readEntries } from '../src/dictionary/read.js';
import { ROOT, dictionaryFiles } from '../tools/dictionary-files.js';

const schema = JSON.parse(readFileSync(`${ROOT}/dictionary.schema.json`, 'utf8')) as object;
const validate = new Ajv({ allErrors: true }).compile(schema);

function schemaErrors(yaml: string): string[] {
  return validate(parse(yaml)) ? [] : validate.errors!.map(({ instancePath, message }) => `${instancePath} ${message}`);
}

describe('accepts the built-in dictionary', () => {
  test.each(dictionaryFiles().map((file) => [relative(ROOT, file), file]))('%s', (_, file) => {
    expect(schemaErrors(readFileSync(file, 'utf8'))).toEqual([]);
  });
});

const HEAD = 'family: synonym-spin\ntopic: test\n';

const GOOD: readonly [title: string, yaml: string][] = [
  ['a short form', `${HEAD}entries:\n  war: [warfare, struggle]\n`],
  ['no entries yet', `${HEAD}entries: {}\n`],
  ['every field of a file', `${HEAD}sources: [knowledge, corpus/000]\nlicense: CC-BY-4.0\ntype: term\nentries:\n  war: [warfare]\n`],
  [
    'every field of a long form',
    `${HEAD}entries:\n  bill:\n    observed: [invoice]\n    type: term\n    unless: [invoice number]\n    pos: noun\n    inflect: noun\n    note: law\n` +
      '    examples: ["The {{invoice=>bill}} passed."]\n    allows: ["She paid the invoice."]\n',
  ],
  ['signs and letters of other languages in a phrase', `${HEAD}entries:\n  "Bed, Bath & Beyond": ["Mattress, Tub & Past", été, "7-Eleven"]\n`],
  ['a head called __proto__', `${HEAD}entries:\n  __proto__: [warfare]\n`],
  ['a phrase of 120 characters', `${HEAD}entries:\n  war: [${'a'.repeat(120)}]\n`],
];

const BAD: readonly [title: string, yaml: string][] = [
  ['a list for a file', '- war\n'],
  ['no family', 'topic: test\nentries: {}\n'],
  ['a family with capitals', 'family: Spin\ntopic: test\nentries: {}\n'],
  ['a topic with a slash', 'family: synonym-spin\ntopic: a/b\nentries: {}\n'],
  ['no entries', HEAD],
  ['an unknown key in the file', `${HEAD}entry: {}\nentries: {}\n`],
  ['an unknown type in the file', `${HEAD}type: trem\nentries: {}\n`],
  ['a source that is no list', `${HEAD}sources: wild\nentries: {}\n`],
  ['an empty source', `${HEAD}sources: [""]\nentries: {}\n`],
  ['a text for a list', `${HEAD}entries:\n  war: warfare\n`],
  ['an empty list', `${HEAD}entries:\n  war: []\n`],
  ['a list in a list', `${HEAD}entries:\n  war: [[warfare]]\n`],
  ['a form twice', `${HEAD}entries:\n  war: [warfare, warfare]\n`],
  ['a form with space around it', `${HEAD}entries:\n  war: [" warfare"]\n`],
  ['a form with two spaces in it', `${HEAD}entries:\n  war: ["cold  warfare"]\n`],
  ['a form with a line break', `${HEAD}entries:\n  war: ["cold\\nwarfare"]\n`],
  ['a form without letters', `${HEAD}entries:\n  war: ["--"]\n`],
  ['a head without letters', `${HEAD}entries:\n  "&": [and]\n`],
  ['a form of 121 characters', `${HEAD}entries:\n  war: [${'a'.repeat(121)}]\n`],
  ['a long form without observed', `${HEAD}entries:\n  war:\n    note: what is it turned into?\n`],
  ['an unknown key in a long form', `${HEAD}entries:\n  war:\n    observed: [warfare]\n    except: [x]\n`],
  ['an unknown part of speech', `${HEAD}entries:\n  war:\n    observed: [warfare]\n    pos: pronoun\n`],
  ['an unknown inflection', `${HEAD}entries:\n  war:\n    observed: [warfare]\n    inflect: adjective\n`],
  ['an unknown type in a long form', `${HEAD}entries:\n  war:\n    observed: [warfare]\n    type: trem\n`],
  ['an example that is no list', `${HEAD}entries:\n  war:\n    observed: [warfare]\n    examples: "The {{warfare=>war}}."\n`],
];

describe('agrees with the reader', () => {
  test.each(GOOD)('on accepting %s', (_, yaml) => {
    expect(schemaErrors(yaml)).toEqual([]);
    expect(readEntries(yaml, 'test.yaml').problems).toEqual([]);
  });

  test.each(BAD)('on refusing %s', (_, yaml) => {
    expect(schemaErrors(yaml)).not.toEqual([]);
    expect(readEntries(yaml, 'test.yaml').problems).not.toEqual([]);
  });
});
