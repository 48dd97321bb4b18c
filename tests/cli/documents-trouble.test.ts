import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from 'vitest';
import { CLEAN_LINES, CLI, SPUN_LINES, buildCli, folderWith, unspun, type Run } from '../helpers/cli.js';
import { BROKEN, crawlMix, jsonl, parsed } from '../helpers/documents.js';

const RECORD = `${JSON.stringify({ id: 'x', text: CLEAN_LINES })}\n`;

let folder: string;
let remove: () => void;

beforeAll(buildCli);
beforeEach(() => {
  remove?.();
  ({ folder, remove } = folderWith({}));
});
afterAll(() => remove());

function run(args: readonly string[], input?: string | Buffer): Run {
  return unspun(args, { cwd: folder, ...(input !== undefined && { input }) });
}

/** All files below the folder, hidden ones as well. */
function files(): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
}

describe('lines that are no documents', () => {
  const lines = BROKEN.flatMap(({ line }) => [Buffer.from(line), Buffer.from('\n')]);
  const mixed = Buffer.concat([Buffer.from(RECORD), ...lines, Buffer.from(RECORD)]);

  it('fail: stops at the first and leaves no file', () => {
    const { code, err } = run(['restore', '--input-format', 'jsonl', '--out', 'out.jsonl'], mixed);
    expect({ code, err }).toEqual({ code: 1, err: expect.stringMatching(/^unspun: -:2: got an empty line, expected a JSON object\nThe run stopped there/) as string });
    expect(files()).toEqual([]);
  });

  it('skip: leaves them out, names each, and writes them aside as they were', () => {
    const { code, err } = run(['restore', '--on-error', 'skip', '--out', 'out.jsonl'], mixed);
    expect(code).toBe(0);
    expect(readFileSync(join(folder, 'out.jsonl'), 'utf8')).toBe(RECORD + RECORD);
    const aside = parsed(readFileSync(join(folder, 'out.jsonl.errors'), 'utf8'));
    expect(aside.map(({ line, reason }) => ({ line, reason }))).toEqual(BROKEN.map(({ reason }, i) => ({ line: i + 2, reason })));
    const raw = aside.map((one) => (typeof one['raw'] === 'string' ? Buffer.from(one['raw']) : Buffer.from(String(one['base64']), 'base64')));
    expect(raw).toEqual(BROKEN.map(({ line }) => Buffer.from(line)));
    for (let line = 2; line < 2 + BROKEN.length; line++) expect(err).toContain(`unspun: -:${line}: `);
    expect(err).toContain('bad lines: 10 (not JSON 3, not an object 2, text not a string 2, empty line 1, no text 1, not UTF-8 1)');
  });

  test.each([['restore', 'text'], ['restore', 'annotated'], ['detect', 'verdict']])('keep: %s --output %s passes them through as they are', (command, output) => {
    const out = spawnSync(process.execPath, [CLI, command, '--output', output, '--on-error', 'keep', '--quiet'], { input: mixed }).stdout;
    const between = out.subarray(out.indexOf(10) + 1, out.lastIndexOf(10, out.length - 2) + 1);
    expect(between.equals(Buffer.concat(lines))).toBe(true);
  });

  it('are those with a text that is too long, too', () => {
    const long = jsonl([{ text: 'x'.repeat(101) }, { text: 'x'.repeat(100) }]);
    const { code, out, err } = run(['detect', '--max-document', '100', '--on-error', 'skip', '--errors', 'bad'], long);
    expect({ code, rows: parsed(out).length }).toEqual({ code: 0, rows: 1 });
    expect(err).toContain('-:1: got 101 characters of text, expected at most 100; see --max-document');
  });

  it('and those that do not fit in memory, part by part', () => {
    const long = Buffer.concat([Buffer.from(RECORD), Buffer.alloc(40 << 20, 'y'), Buffer.from(`\n${RECORD}`)]);
    const kept = spawnSync(process.execPath, [CLI, 'restore', '--max-document', '100000', '--on-error', 'keep', '--quiet'], { input: long, maxBuffer: 1e9 });
    expect(kept.status).toBe(0);
    expect(kept.stdout.equals(long)).toBe(true);
    expect(run(['restore', '--max-document', '100000', '--on-error', 'skip', '--out', 'out.jsonl', '--quiet'], long).code).toBe(0);
    expect(readFileSync(join(folder, 'out.jsonl'), 'utf8')).toBe(RECORD + RECORD);
    const aside = parsed(readFileSync(join(folder, 'out.jsonl.errors'), 'utf8'));
    expect(aside.map(({ raw }) => raw).join('').length).toBe((40 << 20) + 1);
    expect(new Set(aside.map(({ line }) => line))).toEqual(new Set([2]));
  });
});

describe('a crawl with one bad line in a hundred', () => {
  test.each([[1], [2]])('has every good document once and in order, and every bad line accounted for: %s job', (jobs) => {
    const { bytes, good, broken } = crawlMix(3000);
    const flags = ['--on-error', 'skip', '--summary-file', 'summary.json', '--quiet', '--jobs', String(jobs)];
    expect(run(['restore', '--out', 'out.jsonl.gz', ...flags], bytes).code).toBe(0);
    const rows = parsed(run(['filter', '--quiet', '--drop-from', '1', '--drop-family', 'none', 'out.jsonl.gz']).out);
    expect(rows.map(({ id }) => id)).toEqual(good.map(({ id }) => id));
    expect(rows.map(({ text }) => String(text).includes('said on Monday'))).toEqual(good.map(({ spun }) => spun));
    const aside = parsed(readFileSync(join(folder, 'out.jsonl.gz.errors'), 'utf8'));
    expect(aside.map(({ line, reason }) => ({ line, reason }))).toEqual(broken);
    const summary = JSON.parse(readFileSync(join(folder, 'summary.json'), 'utf8')) as Record<string, number>;
    expect(summary).toMatchObject({ lines: 3030, documents: 3000, spun: 60, restored: 60, files: { done: 1, before: 0, failed: 0 } });
    expect(Object.values(summary['errors'] as unknown as Record<string, number>).reduce((sum, number) => sum + number, 0)).toBe(30);
  });
});

describe('inputs that cannot be read', () => {
  it('are named, have no output, and do not stop the others', () => {
    mkdirSync(join(folder, 'in'));
    writeFileSync(join(folder, 'in', 'a.jsonl.gz'), gzipSync(RECORD.repeat(100)).subarray(0, 200));
    writeFileSync(join(folder, 'in', 'b.jsonl'), RECORD);
    writeFileSync(join(folder, 'in', 'c.jsonl.zst'), 'no Zstandard at all');
    const { code, err } = run(['restore', 'in', '--out', 'out']);
    expect(code).toBe(1);
    expect(err).toContain('unspun: in/a.jsonl.gz: the file ends in the middle of its compressed data; it was cut off: fetch it again\n');
    expect(err).toContain('unspun: in/c.jsonl.zst: ');
    expect(err).toContain('; 1 file written, 2 not readable');
    expect(readdirSync(join(folder, 'out')).sort()).toEqual(['.unspun-journal', 'b.jsonl']);
  });

  it('are a missing file, and a folder without documents', () => {
    expect(run(['detect', '--quiet', 'missing.jsonl'])).toEqual({ code: 1, out: '', err: 'unspun: missing.jsonl: no such file; check the path\n' });
    mkdirSync(join(folder, 'empty'));
    expect(run(['detect', 'empty', '--out', 'out']).err).toBe('unspun: empty: got a folder without document files, expected .jsonl, .parquet, .warc or .wet files in it\n');
  });
});

describe('a full disk', () => {
  const input = RECORD.repeat(100);

  it('under standard output ends with 1', () => {
    writeFileSync(join(folder, 'in.jsonl'), input);
    const { status, stderr } = spawnSync('sh', ['-c', '"$0" "$1" restore --quiet in.jsonl > /dev/full', process.execPath, CLI], { cwd: folder, encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringMatching(/^unspun: the result could not be written \(.*ENOSPC/) as string });
  });

  it('under a file ends with 1, and no file stands under its final name', () => {
    const { code, err } = run(['restore', '--quiet', '--on-error', 'skip', '--errors', '/dev/full', '--out', 'out.jsonl'], `${'broken\n'.repeat(5)}${input}`);
    expect({ code, err }).toEqual({ code: 1, err: 'unspun: /dev/full: the disk is full; make room and run the same command again, finished files are not done twice\n' });
    expect(files()).toEqual([]);
    expect(run(['restore', '--quiet', '--out', '/dev/full'], input).code).toBe(1);
    expect(existsSync('/dev/full')).toBe(true);
  });
});

describe('a closed pipe', () => {
  it('ends with 141, in silence', async () => {
    const child = spawn(process.execPath, [CLI, 'restore', '--quiet', '--input-format', 'jsonl']);
    let err = '';
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
    child.stdin.on('error', () => {});
    child.stdin.end(RECORD.repeat(50_000));
    child.stdout.once('data', () => child.stdout.destroy());
    expect({ code: await codeOf(child), err }).toEqual({ code: 141, err: '' });
  });
});

describe('a run that is ended from outside', () => {
  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('by %s: ends by it, leaves no half file, and can be taken up again', async (signal) => {
    const child = await inTheMiddle();
    child.kill(signal);
    expect(await codeOf(child)).toBe(null);
    expect(child.signalCode).toBe(signal);
    expect(files()).toEqual(['in', 'in/a.jsonl', 'in/b.jsonl', 'out', 'out/.unspun-journal', 'out/a.jsonl']);
    finishes();
  });

  it('by SIGTERM under a shell: it shows 143', () => {
    const wait = `"$0" "$1" restore --quiet --input-format jsonl --out out.jsonl < pipe & child=$!; exec 3> pipe; until ls -a | grep -q part; do sleep 0.05; done`;
    const { status } = spawnSync('bash', ['-c', `mkfifo pipe; ${wait}; kill -TERM $child; wait $child`, process.execPath, CLI], { cwd: folder });
    expect(status).toBe(143);
    expect(files()).toEqual(['pipe']);
  });

  it('by SIGKILL: what is left has no final name, and the next run removes it', async () => {
    const child = await inTheMiddle();
    child.kill('SIGKILL');
    expect(await codeOf(child)).toBe(null);
    expect(existsSync(join(folder, 'out', 'b.jsonl'))).toBe(false);
    expect(files().filter((name) => name.endsWith('.part'))).toHaveLength(1);
    finishes();
  });

  /** A run that has finished a first file and begun a second, whose end it waits for: a named pipe. */
  async function inTheMiddle(): Promise<ChildProcess> {
    mkdirSync(join(folder, 'in'));
    writeFileSync(join(folder, 'in', 'a.jsonl'), RECORD);
    spawnSync('mkfifo', [join(folder, 'in', 'b.jsonl')]);
    const child = spawn(process.execPath, [CLI, 'restore', 'in/a.jsonl', 'in/b.jsonl', '--out', 'out', '--quiet'], { cwd: folder, stdio: 'ignore' });
    const writer = spawn('sh', ['-c', 'exec 3> in/b.jsonl; cat >&3; sleep 60'], { cwd: folder, stdio: ['pipe', 'ignore', 'ignore'] });
    writer.stdin.on('error', () => {});
    writer.stdin.end(RECORD.repeat(10));
    child.once('exit', () => writer.kill());
    while (!files().some((name) => name.includes('b.jsonl') && name.endsWith('.part'))) await new Promise((done) => setTimeout(done, 20));
    return child;
  }

  function finishes(): void {
    spawnSync('rm', [join(folder, 'in', 'b.jsonl')]);
    writeFileSync(join(folder, 'in', 'b.jsonl'), RECORD);
    const { code, err } = run(['restore', 'in/a.jsonl', 'in/b.jsonl', '--out', 'out']);
    expect({ code, err }).toEqual({ code: 0, err: expect.stringContaining('; 1 file written, 1 done before') as string });
    expect(files()).toEqual(['in', 'in/a.jsonl', 'in/b.jsonl', 'out', 'out/.unspun-journal', 'out/a.jsonl', 'out/b.jsonl']);
  }
});

describe('a worker that is lost', () => {
  it('ends the run with 1, and no file stands under its final name', () => {
    const large = jsonl([{ id: 'a', text: CLEAN_LINES }, { id: 'b', text: SPUN_LINES.repeat(20_000) }]);
    const { status, stderr } = spawnSync(process.execPath, [CLI, 'restore', '--quiet', '--jobs', '2', '--max-document', '50000000', '--out', 'out.jsonl'], {
      cwd: folder, input: large, encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '--max-old-space-size=60' },
    });
    expect(status).toBe(1);
    expect(stderr).toMatch(/unspun: -, the lines from \d on: a worker thread ended before its work was done \(.*\); lower --max-document or give Node more memory/);
    expect(files()).toEqual([]);
  });
});

describe('a program at the other end', () => {
  test.each([[1], [2]])('has its answers while it goes on writing: %s job', async (jobs) => {
    const child = spawn(process.execPath, [CLI, 'detect', '--quiet', '--input-format', 'jsonl', '--jobs', String(jobs)]);
    const answers: Record<string, unknown>[] = [];
    for (const id of ['first', 'second', 'third']) {
      child.stdin.write(jsonl([{ id, text: CLEAN_LINES }, { id: `${id}-spun`, text: SPUN_LINES }]));
      let out = '';
      while (out.split('\n').length < 3) out += await new Promise<string>((done) => child.stdout.once('data', (chunk: Buffer) => done(chunk.toString())));
      answers.push(...parsed(out));
    }
    child.stdin.end();
    expect(await codeOf(child)).toBe(0);
    expect(answers.map(({ id }) => id)).toEqual(['first', 'first-spun', 'second', 'second-spun', 'third', 'third-spun']);
  });
});

describe('a run that stops at a bad line', () => {
  test.each([[1], [2]])('does not wait for the end of its input: %s job', async (jobs) => {
    const child = spawn(process.execPath, [CLI, 'detect', '--input-format', 'jsonl', '--jobs', String(jobs)]);
    child.stdin.on('error', () => {});
    child.stdin.write(`${RECORD}broken\n`);
    expect(await codeOf(child)).toBe(1);
  });
});

function codeOf(child: ChildProcess): Promise<number | null> {
  return child.exitCode !== null ? Promise.resolve(child.exitCode) : new Promise((done) => child.once('exit', (code) => done(code)));
}
