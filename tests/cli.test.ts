import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { builtin, createRestorer, detect, loadDictionary, restore } from '../src/index.js';
import { CLEAN_LINES, CLI, SPUN_LINES, testFolder, unspun } from './helpers/cli.js';

const MINE = 'family: mine\ntopic: test\nentries:\n  oven: [cooker]\n';

const FILES = {
  'spun.txt': SPUN_LINES,
  'clean.txt': CLEAN_LINES,
  'open.txt': CLEAN_LINES.trimEnd(),
  'windows.txt': CLEAN_LINES.replaceAll('\n', '\r\n'),
  'marked.txt': `\ufeff${CLEAN_LINES}`,
  'empty.txt': '',
  'signs.txt': '— … !\n',
  'binary.bin': Buffer.from([0x50, 0x4b, 0x03, 0x00, 0x41]),
  'utf16.txt': Buffer.from('\ufeffThe bakery', 'utf16le'),
  'latin1.txt': Buffer.from('first line\na caf\u00e9 on the corner\n', 'latin1'),
  'cut.txt': Buffer.from('ends in the middle of \u00e9').subarray(0, -1),
  'mine.yaml': MINE,
  'bad.yaml': 'family: mine\ntopic: test\nentries:\n  oven: cooker\n  war: []\n',
};

const there = testFolder(FILES);

function run(...args: readonly string[]): ReturnType<typeof unspun> {
  return unspun(args, { cwd: there.folder });
}

describe('unspun restore', () => {
  it('writes the restored text to stdout and a summary to stderr', () => {
    const { text, edits, suggestions } = restore(SPUN_LINES);
    expect(text).toContain('The Chinese ministry said on Monday');
    const counted = new RegExp(`^unspun: spun\\.txt: ${edits.length} edits, ${suggestions.length} suggestions?; synonym-spin, probability 1\\.00\n$`);
    expect(run('restore', 'spun.txt')).toEqual({ code: 0, out: text, err: expect.stringMatching(counted) as string });
  });

  test.each([
    ['without file', []],
    ['for -', ['-']],
  ])('reads standard input %s', (_, args) => {
    expect(unspun(['restore', '--quiet', ...args], { input: SPUN_LINES })).toEqual({ code: 0, out: restore(SPUN_LINES).text, err: '' });
  });

  test.each(['clean.txt', 'open.txt', 'windows.txt', 'marked.txt', 'empty.txt', 'signs.txt'] as const)('gives %s back byte for byte', (file) => {
    expect(run('restore', '--quiet', file)).toEqual({ code: 0, out: String(FILES[file]), err: '' });
  });

  it('writes several texts one after another, each on a line of its own', () => {
    const { code, out } = run('restore', 'open.txt', 'empty.txt', 'spun.txt', 'open.txt');
    expect(code).toBe(0);
    expect(out).toBe(`${FILES['open.txt']}\n${restore(SPUN_LINES).text}${FILES['open.txt']}`);
  });

  it('writes one JSON object a line', () => {
    const { code, out, err } = run('restore', '--format', 'json', 'spun.txt', 'clean.txt');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const lines = out.trimEnd().split('\n').map((line) => JSON.parse(line) as object);
    expect(lines).toEqual([{ file: 'spun.txt', ...restore(SPUN_LINES) }, { file: 'clean.txt', ...restore(CLEAN_LINES) }]);
  });

  it('writes a diff, in plain letters where stdout is no terminal', () => {
    const { code, out } = run('restore', '--format', 'diff', 'spun.txt', 'clean.txt');
    expect(code).toBe(0);
    const lines = out.split('\n');
    expect(lines.slice(0, 3)).toEqual(['--- spun.txt', '+++ spun.txt (restored)', '@@ -1 +1 @@']);
    expect(lines[3]).toMatch(/^-The \[-Chinese language-\] ministry \[-stated-\] on Monday/);
    expect(lines[4]).toMatch(/^\+The \{\+Chinese\+\} ministry \{\+said\+\} on Monday/);
    expect(out).not.toContain('clean.txt');
    expect(out).not.toContain('\u001b');
  });

  it('applies nothing in the mode "suggest" and lists all in the diff', () => {
    expect(run('restore', '--mode', 'suggest', 'spun.txt').out).toBe(SPUN_LINES);
    const { out } = run('restore', '--mode', 'suggest', '--format', 'diff', 'spun.txt');
    expect(out).toMatch(/^ The Chinese language ministry stated/m);
    expect(out).toMatch(/^\? \[-stated-\]\{\+said\+\} probability 0\.\d\d, synonym-spin\/[a-z-]+\/said$/m);
  });

  test.each([
    ['--mode', 'certain', { mode: 'certain' }],
    ['--min-probability', '0.2', { minProbability: 0.2 }],
    ['--min-probability', '1', { minProbability: 1 }],
  ] as const)('passes on %s %s', (flag, value, options) => {
    expect(run('restore', flag, value, 'spun.txt').out).toBe(restore(SPUN_LINES, options).text);
  });

  it('adds a dictionary to the built-in one', () => {
    const restorer = createRestorer({ dictionaries: [builtin, loadDictionary({ file: 'mine.yaml', text: MINE })] });
    const text = `${'She put the cooker on and the cooker warmed the room. '.repeat(8)}\n${SPUN_LINES}`;
    const { out, code } = unspun(['restore', '--format', 'json', '--dictionary', 'mine.yaml'], { cwd: there.folder, input: text });
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({ file: '-', ...restorer.restore(text) });
  });
});

describe('unspun detect', () => {
  it('writes family, probability, evidence', () => {
    const { code, out, err } = run('detect', 'spun.txt', 'clean.txt');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^spun\.txt: synonym-spin, probability 1\.000, \d+ words\n {2}lines 1 to 3: synonym-spin, probability 1\.000\n/);
    expect(out).toMatch(/^ {2}"Chinese language" for "Chinese", 2 times \(weight \d+\.\d\)$/m);
    expect(out).toMatch(/^ {2}telling phrases: .*"in opposition to"/m);
    expect(out).toMatch(/\nclean\.txt: none, probability 0\.00\d, \d+ words\n$/);
  });

  it('writes one JSON object a line', () => {
    const { out } = run('detect', '--format', 'json', 'spun.txt', 'clean.txt');
    const lines = out.trimEnd().split('\n').map((line) => JSON.parse(line) as object);
    expect(lines).toEqual([{ file: 'spun.txt', ...detect(SPUN_LINES) }, { file: 'clean.txt', ...detect(CLEAN_LINES) }]);
  });

  test.each(['empty.txt', 'signs.txt'])('says of %s that there is nothing to judge', (file) => {
    expect(run('detect', file)).toEqual({
      code: 1, out: `${file}: none, probability 0.000, 0 words\n`, err: `unspun: ${file}: got no words, expected some; there is nothing to judge\n`,
    });
  });
});

describe('what cannot be read is named, and the rest is done', () => {
  test.each<[file: string, message: RegExp]>([
    ['missing.txt', /^unspun: missing\.txt: no such file; check the path\n$/],
    ['clean.txt/x', /^unspun: clean\.txt\/x: no such file; check the path\n$/],
    ['.', /^unspun: \.: got a directory, expected a text file; name the files in it\n$/],
    ['binary.bin', /^unspun: binary\.bin: got a binary file \(NUL at byte 3\), expected plain text in UTF-8/],
    ['utf16.txt', /^unspun: utf16\.txt: got UTF-16 text, expected UTF-8; convert it, as with "iconv -f UTF-16 -t UTF-8"\n$/],
    ['latin1.txt', /^unspun: latin1\.txt: got byte 0xe9 on line 2 \(byte 16 of the file\), which is not UTF-8; convert the file/],
    ['cut.txt', /^unspun: cut\.txt: got byte 0xc3 on line 1 \(byte 22 of the file\), which is not UTF-8/],
  ])('%s', (file, message) => {
    expect(run('restore', '--quiet', file, 'clean.txt')).toEqual({ code: 1, out: CLEAN_LINES, err: expect.stringMatching(message) as string });
  });

  it('names every mistake of a dictionary, and stops', () => {
    const { code, out, err } = run('restore', '--dictionary', 'bad.yaml', 'clean.txt');
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(/^unspun: 2 problems in the dictionary:\n {2}bad\.yaml:4: .*\n {2}bad\.yaml:5: .*\n$/);
  });

  it('names a dictionary that is not there', () => {
    expect(run('detect', '--dictionary', 'missing.yaml', 'clean.txt')).toEqual({ code: 1, out: '', err: 'unspun: missing.yaml: no such file; check the path\n' });
  });
});

describe('wrong usage', () => {
  test.each([
    ['restore', '--formt', '--mode'],
    ['detect', '--mode', '--format'],
    ['filter', '--format', '--rejected'],
  ])('unspun %s %s: names the flags that there are', (command, flag, known) => {
    const { code, out, err } = unspun([command, flag, 'certain']);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(new RegExp(`^unspun: unknown option '${flag}'; known: .*${known}, .*--help\nSee "unspun --help".\n$`));
  });

  test.each<[args: string[], message: string]>([
    [[], 'got no command, expected restore, detect, filter, report, explain or dictionary'],
    [['restor'], 'unknown command "restor", expected restore, detect, filter, report, explain or dictionary'],
    [['dictionary'], 'got no command after "dictionary", expected check, list, explain, learn, import, export'],
    [['dictionary', 'chekc'], 'unknown command "chekc" after "dictionary", expected check, list, explain, learn, import, export'],
    [['restore', '--format', 'xml'], 'got --format "xml", expected text, json, diff, sarif'],
    [['detect', '--format', 'diff'], 'got --format "diff", expected text, json'],
    [['restore', '--mode', 'careful'], 'got --mode "careful", expected certain, balanced, suggest'],
    [['restore', '--min-probability', '70'], 'got --min-probability "70", expected a number from 0 to 1, such as 0.9'],
    [['restore', '--min-probability', ''], 'got --min-probability "", expected a number from 0 to 1, such as 0.9'],
    [['restore', '-', '-'], 'got "-" twice, expected it once; standard input can be read only once'],
  ])('%j', (args, message) => {
    expect(unspun(args)).toEqual({ code: 2, out: '', err: `unspun: ${message}\nSee "unspun --help".\n` });
  });
});

describe('help', () => {
  const version = (JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string }).version;

  it('prints the version', () => {
    expect(unspun(['--version'])).toEqual({ code: 0, out: `${version}\n`, err: '' });
  });

  test.each(['--help', '-h', 'help'])('lists the commands with %s', (flag) => {
    const { code, out, err } = unspun([flag]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    for (const part of ['restore', 'detect', 'dictionary check', 'dictionary learn', 'Exit code', 'Examples:']) expect(out).toContain(part);
  });

  test.each([
    ['restore', '--min-probability'],
    ['detect', '--dictionary'],
    ['filter', '--rejected'],
    ['report', '--out'],
    ['explain', '--at'],
    ['dictionary check', '--quiet'],
    ['dictionary list', '--topic'],
    ['dictionary explain', '--dictionary'],
    ['dictionary learn', '--all'],
    ['dictionary import', '--intended'],
    ['dictionary export', '--to'],
  ])('explains "%s", with examples', (command, flag) => {
    const { code, out } = unspun([...command.split(' '), '--help']);
    expect(code).toBe(0);
    expect(out).toContain(`Usage: unspun ${command}`);
    expect(out).toContain(flag);
    expect(out).toMatch(new RegExp(`Examples:\\n {2}.*unspun ${command}`));
    expect(unspun(['help', ...command.split(' ')]).out).toBe(out);
  });

  it('takes what follows -- for a file', () => {
    expect(unspun(['restore', '--', '--help'])).toEqual({ code: 1, out: '', err: 'unspun: --help: no such file; check the path\n' });
  });
});

describe('large texts', () => {
  const paragraph = `${CLEAN_LINES}\n`;
  const clean = Buffer.from(paragraph.repeat(Math.ceil(50_000_000 / paragraph.length)));

  it('gives 50 MB of clean text back', () => {
    const { code, out, err } = unspun(['restore', '--quiet'], { input: clean });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(clean.equals(Buffer.from(out))).toBe(true);
  });

  it('refuses 50 MB of spun text, and says what to do', () => {
    const spun = SPUN_LINES.repeat(Math.ceil(50_000_000 / SPUN_LINES.length));
    expect(unspun(['restore'], { input: spun })).toEqual({
      code: 1, out: '', err: 'unspun: -: got 50 million characters of spun text, expected at most 30 million characters; split it, best into one file an article\n',
    });
  });

  it('ends quietly when the reader of its output goes away', async () => {
    const child = spawn(process.execPath, [CLI, 'restore', '--quiet']);
    let err = '';
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
    child.stdin.end(clean);
    child.stdout.once('data', () => child.stdout.destroy());
    const code = await new Promise((done) => child.on('close', done));
    expect({ code, err }).toEqual({ code: 0, err: '' });
  });
});
