import { describe, expect, it, test } from 'vitest';
import { parse } from 'yaml';
import { readEntries } from '../src/dictionary/read.js';
import { testFolder, unspun } from './helpers/cli.js';

const HEAD = 'family: mine\ntopic: test\n';

const FILES = {
  'good.yaml': `${HEAD}entries:\n  glorp: [blick]\n  Zed Corp:\n    observed: [Zee Corp]\n    examples: ["{{Zee Corp=>Zed Corp}} grew."]\n    allows: ["A Zee corp."]\n`,
  'schema.yaml': `${HEAD}kind: x\nentries:\n  glorp: blick\n  war: [war]\n`,
  'long.yaml': `${HEAD}entries:\n  bill:\n    observed: [invoice]\n`,
  'twice.yaml': `${HEAD}entries:\n  glorp: [blick]\n`,
  'common.yaml': `${HEAD}entries:\n  warfare: [time]\n`,
  'spun.txt': 'The blick rose. She saw the blick and the zorbing snib.\n',
  'original.txt': 'The glorp rose. She saw the glorp and the flying snab.\n',
  'other.txt': 'Nothing in this file has to do with it, as anybody can see at once.\n',
  'pairs.jsonl': [
    { spun: 'A blick stood in the rain.', original: 'A glorp stood in the rain.' },
    { spun: 'The blick was warfare.', original: 'The glorp was war.' },
  ].map((record) => `${JSON.stringify(record)}\n`).join(''),
  'broken.jsonl': '{"spun": "A blick stood.", "original": "A glorp stood."}\n{"spun": 1}\n\nnot json\n',
  'list.csv': 'Tortured phrase,Expected phrase,Paper\n"counterfeit, consciousness",artificial intelligence,7\nprofound learning,deep learning,8\nman-made reasoning,artificial intelligence,9\n,x,10\n',
  'list.tsv': 'found\tmeant\nyes\tno\n',
};

const there = testFolder(FILES);

function run(...args: readonly string[]): ReturnType<typeof unspun> {
  return unspun(['dictionary', ...args], { cwd: there.folder });
}

describe('check', () => {
  it('says nothing on stdout of a sound file', () => {
    expect(run('check', 'good.yaml')).toEqual({ code: 0, out: '', err: 'unspun: 1 file: 0 errors, 0 warnings\n' });
  });

  test.each<[title: string, files: string[], problems: RegExp[]]>([
    ['mistakes of form', ['schema.yaml'], [/^schema\.yaml:3: error: unknown key "kind" in a dictionary file; known: /, /^schema\.yaml:5: error: entry "glorp": got "blick", expected a list/, /^schema\.yaml:6: error: "war" is its own head/]],
    ['a long form without examples', ['long.yaml'], [/^long\.yaml:4: error: .*examples/, /^long\.yaml:4: error: .*allows/]],
    ['an id in two files', ['good.yaml', 'twice.yaml'], [/^twice\.yaml:4: error: id "mine\/test\/glorp" is already at good\.yaml:4/]],
  ])('prints %s with file and line', (_, files, problems) => {
    const { code, out } = run('check', ...files);
    const lines = out.trimEnd().split('\n');
    expect(code).toBe(1);
    expect(lines).toHaveLength(problems.length);
    problems.forEach((problem, i) => expect(lines[i]).toMatch(problem));
  });

  it('only warns of a common form, from the counts of the packaged dictionary', () => {
    const { code, out, err } = run('check', 'common.yaml');
    expect(code).toBe(0);
    expect(out).toMatch(/^common\.yaml:4: warning: "time" \(\d+ per million words\): commoner in clean news than "warfare" \(\d+ per million words\)/);
    expect(err).toBe('unspun: 1 file: 0 errors, 1 warning\n');
    expect(run('check', '--quiet', 'common.yaml')).toEqual({ code: 0, out: '', err: '' });
  });

  it('checks the others where one file is missing', () => {
    const { code, out, err } = run('check', '--quiet', 'missing.yaml', 'long.yaml');
    expect({ code, err }).toEqual({ code: 1, err: 'unspun: missing.yaml: no such file; check the path\n' });
    expect(out).toMatch(/^long\.yaml:4: /);
  });
});

describe('list', () => {
  it('prints ids and forms of a topic', () => {
    const { code, out } = run('list', '--topic', 'law', '--family', 'synonym-spin');
    expect(code).toBe(0);
    const lines = out.trimEnd().split('\n');
    expect(lines.length).toBeGreaterThan(50);
    for (const line of lines) expect(line).toMatch(/^synonym-spin\/law\/[^\t]+\t[^\t]+$/);
  });

  it('adds the entries of a file', () => {
    expect(run('list', '--family', 'mine', '--dictionary', 'good.yaml').out).toBe('mine/test/Zed Corp\tZee Corp\nmine/test/glorp\tblick\n');
  });

  it('names the known topics where one is unknown', () => {
    const { code, out, err } = run('list', '--topic', 'lawn');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^unspun: got --topic "lawn", expected one of .*\blaw\b/);
  });
});

describe('explain', () => {
  it('shows what observes and what intends a word, and where', () => {
    const { code, out } = run('explain', 'Warfare');
    expect(code).toBe(0);
    expect(out).toMatch(/^"Warfare" may stand for:\n/);
    expect(out).toMatch(/^ {2}synonym-spin\/[a-z-]+\/war \(built in\)\n {4}war \[\d+ per million words\]: (?:.*, )?warfare \[\d+ per million words\]/m);
    expect(run('explain', 'war').out).toMatch(/^"war" may have been turned into:\n/m);
  });

  it('takes a phrase in several arguments, and shows file and line of an own entry', () => {
    expect(run('explain', '--dictionary', 'good.yaml', 'zee', 'corp').out).toBe(
      '"zee corp" may stand for:\n  mine/test/Zed Corp (good.yaml:5)\n    Zed Corp: Zee Corp\n',
    );
  });

  test.each([
    ['a word that no entry has', ['blickety'], 1, 'unspun: no entry observes or intends "blickety"; see "unspun dictionary list"\n'],
    ['no word', [], 2, 'unspun: got no word, expected a word or phrase to explain\nSee "unspun --help".\n'],
  ])('answers %s', (_, words, code, err) => {
    expect(run('explain', ...words)).toEqual({ code, out: '', err });
  });
});

describe('learn', () => {
  it('prints entries with counts, ready to paste', () => {
    expect(run('learn', 'spun.txt', 'original.txt')).toEqual({
      code: 0,
      out: 'family: synonym-spin\ntopic: learned\nsources: [learned]\nentries:\n  glorp: [blick]  # 2\n  flying snab: [zorbing snib]  # 1\n',
      err: 'unspun: 1 pair of texts: 2 pairs of phrases, 0 left out as known\n',
    });
  });

  it('reads JSON lines and leaves out what is known', () => {
    const { out, err } = run('learn', '--family', 'mine', '--topic', 'new', 'pairs.jsonl');
    expect(out).toBe('family: mine\ntopic: new\nsources: [learned]\nentries:\n  glorp: [blick]  # 2\n');
    expect(err).toBe('unspun: 2 pairs of texts: 2 pairs of phrases, 1 left out as known\n');
    expect(run('learn', '--all', 'pairs.jsonl').out).toContain('\n  war: [warfare]  # 1\n');
    expect(run('learn', '--dictionary', 'good.yaml', 'pairs.jsonl')).toMatchObject({ code: 0, out: '' });
  });

  it('names broken records and goes on', () => {
    const { code, out, err } = run('learn', 'broken.jsonl');
    expect(code).toBe(1);
    expect(out).toContain('  glorp: [blick]  # 1\n');
    expect(err).toMatch(/^unspun: broken\.jsonl:2: expected an object with "spun" and "original", both texts\nunspun: broken\.jsonl:4: got no JSON/);
  });

  it('names texts that do not belong together', () => {
    const { code, out, err } = run('learn', 'spun.txt', 'other.txt');
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(/^unspun: spun\.txt, other\.txt: the two texts differ in most of their words; are they copy and original\?\n/);
  });

  test.each([
    ['no file', [], 'got 0 files, expected pairs of a spun text and its original, or one JSONL file'],
    ['three files', ['spun.txt', 'original.txt', 'other.txt'], 'got 3 files, expected pairs of a spun text and its original, or one JSONL file'],
    ['a family that no file could have', ['--family', 'My Own', 'pairs.jsonl'], 'got --family "My Own", expected lower-case letters, digits and hyphens, as in "synonym-spin"'],
  ])('refuses %s', (_, args, message) => {
    expect(run('learn', ...args)).toEqual({ code: 2, out: '', err: `unspun: ${message}\nSee "unspun --help".\n` });
  });
});

describe('import', () => {
  it('turns a table into a dictionary, and names the rows it cannot use', () => {
    const { code, out, err } = run('import', 'list.csv', '--observed', 'Tortured phrase', '--intended', 'Expected phrase', '--topic', 'science', '--license', 'CC-BY-4.0');
    expect(code).toBe(1);
    expect(out).toBe(
      'family: synonym-spin\ntopic: science\nsources: [list.csv]\nlicense: CC-BY-4.0\nentries:\n' +
        '  artificial intelligence: ["counterfeit, consciousness", man-made reasoning]\n  deep learning: [profound learning]\n',
    );
    expect(err).toBe('unspun: list.csv:5: got nothing in column "Tortured phrase", expected a phrase; fill it or remove the row\nunspun: 3 pairs, 1 row left out\n');
    expect(readEntries(out, 'x').problems).toEqual([]);
  });

  it('reads tabs, and quotes what YAML would take for something else', () => {
    expect(run('import', 'list.tsv', '--observed', 'found', '--intended', 'meant', '--source', 'a list', '--family', 'mine')).toEqual({
      code: 0, out: 'family: mine\ntopic: imported\nsources: [a list]\nentries:\n  "no": ["yes"]\n', err: 'unspun: 1 pair, 0 rows left out\n',
    });
  });

  test.each([
    ['no columns', ['list.csv'], 'expected --observed COLUMN and --intended COLUMN; name the columns as the first row does'],
    ['a column that is not there', ['list.csv', '--observed', 'x', '--intended', 'Paper'], 'list.csv:1: got "Tortured phrase", "Expected phrase", "Paper" in the first row, expected "x" and "Paper"; name the columns as the first row does'],
    ['no file', ['--observed', 'x', '--intended', 'y'], 'got 0 files, expected one table'],
  ])('refuses %s', (_, args, message) => {
    expect(run('import', ...args)).toEqual({ code: 2, out: '', err: `unspun: ${message}\nSee "unspun --help".\n` });
  });
});

describe('export', () => {
  it('prints the entries of a file for Vale and prh', () => {
    expect(parse(run('export', '--to', 'vale', 'good.yaml').out)).toMatchObject({ extends: 'substitution', swap: { '(?i:\\bblick\\b)': 'glorp', '\\bZee Corp\\b': 'Zed Corp' } });
    expect(parse(run('export', '--to', 'prh', 'good.yaml').out)).toMatchObject({ version: 1, rules: [{ expected: 'Zed Corp' }, { expected: 'glorp' }] });
  });

  it('prints the built-in entries of a topic as a table', () => {
    const { code, out } = run('export', '--to', 'csv', '--topic', 'law');
    expect(code).toBe(0);
    expect(out).toMatch(/^observed,intended,family,topic,type\n/);
    expect(out).toContain('\nLegal professional Common,Attorney General,synonym-spin,law,');
  });

  test.each([
    ['no format', [], 2, 'unspun: expected --to with one of vale, prh, csv\nSee "unspun --help".\n'],
    ['an unknown format', ['--to', 'pdf'], 2, 'unspun: got --to "pdf", expected vale, prh, csv\nSee "unspun --help".\n'],
    ['a missing file', ['--to', 'csv', 'missing.yaml'], 1, 'unspun: missing.yaml: no such file; check the path\n'],
  ])('refuses %s', (_, args, code, err) => {
    expect(run('export', ...args)).toEqual({ code, out: '', err });
  });

  it('stops at a file with mistakes', () => {
    expect(run('export', '--to', 'csv', 'schema.yaml')).toMatchObject({ code: 1, out: '', err: expect.stringContaining('schema.yaml:3') as string });
  });
});
