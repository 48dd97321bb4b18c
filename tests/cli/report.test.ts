import { existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { UsageError } from '../../src/cli/command.js';
import { report } from '../../src/cli/report.js';
import { builtin, createRestorer, indexedDocument, loadDictionary, renderIndex, renderReport, restore } from '../../src/index.js';
import { CLEAN_LINES, SPUN_LINES, folderWith, type Run } from '../helpers/cli.js';
import { runCommand } from '../helpers/terminal.js';

const MINE = 'family: mine\ntopic: t\nentries:\n  oven: [bakery]\n';

let folder: string;
let remove: () => void;
beforeEach(() => void ({ folder, remove } = folderWith({ 'spun story.txt': SPUN_LINES, 'clean.txt': CLEAN_LINES, 'mine.yaml': MINE, 'binary.bin': 'a\u0000b', 'long.txt': 'word '.repeat(200_001) })));
afterEach(() => remove());

const at = (name: string): string => join(folder, name);
const read = (name: string): string => readFileSync(at(name), 'utf8');
const run = (...args: string[]): Promise<Run> => runCommand(report, args);

describe('one text', () => {
  it('is a page on stdout', async () => {
    const page = renderReport(SPUN_LINES, restore(SPUN_LINES), { name: at('spun story.txt') });
    expect(await run(at('spun story.txt'))).toEqual({ code: 0, out: page, err: '' });
  });

  it('is a page in a file, in place of an older one, and leaves nothing else', async () => {
    for (const title of ['One', 'Two']) expect(await run(at('clean.txt'), '--out', at('page.html'), '--title', title)).toEqual({ code: 0, out: '', err: '' });
    expect(read('page.html')).toBe(renderReport(CLEAN_LINES, restore(CLEAN_LINES), { title: 'Two', name: at('clean.txt') }));
    expect(readdirSync(folder).filter((name) => !/\.(txt|yaml|bin)$/.test(name))).toEqual(['page.html']);
  });

  test.each<[flag: string, value: () => string, options: () => Parameters<typeof createRestorer>[0]]>([
    ['--mode', () => 'suggest', () => ({ mode: 'suggest' })],
    ['--min-probability', () => '0.95', () => ({ minProbability: 0.95 })],
    ['--dictionary', () => at('mine.yaml'), () => ({ dictionaries: [builtin, loadDictionary(MINE)] })],
  ])('passes on %s', async (flag, value, options) => {
    const result = createRestorer(options()).restore(SPUN_LINES);
    expect((await run(at('spun story.txt'), flag, value())).out).toBe(renderReport(SPUN_LINES, result, { name: at('spun story.txt') }));
  });

  test.each([
    ['a file that is not there', 'missing.txt', /missing\.txt: no such file; check the path\n$/],
    ['a binary file', 'binary.bin', /binary\.bin: got a binary file/],
    ['a text too long for a page', 'long.txt', /long\.txt: got 1000005 characters, expected at most 1000000 on one page; split the text\n$/],
  ])('fails for %s, and writes nothing', async (_, name, message) => {
    expect(await run(at(name), '--out', at('page.html'))).toEqual({ code: 1, out: '', err: expect.stringMatching(message) as string });
    expect(existsSync(at('page.html'))).toBe(false);
  });
});

describe('several texts', () => {
  it('are an index and a page each', async () => {
    const files = [at('spun story.txt'), at('missing.txt'), at('clean.txt')];
    const { code, out, err } = await run(...files, '--out', at('all of them.html'), '--title', 'Two texts');
    expect({ code, out, err }).toEqual({ code: 1, out: '', err: `${files[1]}: no such file; check the path\n` });
    expect(readdirSync(at('all of them-pages')).sort()).toEqual(['1-spun-story.html', '2-clean.html']);
    const documents = [
      indexedDocument(files[0]!, restore(SPUN_LINES), 'all%20of%20them-pages/1-spun-story.html'),
      indexedDocument(files[2]!, restore(CLEAN_LINES), 'all%20of%20them-pages/2-clean.html'),
    ];
    expect(read('all of them.html')).toBe(renderIndex(documents, { title: 'Two texts' }));
    expect(read('all of them-pages/2-clean.html')).toBe(renderReport(CLEAN_LINES, restore(CLEAN_LINES), { name: files[2]!, index: '../all%20of%20them.html' }));
  });

  it('of one name have a page each', async () => {
    mkdirSync(at('other'));
    await run(at('clean.txt'), at('clean.txt'), '--out', at('other/all.htm'));
    expect(readdirSync(at('other')).sort()).toEqual(['all-pages', 'all.htm']);
    expect(readdirSync(at('other/all-pages')).sort()).toEqual(['1-clean.html', '2-clean.html']);
  });

  it('leave an older index where none could be read', async () => {
    await run(at('clean.txt'), at('clean.txt'), '--out', at('all.html'));
    const before = read('all.html');
    expect((await run(at('a.txt'), at('b.txt'), '--out', at('all.html'))).code).toBe(1);
    expect(read('all.html')).toBe(before);
  });
});

test.each<[args: string[], message: string]>([
  [['a.txt', 'b.txt'], 'got 2 files without --out, expected --out NAME.html for the index'],
  [['a.txt', '--out', 'reports'], 'got --out "reports", expected a name that ends in .html'],
  [['a.txt', '--out', '.html'], 'got --out ".html", expected a name that ends in .html'],
  [['a.txt', '--mode', 'x'], 'got --mode "x", expected certain, balanced, suggest'],
])('%j is wrong usage', async (args, message) => {
  await expect(run(...args)).rejects.toThrow(new UsageError(message));
});
