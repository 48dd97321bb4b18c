import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it, test } from 'vitest';
import { EDIT_TYPES } from '../../src/dictionary/entry.js';
import { readEntries } from '../../src/dictionary/read.js';
import { artifactText } from '../../tools/build-dictionary.js';
import { DICTIONARIES, ROOT, dictionaryFiles, readAllEntries } from '../../tools/dictionary-files.js';

const FILES = dictionaryFiles().map((file) => relative(ROOT, file));
const ALL = readAllEntries();

describe('the packaged artifact', () => {
  const packaged = readFileSync(join(DICTIONARIES, 'compiled', 'dictionary.json'), 'utf8');

  it('is what "npm run build:dictionary" makes of the files', () => {
    // Compared as a boolean: a difference would print half a million letters.
    expect(packaged === artifactText(), 'dictionaries/compiled/dictionary.json is stale; run "npm run build:dictionary"').toBe(true);
  });

  it('is at most 200 kB, gzipped', () => {
    expect(gzipSync(packaged, { level: 9 }).length).toBeLessThanOrEqual(200_000);
  });
});

describe('the dictionary files', () => {
  test.each(FILES)('%s is well-formed, names its schema, family and sources, and ends in a line break', (file) => {
    const text = readFileSync(join(ROOT, file), 'utf8');
    const { entries, problems } = readEntries(text, file);
    expect(problems).toEqual([]);
    expect(text.at(-1)).toBe('\n');
    expect(text.split('\n')[0]).toBe('# yaml-language-server: $schema=../../dictionary.schema.json');
    expect(new Set(entries.map(({ family }) => family))).toEqual(new Set([file.split('/')[1]]));
    expect(entries.every(({ sources }) => sources.length > 0 && sources.every((source) => /^(knowledge|wild|corpus\/\d{3})$/.test(source)))).toBe(true);
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
  it('knows the edit types that the types name', () => {
    const schema = JSON.parse(readFileSync(join(ROOT, 'dictionary.schema.json'), 'utf8')) as { definitions: { type: { enum: string[] } } };
    expect(schema.definitions.type.enum).toEqual(EDIT_TYPES);
  });
});
