import { describe, expect, it, test } from 'vitest';
import { DictionaryError, readEntries, type Problem } from '../../src/dictionary/read.js';

const HEAD = 'family: synonym-spin\ntopic: harbour\nentries:\n';

describe('readEntries', () => {
  it('reads a short form', () => {
    const { entries, problems } = readEntries(`${HEAD}  war: [warfare, battle]\n`, 'a.yaml');
    expect(problems).toEqual([]);
    expect(entries).toEqual([
      {
        id: 'synonym-spin/harbour/war', family: 'synonym-spin', topic: 'harbour', intended: 'war', observed: ['warfare', 'battle'],
        type: 'lexical', unless: [], examples: [], allows: [], sources: [], long: false, where: 'a.yaml:4',
      },
    ]);
  });

  it('reads a long form, with the defaults of its file', () => {
    const text = [
      'family: synonym-spin', 'topic: law', 'sources: [knowledge, corpus/000]', 'license: MIT', 'type: term', 'entries:', '  Attorney General:',
      '    observed: [Lawyer Common]', '    unless: [Lawyer Common Room]', '    pos: noun', '    inflect: noun', '    note: title case is kept',
      '    examples: ["The {{Lawyer Common=>Attorney General}} left."]', '    allows: ["A lawyer common to both."]', '  chart:', '    type: idiom', '    observed: [diagram]',
    ].join('\n');
    const { entries, problems } = readEntries(text, 'law.yaml');
    expect(problems).toEqual([]);
    expect(entries[0]).toEqual({
      id: 'synonym-spin/law/Attorney General', family: 'synonym-spin', topic: 'law', intended: 'Attorney General', observed: ['Lawyer Common'], type: 'term',
      unless: ['Lawyer Common Room'], pos: 'noun', inflect: 'noun', note: 'title case is kept', examples: ['The {{Lawyer Common=>Attorney General}} left.'],
      allows: ['A lawyer common to both.'], sources: ['knowledge', 'corpus/000'], long: true, where: 'law.yaml:7',
    });
    expect(entries[1]).toMatchObject({ intended: 'chart', type: 'idiom', long: true, where: 'law.yaml:15' });
  });

  it('reads JSON, a byte order mark, CR LF, quoted heads and words that YAML would take for values', () => {
    const json = JSON.stringify({ family: 'f', topic: 't', entries: { no: ['negative'], 'top 10': ['top ten'] } }, null, 1);
    expect(readEntries(`\ufeff${json}`, 'a.json').entries.map(({ intended }) => intended)).toEqual(['no', 'top 10']);
    const yaml = readEntries(`${HEAD}  "on": [upon]\n  yes: [certain]\n  null: [void]\n  1.0: [one]\n`.replaceAll('\n', '\r\n'), 'a.yaml');
    expect(yaml.entries.map(({ intended, where }) => [intended, where])).toEqual([
      ['on', 'a.yaml:4'], ['yes', 'a.yaml:5'], ['null', 'a.yaml:6'], ['1.0', 'a.yaml:7'],
    ]);
  });

  it('straightens the apostrophes of observed forms, under which texts are compared', () => {
    expect(readEntries(`${HEAD}  Queen's Gambit: [Queen’s Gamble]\n`, 'a.yaml').entries[0]!.observed).toEqual(["Queen's Gamble"]);
  });

  const LONG = '; known: observed, type, unless, pos, inflect, note, examples, allows';
  const TYPES = 'term, lexical, function, demonym, idiom, abbrev, markup, grammar, order, punct, repeat, possessive, sense';
  const PHRASE = 'expected a phrase of 1 to 120 characters on one line without spaces around it';
  test.each([
    ['nothing at all', '', ['d.yaml:1: got nothing for a dictionary file, expected the keys family, topic, sources, license, type, entries']],
    ['a list', '- a\n', ['d.yaml:1: got a list for a dictionary file, expected the keys family, topic, sources, license, type, entries']],
    ['a word', 'war', ['d.yaml:1: got "war" for a dictionary file, expected the keys family, topic, sources, license, type, entries']],
    ['no entries', 'family: f\ntopic: t\n', ['d.yaml:1: got no entries; expected "entries:" with one "head: [variant, …]" a line under it']],
    ['entries as a list', 'family: f\ntopic: t\nentries:\n  - war\n', ['d.yaml:4: got no entries; expected "entries:" with one "head: [variant, …]" a line under it']],
    ['no family', 'topic: t\nentries:\n  war: [battle]\n', ['d.yaml:1: got nothing as family, expected lower-case letters, digits and hyphens, as in "synonym-spin"']],
    ['a topic with capitals', 'family: f\ntopic: My Topic\nentries:\n  war: [battle]\n', ['d.yaml:2: got "My Topic" as topic, expected lower-case letters, digits and hyphens, as in "synonym-spin"']],
    ['a topic with a slash', 'family: f\ntopic: a/b\nentries:\n  war: [battle]\n', ['d.yaml:2: got "a/b" as topic, expected lower-case letters, digits and hyphens, as in "synonym-spin"']],
    ['an unknown file key', `owner: me\n${HEAD}  war: [battle]\n`, ['d.yaml:1: unknown key "owner" in a dictionary file; known: family, topic, sources, license, type, entries']],
    ['a file key twice', `topic: x\n${HEAD}  war: [battle]\n`, ['d.yaml:3: key "topic" stands twice in a dictionary file; keep one']],
    ['sources as a word', `sources: me\n${HEAD}  war: [battle]\n`, ['d.yaml:1: got "me" as sources, expected a list of texts']],
    ['an unknown file type', `type: trem\n${HEAD}  war: [battle]\n`, [`d.yaml:1: unknown type "trem"; known: ${TYPES}`]],
    ['a head twice', `${HEAD}  war: [battle]\n  peace: [calm]\n  war: [fight]\n`, ['d.yaml:6: head "war" is already on line 4; merge the two lists']],
    ['a head without variants', `${HEAD}  war:\n`, ['d.yaml:4: entry "war": got nothing, expected a list of observed forms, as in [warfare, struggle]']],
    ['an empty list', `${HEAD}  war: []\n`, ['d.yaml:4: entry "war": got an empty list, expected a list of observed forms, as in [warfare, struggle]']],
    ['a variant without a list', `${HEAD}  war: battle\n`, ['d.yaml:4: entry "war": got "battle", expected a list of observed forms, as in [warfare, struggle]']],
    ['a long form without variants', `${HEAD}  war:\n    note: none\n`, ['d.yaml:4: entry "war": got nothing, expected a list of observed forms, as in [warfare, struggle]']],
    ['its own head', `${HEAD}  war:\n    observed:\n      - war\n`, ['d.yaml:6: "war" is its own head; remove it']],
    ['a variant twice', `${HEAD}  war: [battle, fight, battle]\n`, ['d.yaml:4: "battle" stands twice under "war"; remove one']],
    ['spaces around a variant', `${HEAD}  war: [" battle"]\n`, [`d.yaml:4: got " battle" as observed form, ${PHRASE}`]],
    ['two spaces inside a variant', `${HEAD}  war: [long  battle]\n`, [`d.yaml:4: got "long  battle" as observed form, ${PHRASE}`]],
    ['a line break in a head', `${HEAD}  "cold\\nwar": [battle]\n`, [`d.yaml:4: got "cold\nwar" as head, ${PHRASE}`]],
    ['an empty head', `${HEAD}  "": [battle]\n`, [`d.yaml:4: got nothing as head, ${PHRASE}`]],
    ['a phrase of 121 characters', `${HEAD}  war: [${'b'.repeat(121)}]\n`, [`d.yaml:4: got "${'b'.repeat(60)}…" as observed form, ${PHRASE}`]],
    ['a map for a variant', `${HEAD}  war: [{a: b}]\n`, [`d.yaml:4: got a map as observed form, ${PHRASE}`]],
    ['a variant without letters', `${HEAD}  war: ["--"]\n`, ['d.yaml:4: got "--" as observed form, expected at least one letter or digit']],
    ['a variant of characters no word holds', `${HEAD}  war: ["½"]\n`, ['d.yaml:4: got "½" as observed form, expected at least one letter or digit']],
    ['an unknown key in a long form', `${HEAD}  war:\n    observed: [battle]\n    exmaples: [a]\n`, [`d.yaml:6: unknown key "exmaples" in entry "war"${LONG}`]],
    ['an unknown type', `${HEAD}  war:\n    observed: [battle]\n    type: trem\n`, [`d.yaml:6: unknown type "trem"; known: ${TYPES}`]],
    ['an unknown pos', `${HEAD}  war:\n    observed: [battle]\n    pos: name\n`, ['d.yaml:6: unknown pos "name"; known: noun, verb, adjective, adverb']],
    ['an unknown inflect', `${HEAD}  war:\n    observed: [battle]\n    inflect: yes\n`, ['d.yaml:6: unknown inflect "yes"; known: noun, verb']],
    ['examples as a text', `${HEAD}  war:\n    observed: [battle]\n    examples: A war.\n`, ['d.yaml:6: got "A war." as examples, expected a list of texts']],
    ['an alias', `${HEAD}  war: &list [battle]\n  wars: *list\n`, ['d.yaml:5: entry "wars": got a YAML alias, expected a list of observed forms, as in [warfare, struggle]']],
    ['two documents', `${HEAD}  war: [battle]\n---\n${HEAD}  peace: [calm]\n`, [expect.stringMatching(/^d\.yaml:5: .*multiple documents/)]],
    ['a bracket left open', `${HEAD}  war: [battle\n  peace: [calm]\n`, expect.arrayContaining([expect.stringMatching(/^d\.yaml:[4-6]: .*; write one "head: \[variant, variant\]" a line$/)])],
    ['a tab for indentation', `${HEAD}\twar: [battle]\n`, [expect.stringMatching(/^d\.yaml:4: Tabs are not allowed/)]],
    [
      'several problems at once', `${HEAD}  war: []\n  peace: [peace]\n  "!": [calm]\n`,
      [expect.stringMatching(/^d\.yaml:4: entry "war"/), 'd.yaml:5: "peace" is its own head; remove it', 'd.yaml:6: got "!" as head, expected at least one letter or digit'],
    ],
  ])('refuses %s', (_, text, expected) => {
    expect(shown(readEntries(text, 'd.yaml').problems)).toEqual(expected);
  });
});

describe('hostile files are refused or harmless', () => {
  it('too long a file', () => {
    expect(shown(readEntries('a'.repeat(4_000_001), 'big.yaml').problems)).toEqual(['big.yaml:1: got 4000001 characters, expected at most 4000000; split the file by topic']);
  });

  it('a large file is read in seconds', () => {
    const lines = Array.from({ length: 20_000 }, (_, i) => `  head${i}: [variant ${i}, other ${i}]\n`).join('');
    expect(readEntries(HEAD + lines, 'a.yaml').entries).toHaveLength(20_000);
  }, 20_000);

  test.each([
    ['lists', `${'['.repeat(50_000)}${']'.repeat(50_000)}`],
    ['maps', `${'{a: '.repeat(50_000)}${'}'.repeat(50_000)}`],
    ['open lists', '['.repeat(50_000)],
    ['keys', '? '.repeat(20_000)],
  ])('nested %s', (_, nested) => {
    expect(shown(readEntries(`${HEAD}  war: ${nested}\n`, 'a.yaml').problems).length).toBeGreaterThan(0);
  });

  it('says of a deep nest that it is one', () => {
    const deep = readEntries(`${HEAD}  war: ${'['.repeat(50_000)}${']'.repeat(50_000)}\n`, 'a.yaml').problems;
    expect(shown(deep)[0]).toBe('a.yaml:4: got lists or maps nested too deeply; write one "head: [variant, variant]" a line');
  });

  it('aliases that would expand to a billion words', () => {
    const names = [...'abcdefghij'];
    const bomb = names.map((name, i) => `${name}: &${name} [${i === 0 ? 'lol' : Array(10).fill(`*${names[i - 1]}`).join(', ')}]\n`).join('');
    const problems = shown(readEntries(`${bomb}${HEAD}  war: *j\n`, 'a.yaml').problems);
    expect(problems).toContain('a.yaml:14: entry "war": got a YAML alias, expected a list of observed forms, as in [warfare, struggle]');
  });

  it('keys that objects inherit', () => {
    const { entries, problems } = readEntries(`${HEAD}  __proto__: [constructor]\n  constructor: [toString, __proto__]\n`, 'a.yaml');
    expect(problems).toEqual([]);
    expect(entries.map(({ intended, observed }) => [intended, observed])).toEqual([['__proto__', ['constructor']], ['constructor', ['toString', '__proto__']]]);
    expect(shown(readEntries('__proto__: {family: f}\n', 'a.yaml').problems)[0]).toMatch(/^a\.yaml:1: unknown key "__proto__"/);
    expect(({} as Record<string, unknown>)['family']).toBeUndefined();
  });

  it('characters that mean something in regular expressions', () => {
    const { entries } = readEntries(`${HEAD}  "(a+)+$": ["b.*", "[c", "\\\\d{9}"]\n`, 'a.yaml');
    expect(entries[0]).toMatchObject({ intended: '(a+)+$', observed: ['b.*', '[c', '\\d{9}'] });
  });

  it('tags that ask for other types', () => {
    expect(readEntries(`${HEAD}  war: !!js/function [battle]\n`, 'a.yaml').entries[0]!.observed).toEqual(['battle']);
  });
});

describe('DictionaryError', () => {
  it('lists every problem with its place', () => {
    const problem = (line: number): Problem => ({ where: `a.yaml:${line}`, message: `wrong ${line}`, severity: 'error' });
    expect(new DictionaryError([problem(1)]).message).toBe('1 problem in the dictionary:\n  a.yaml:1: wrong 1');
    const two = new DictionaryError([problem(1), problem(2)]);
    expect(two.message).toBe('2 problems in the dictionary:\n  a.yaml:1: wrong 1\n  a.yaml:2: wrong 2');
    expect([two.name, two.problems.length, two instanceof Error]).toEqual(['DictionaryError', 2, true]);
  });
});

function shown(problems: readonly Problem[]): string[] {
  return problems.map(({ where, message }) => `${where}: ${message}`);
}
