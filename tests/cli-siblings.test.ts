import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { buildCli, folderWith, unspun } from './helpers/cli.js';
import { CLEAN, SPUN } from './helpers/articles.js';

describe('unspun restore with other texts', () => {
  let files: ReturnType<typeof folderWith>;
  const run = (...args: string[]) => unspun(['restore', ...args], { cwd: files.folder });

  beforeAll(() => {
    buildCli();
    files = folderWith({ 'spun.txt': SPUN, 'clean.txt': CLEAN, 'later.txt': CLEAN.replace('about 2,000', 'about 3,000'), 'records.jsonl': `${JSON.stringify({ text: SPUN })}\n` });
  });
  afterAll(() => files.remove());

  it('restores a text from a reference and cites it', () => {
    const { code, out, err } = run('--reference', 'clean.txt', '--format', 'json', 'spun.txt');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const { text, edits, findings } = JSON.parse(out);
    expect(text).toBe(CLEAN);
    expect(findings).toEqual([]);
    expect(edits[0].evidence.sources[0]).toMatchObject({ kind: 'reference', text: 0 });
  });

  it('reports facts that differ and leaves them', () => {
    const { code, out, err } = run('--reference', 'later.txt', 'spun.txt');
    expect({ code, out }).toEqual({ code: 0, out: CLEAN });
    const at = SPUN.indexOf('2,000');
    expect(err).toContain(`number at ${at}–${at + 5}: got "2,000", "3,000" in later.txt; left as it is\n`);
    expect(run('--quiet', '--reference', 'later.txt', 'spun.txt').err).toBe('');
  });

  it('takes siblings', () => {
    const { code, out } = run('--quiet', '--sibling', 'clean.txt', '--format', 'json', 'spun.txt');
    expect(code).toBe(0);
    expect(JSON.parse(out).edits[0].evidence.sources[0]).toMatchObject({ kind: 'sibling', text: 0 });
  });

  test.each<[args: string[], code: number, message: string]>([
    [['--sibling', '-', 'spun.txt'], 2, 'got "-" for --sibling, expected a file'],
    [['--reference', 'clean.txt', 'records.jsonl'], 2, 'got --reference with documents, expected plain texts'],
    [['--sibling', 'missing.txt', 'spun.txt'], 1, 'missing.txt: no such file'],
  ])('%j is refused', (args, code, message) => {
    const result = run(...args);
    expect(result.code).toBe(code);
    expect(result.err).toContain(message);
    expect(result.out).toBe('');
  });
});
