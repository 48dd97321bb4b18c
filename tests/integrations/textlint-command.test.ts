import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { restore } from '../../src/index.js';
import { ROOT } from '../../tools/dictionary-files.js';
import { CLEAN, SPUN } from '../helpers/articles.js';
import { buildCli } from '../helpers/cli.js';

const TEXTLINT = join(ROOT, 'node_modules', 'textlint', 'bin', 'textlint.js');

let folder: string;

beforeAll(() => {
  buildCli();
  folder = mkdtempSync(join(tmpdir(), 'unspun-textlint-'));
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(ROOT, join(folder, 'node_modules', 'unspun'), 'dir');
  configure('unspun/textlint', true);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function configure(rule: string, options: unknown): void {
  writeFileSync(join(folder, '.textlintrc.json'), JSON.stringify({ rules: { [rule]: options } }));
}

/** Runs textlint's own command in the folder. textlint looks for rules from its own place, which is not this folder: NODE_PATH stands in for that. */
function textlint(...args: readonly string[]): { code: number | null; out: string } {
  const env = { ...process.env, NODE_PATH: join(folder, 'node_modules'), NO_COLOR: '1' };
  const { status, stdout, stderr } = spawnSync(process.execPath, [TEXTLINT, ...args], { cwd: folder, encoding: 'utf8', env });
  return { code: status, out: stdout + stderr };
}

function write(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return name;
}

describe('the textlint command', () => {
  it('reports the edits of the built rule', () => {
    const { code, out } = textlint('--format', 'json', write('a.txt', SPUN));
    const [{ messages }] = JSON.parse(out) as [{ messages: { ruleId: string; range: number[] }[] }];
    expect(code).toBe(1);
    expect(messages.map(({ range }) => range)).toEqual(restore(SPUN).edits.map(({ start, end }) => [start, end]));
    expect(new Set(messages.map(({ ruleId }) => ruleId))).toEqual(new Set(['unspun/textlint']));
  });

  it('is content with clean text', () => {
    expect(textlint(write('clean.txt', CLEAN))).toEqual({ code: 0, out: '' });
  });

  it('fixes prose and leaves code', () => {
    const code = '```\nfolks in opposition to\n```\n';
    const name = write('fix.md', `${code}\n${SPUN}\n`);
    textlint('--fix', name);
    expect(readFileSync(join(folder, name), 'utf8')).toBe(`${code}\n${restore(SPUN).text}\n`);
  });

  test.each<[string, unknown, string]>([
    ['a mode', { mode: 'suggest' }, SPUN],
    ['own entries', { dictionary: { family: 'mine', topic: 't', entries: { minister: ['sprocket'] } }, assume: 'mine' }, SPUN],
    ['what to ignore', { ignore: ['synonym-spin/general/people'] }, restore(SPUN, { ignore: ['synonym-spin/general/people'] }).text],
  ])('reads %s from .textlintrc.json', (_, options, expected) => {
    configure('unspun/textlint', options);
    const name = write('options.txt', SPUN);
    textlint('--fix', name);
    expect(readFileSync(join(folder, name), 'utf8')).toBe(expected);
  });

  it('says what is wrong with an option', () => {
    configure('unspun/textlint', { mode: 'safe' });
    const { code, out } = textlint(write('a.txt', SPUN));
    expect(code).not.toBe(0);
    expect(out).toContain('got mode "safe", expected certain, balanced, suggest');
  });
});
