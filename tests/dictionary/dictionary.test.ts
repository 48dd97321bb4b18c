import { describe, expect, it, test } from 'vitest';
import { builtinTables, lexiconOf } from '../../src/dictionary/dictionary.js';
import { DictionaryError, builtin, createRestorer, loadDictionary, type DictionaryFile, type DictionarySource } from '../../src/index.js';
import { SPUN } from '../helpers/articles.js';

const FILE: DictionaryFile = { family: 'mine', topic: 'harbour', entries: { war: ['warfare'], peace: { observed: ['calm zone'], unless: ['calm zone fee'], type: 'term' } } };
const YAML = 'family: mine\ntopic: harbour\nentries:\n  war: [warfare]\n  peace:\n    observed: [calm zone]\n    unless: [calm zone fee]\n    type: term\n';

describe('loadDictionary', () => {
  test.each<[string, DictionarySource]>([
    ['YAML text', YAML],
    ['JSON text', JSON.stringify(FILE)],
    ['an object', FILE],
    ['a named text', { file: 'mine.yaml', text: YAML }],
  ])('reads %s', (_, source) => {
    const read = loadDictionary(source).entries.map(({ where, ...entry }) => entry);
    expect(read).toEqual([
      { id: 'mine/harbour/war', family: 'mine', topic: 'harbour', intended: 'war', observed: ['warfare'], type: 'lexical', unless: [], examples: [], allows: [], sources: [], long: false },
      {
        id: 'mine/harbour/peace', family: 'mine', topic: 'harbour', intended: 'peace', observed: ['calm zone'], type: 'term', unless: ['calm zone fee'],
        examples: [], allows: [], sources: [], long: true,
      },
    ]);
  });

  it('reads several sources into one', () => {
    const other = { ...FILE, topic: 'law', entries: { bill: ['invoice'] } };
    expect(loadDictionary([YAML, other]).entries.map(({ id }) => id)).toEqual(['mine/harbour/war', 'mine/harbour/peace', 'mine/law/bill']);
  });

  it('throws one error that lists every problem with file and line', () => {
    const sources = [{ file: 'a.yaml', text: 'family: f\ntopic: t\nentries:\n  war: []\n  peace: [peace]\n' }, { file: 'b.yaml', text: 'topic: t' }];
    expect(() => loadDictionary(sources)).toThrow(DictionaryError);
    expect(() => loadDictionary(sources)).toThrow(
      [
        '4 problems in the dictionary:',
        '  a.yaml:4: entry "war": got an empty list, expected a list of observed forms, as in [warfare, struggle]',
        '  a.yaml:5: "peace" is its own head; remove it',
        '  b.yaml:1: got nothing as family, expected lower-case letters, digits and hyphens, as in "synonym-spin"',
        '  b.yaml:1: got no entries; expected "entries:" with one "head: [variant, …]" a line under it',
      ].join('\n'),
    );
  });

  it('names unnamed sources by their place in the list', () => {
    expect(() => loadDictionary('topic: t')).toThrow('dictionary:1: got nothing as family');
    expect(() => loadDictionary([YAML, 'topic: t'])).toThrow('dictionary[1]:1: got nothing as family');
  });

  test.each([[undefined, 'undefined'], [null, 'null'], [7, 'number'], [() => YAML, 'function']])('throws a TypeError for %s', (source, shown) => {
    const expected = `got ${shown} as a dictionary, expected YAML or JSON text or an object with family, topic and entries`;
    expect(() => loadDictionary(source as never)).toThrow(TypeError);
    expect(() => loadDictionary(source as never)).toThrow(expected);
  });

  it('gives a frozen value', () => {
    const dictionary = loadDictionary(FILE);
    expect(Object.isFrozen(dictionary)).toBe(true);
    expect(Object.isFrozen(dictionary.entries)).toBe(true);
  });
});

describe('builtin', () => {
  it('lists the packaged entries, as they are compiled', () => {
    const war = builtin.entries.filter(({ family, intended }) => family === 'synonym-spin' && intended === 'war');
    expect(war).toHaveLength(1);
    expect(war[0]!.observed).toContain('warfare');
    expect(builtin.entries).toHaveLength(builtinTables().entries.count);
  });
});

describe('lexiconOf', () => {
  const own = loadDictionary({ family: 'synonym-spin', topic: 'own', entries: { skirmish: ['warfare'], harbourmaster: ['port boss'] } });

  it('is the packaged one without dictionaries, and with the packaged one alone', () => {
    expect(lexiconOf(undefined).phraseCount).toBe(lexiconOf([builtin]).phraseCount);
  });

  it.each([['after', [builtin, own]], ['before', [own, builtin]]])("lets the user's entry win, listed %s the built-in ones", (_, dictionaries) => {
    expect(intendedOf(dictionaries, 'warfare')).toEqual(['skirmish']);
    expect(intendedOf(dictionaries, 'port boss')).toEqual(['harbourmaster']);
    expect(intendedOf(dictionaries, 'tear gasoline').length + intendedOf(dictionaries, 'gasoline').length).toBeGreaterThan(0);
  });

  it('leaves the rest of the packaged one as it is beside a dictionary that has nothing to do with it', () => {
    const apart = loadDictionary({ family: 'mine', topic: 't', entries: { harbourmaster: ['port boss'] } });
    const expected = createRestorer().restore(SPUN);
    expect(createRestorer({ dictionaries: [builtin, apart] }).restore(SPUN)).toEqual(expected);
    expect(createRestorer({ dictionaries: [builtin, builtin] }).restore(SPUN)).toEqual(expected);
  });

  it('leaves the built-in entries out where they are not asked for', () => {
    expect(intendedOf([own], 'warfare')).toEqual(['skirmish']);
    expect(intendedOf([own], 'gasoline')).toEqual([]);
  });
});

describe('options that choose entries', () => {
  const text = 'The warfare in the east ended on Monday.';
  const restored = (options: Parameters<typeof createRestorer>[0]): string => createRestorer({ assume: 'synonym-spin', ...options }).restore(text).text;

  it('restores with all of them by default', () => {
    expect(restored({})).toBe('The war in the east ended on Monday.');
  });

  test.each([
    ['an entry', (id: string) => id],
    ['a topic', (id: string) => id.split('/').slice(0, 2).join('/')],
    ['a family', () => 'synonym-spin'],
  ])('ignore switches off %s', (_, name) => {
    const [edit] = createRestorer({ assume: 'synonym-spin' }).restore(text).edits;
    expect(createRestorer({ assume: 'synonym-spin', ignore: [name(edit!.entry)] }).restore(text).edits.map(({ entry }) => entry)).not.toContain(edit!.entry);
    expect(restored({ ignore: ['synonym-spin/none/such'] })).toBe('The war in the east ended on Monday.');
  });

  it('topics keeps the entries of those topics alone', () => {
    const mine = loadDictionary({ family: 'synonym-spin', topic: 'mine', entries: { battle: ['warfare'] } });
    expect(restored({ topics: ['mine'], dictionaries: [builtin, mine] })).toBe('The battle in the east ended on Monday.');
    expect(restored({ topics: ['none'], dictionaries: [builtin, mine] })).toBe(text);
  });

  it("takes a user's entry instead of the built-in one", () => {
    const mine = loadDictionary({ family: 'synonym-spin', topic: 'mine', entries: { battle: ['warfare'] } });
    expect(restored({ dictionaries: [builtin, mine] })).toBe('The battle in the east ended on Monday.');
    const edits = createRestorer({ assume: 'synonym-spin', dictionaries: [builtin, mine] }).restore(text).edits;
    expect(edits.map(({ entry }) => entry)).toEqual(['synonym-spin/mine/battle']);
  });

  test.each([
    ['The Senate passed two invoices on Tuesday.', 'The Senate passed two bills on Tuesday.'],
    ['He is purchasing a house.', 'He is buying a house.'],
    ['They purchase food every week.', 'They buy food every week.'],
    ['The purchase of food began.', 'The purchase of food began.'],
  ])('inflects, and heeds the part of speech, where an entry asks for it: %s', (given, expected) => {
    const mine = loadDictionary({
      family: 'mine', topic: 't', entries: { bill: { observed: ['invoice'], inflect: 'noun' }, buy: { observed: ['purchase'], inflect: 'verb', pos: 'verb' } },
    });
    expect(createRestorer({ dictionaries: [mine], assume: 'mine' }).restore(given).text).toBe(expected);
  });

  it("keeps a user's entry quiet in the phrases of its unless", () => {
    const mine = loadDictionary({ family: 'mine', topic: 't', entries: { war: { observed: ['warfare'], unless: ['warfare centre'] } } });
    const restorer = createRestorer({ dictionaries: [mine], assume: 'mine' });
    expect(restorer.restore('The warfare in the east ended on Monday.').text).toBe('The war in the east ended on Monday.');
    expect(restorer.restore('The warfare centre in the east ended on Monday.').edits).toEqual([]);
  });
});

function intendedOf(dictionaries: Parameters<typeof lexiconOf>[0], observed: string): string[] {
  const lexicon = lexiconOf(dictionaries);
  for (let phrase = 0; phrase < lexicon.phraseCount; phrase++) {
    if (lexicon.textOf(phrase) !== observed) continue;
    const rows = Array.from(lexicon.pairs.entry.subarray(lexicon.pairStart[phrase], lexicon.pairStart[phrase + 1]));
    return rows.map((entry) => lexicon.textOf(lexicon.entries.head[entry]!));
  }
  return [];
}
