import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Ajv, type ValidateFunction } from 'ajv';
import { beforeAll, describe, expect, it, test } from 'vitest';
import { parse } from 'yaml';
import { EDIT_TYPES } from '../../src/dictionary/entry.js';
import { readEntries } from '../../src/dictionary/read.js';
import { artifactModule } from '../../tools/build-dictionary.js';
import { DICTIONARIES, ROOT, dictionaryFiles, readAllEntries } from '../../tools/dictionary-files.js';

const FILES = dictionaryFiles().map((file) => relative(ROOT, file));
const ALL = readAllEntries();
const SCHEMA = JSON.parse(readFileSync(join(ROOT, 'dictionary.schema.json'), 'utf8')) as { definitions: { type: { enum: string[] } } };

describe('the packaged artifact', () => {
  const packaged = readFileSync(join(DICTIONARIES, 'compiled', 'dictionary.cjs'), 'utf8');

  it('is what "npm run build:dictionary" makes of the files', () => {
    // Compared as a boolean: a difference would print half a million letters.
    expect(packaged === artifactModule(), 'dictionaries/compiled/dictionary.cjs is stale; run "npm run build:dictionary"').toBe(true);
  });

  it('is at most 200 kB, gzipped', () => {
    expect(gzipSync(packaged, { level: 9 }).length).toBeLessThanOrEqual(200_000);
  });
});

describe('the dictionary files', () => {
  let validate: ValidateFunction;
  beforeAll(() => {
    validate = new Ajv({ allErrors: true }).compile(SCHEMA);
  });

  test.each(FILES)('%s is well-formed, names its schema, family and sources', (file) => {
    const text = readFileSync(join(ROOT, file), 'utf8');
    const { entries, problems } = readEntries(text, file);
    expect(problems).toEqual([]);
    expect(text.split('\n')[0]).toBe('# yaml-language-server: $schema=../../dictionary.schema.json');
    expect(new Set(entries.map(({ family }) => family))).toEqual(new Set([file.split('/')[1]]));
    expect(entries.every(({ sources }) => sources.length > 0 && sources.every((source) => /^(knowledge|wild|corpus\/\d{3})$/.test(source)))).toBe(true);
  });

  test.each(FILES)('%s fits the schema', (file) => {
    validate(parse(readFileSync(join(ROOT, file), 'utf8'), { schema: 'failsafe' }));
    expect(validate.errors).toBeNull();
  });

  it('give each id once', () => {
    const ids = new Map<string, string>();
    const twice = ALL.filter(({ id, where }) => ids.has(id) || !ids.set(id, where));
    expect(twice.map(({ id, where }) => `${where}: ${id}`)).toEqual([]);
  });

  it('hold at least 5,000 heads and 20,000 pairs of the common spinner', () => {
    const entries = ALL.filter(({ family }) => family === 'synonym-spin');
    const pairs = new Set(entries.flatMap(({ intended, observed }) => observed.map((form) => `${intended}\n${form}`)));
    expect(new Set(entries.map(({ intended }) => intended)).size).toBeGreaterThanOrEqual(5000);
    expect(pairs.size).toBeGreaterThanOrEqual(20_000);
  });
});

describe('the schema', () => {
  const validate = new Ajv().compile(SCHEMA);
  const file = (entries: unknown, rest: object = {}): object => ({ family: 'f', topic: 't', entries, ...rest });

  it('knows the edit types that the types name', () => {
    expect(SCHEMA.definitions.type.enum).toEqual(EDIT_TYPES);
  });

  test.each([
    ['a short form', file({ war: ['warfare'] })],
    ['a long form', file({ war: { observed: ['warfare'], type: 'term', unless: ['x'], pos: 'noun', inflect: 'noun', note: 'n', examples: ['e'], allows: ['a'] } })],
    ['all file keys', file({ war: ['warfare'] }, { sources: ['wild'], license: 'MIT', type: 'term' })],
  ])('accepts %s, as the reader does', (_, value) => {
    expect(validate(value)).toBe(true);
    expect(readEntries(JSON.stringify(value), 'a').problems).toEqual([]);
  });

  test.each([
    ['an unknown key', file({ war: ['warfare'] }, { owner: 'me' })],
    ['no entries', { family: 'f', topic: 't' }],
    ['a family with capitals', { ...file({ war: ['warfare'] }), family: 'F' }],
    ['an empty list', file({ war: [] })],
    ['a variant twice', file({ war: ['warfare', 'warfare'] })],
    ['a variant that is no list', file({ war: 'warfare' })],
    ['spaces around a variant', file({ war: [' warfare'] })],
    ['an empty head', file({ '': ['warfare'] })],
    ['a phrase of 121 letters', file({ war: ['w'.repeat(121)] })],
    ['an unknown key in a long form', file({ war: { observed: ['warfare'], example: [] } })],
    ['an unknown type', file({ war: { observed: ['warfare'], type: 'trem' } })],
    ['a long form without variants', file({ war: { note: 'n' } })],
  ])('refuses %s, as the reader does', (_, value) => {
    expect(validate(value)).toBe(false);
    expect(readEntries(JSON.stringify(value), 'a').problems).not.toEqual([]);
  });
});
