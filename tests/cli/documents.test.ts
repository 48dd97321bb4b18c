import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from 'vitest';
import { readChunks } from '../../src/cli/documents/source.js';
import { applyEdits, detect, restore } from '../../src/index.js';
import { CLEAN_LINES, SPUN_LINES, buildCli, folderWith, unspun, type Run } from '../helpers/cli.js';
import { SPUN_ASTRAL, crawlMix, jsonl, parsed } from '../helpers/documents.js';

/** Lines that must come out byte for byte: numbers that JavaScript cannot hold, odd spacing, keys that stand twice, other line ends. */
const CLEAN = [
  `{"id":1.0,"big":12345678901234567890,"far":1e400,"text":${JSON.stringify(CLEAN_LINES)},"__proto__":{"a":1},"constructor":0}`,
  ` { "text" : "one" ,\t"text" : ${JSON.stringify(CLEAN_LINES)} , "s":"\\u00e9\\/é\u2028" } \r`,
  '{"text":"","id":null}',
].join('\n');
const SPUN_RECORD = `{ "n":1.0,"id":"s\u{1f600}","text": ${JSON.stringify(SPUN_ASTRAL)},"z":[1e400,{"text":"inner"}]}`;

let folder: string;
let remove: () => void;

beforeAll(buildCli);
beforeEach(() => {
  remove?.();
  ({ folder, remove } = folderWith({ 'clean.jsonl': CLEAN, 'spun.jsonl': `${SPUN_RECORD}\n`, 'two.jsonl.gz': gzipSync(`${SPUN_RECORD}\n`) }));
});
afterAll(() => remove());

function run(args: readonly string[], input?: string | Buffer): Run {
  return unspun(args, { cwd: folder, ...(input !== undefined && { input }) });
}

function read(name: string): string {
  return readFileSync(join(folder, name), 'utf8');
}

async function unpacked(name: string): Promise<string> {
  const chunks: Uint8Array[] = [];
  const compression = name.endsWith('.gz') ? 'gz' : name.endsWith('.zst') ? 'zst' : 'none';
  for await (const chunk of readChunks({ file: join(folder, name), compression })) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

describe('restore', () => {
  it('gives clean lines back byte for byte', () => {
    expect(run(['restore', '--quiet', 'clean.jsonl'])).toEqual({ code: 0, out: CLEAN, err: '' });
    expect(run(['restore', '--quiet', '--input-format', 'jsonl'], `\ufeff${CLEAN}\n`)).toEqual({ code: 0, out: `\ufeff${CLEAN}\n`, err: '' });
  });

  it('changes nothing but the text', () => {
    const { code, out, err } = run(['restore', 'spun.jsonl']);
    const { text, edits, suggestions } = restore(SPUN_ASTRAL);
    expect(text).not.toBe(SPUN_ASTRAL);
    expect({ code, out }).toEqual({ code: 0, out: `${SPUN_RECORD.replace(JSON.stringify(SPUN_ASTRAL), JSON.stringify(text))}\n` });
    expect(err).toMatch(/^unspun: 1 document of 1 line, 0\.0 MB in \d+\.\d s\nspun: 1 \(100\.00 %\) \(synonym-spin 1\)\n/);
    expect(err).toContain(`restored: 1, ${edits.length} edits, ${suggestions.length} suggestion`);
  });

  it('takes the text from another key, and none that is inherited', () => {
    const line = JSON.stringify({ body: SPUN_LINES, text: 'x' });
    expect(run(['restore', '--quiet', '--text-key', 'body'], `${line}\n`).out).toBe(`${JSON.stringify({ body: restore(SPUN_LINES).text, text: 'x' })}\n`);
    expect(run(['restore', '--text-key', 'toString'], '{}\n').err).toContain('-:1: got an object without keys, expected "toString"');
    expect(run(['restore', '--quiet', '--text-key', '__proto__'], `{"__proto__":${JSON.stringify(SPUN_LINES)}}\n`).out)
      .toBe(`{"__proto__":${JSON.stringify(restore(SPUN_LINES).text)}}\n`);
  });

  it('begins a new line with each input', () => {
    expect(run(['restore', '--quiet', 'clean.jsonl', 'two.jsonl.gz', 'clean.jsonl']).out.split('\n').length).toBe(3 + 1 + 3);
  });

  it('is the same with two jobs', () => {
    const { bytes } = crawlMix(1500);
    const one = run(['restore', '--quiet', '--on-error', 'keep', '--output', 'annotated'], bytes);
    expect(one.code).toBe(0);
    expect(run(['restore', '--quiet', '--on-error', 'keep', '--output', 'annotated', '--jobs', '2'], bytes)).toEqual(one);
  });

  it('passes on the mode, the least probability and a dictionary', () => {
    const line = `${JSON.stringify({ text: SPUN_LINES })}\n`;
    for (const [args, options] of [[['--mode', 'certain'], { mode: 'certain' }], [['--min-probability', '0.2'], { minProbability: 0.2 }]] as const) {
      expect(parsed(run(['restore', '--quiet', '--input-format', 'jsonl', ...args], line).out)).toEqual([{ text: restore(SPUN_LINES, options).text }]);
    }
    writeFileSync(join(folder, 'mine.yaml'), 'family: synonym-spin\ntopic: test\nentries:\n  oven: [cooker]\n');
    const cooker = `${'She put the cooker on and the cooker warmed the room. '.repeat(8)}\n${SPUN_LINES}`;
    const own = run(['restore', '--mode', 'suggest', '--output', 'verdict', '--dictionary', 'mine.yaml', '--quiet', '--jobs', '2'], jsonl([{ text: cooker }]));
    expect(own.out).toContain('"entry":"synonym-spin/test/oven"');
  });
});

describe('what is written', () => {
  it('annotated: the line with verdict and edits, once', () => {
    const [record] = parsed(run(['restore', '--quiet', '--output', 'annotated', 'spun.jsonl']).out) as [Record<string, unknown>];
    const { text, verdict, edits } = restore(SPUN_ASTRAL);
    expect(record).toMatchObject({ text, unspun: { ...verdict, edits: edits.map(({ start, end, replacement }) => ({ start, end, replacement })) } });
    const again = run(['detect', '--quiet', '--output', 'annotated'], `${JSON.stringify(record)}\n`).out;
    expect(again.match(/"unspun":/g)).toHaveLength(1);
    expect(parsed(again)[0]).toMatchObject({ unspun: detect(text) });
  });

  it('verdict: id and verdict, the id byte for byte', () => {
    const { out } = run(['detect', '--quiet', 'clean.jsonl']);
    expect(out.split('\n').map((line) => line.slice(0, line.indexOf(',')))).toEqual(['{"id":1.0', '{"id":null', '{"id":null', '']);
    expect(parsed(out)[0]).toEqual({ id: 1, unspun: detect(CLEAN_LINES) });
    expect(parsed(run(['restore', '--quiet', '--output', 'verdict', 'spun.jsonl']).out)[0]).toMatchObject({ id: 's\u{1f600}', unspun: { edits: expect.any(Array) as unknown[] } });
  });

  test.each([
    ['utf16', (text: string, start: number, end: number) => text.slice(start, end)],
    ['codepoints', (text: string, start: number, end: number) => [...text].slice(start, end).join('')],
    ['utf8', (text: string, start: number, end: number) => Buffer.from(text).subarray(start, end).toString()],
  ] as const)('offsets in %s mark what was observed', (unit, slice) => {
    const [record] = parsed(run(['restore', '--quiet', '--output', 'verdict', '--offsets', unit, 'spun.jsonl']).out);
    const { edits, passages } = record!['unspun'] as { edits: { start: number; end: number; observed: string }[]; passages: { start: number; end: number }[] };
    expect(edits.length).toBeGreaterThan(5);
    for (const { start, end, observed } of edits) expect(slice(SPUN_ASTRAL, start, end)).toBe(observed);
    const expected = detect(SPUN_ASTRAL).passages.map(({ start, end }) => SPUN_ASTRAL.slice(start, end));
    expect(passages.map(({ start, end }) => slice(SPUN_ASTRAL, start, end))).toEqual(expected);
  });

  it('dolma: attributes beside the documents, row for row, and a configuration that applies them', () => {
    mkdirSync(join(folder, 'documents', 'part'), { recursive: true });
    const documents = [{ id: 'a', text: SPUN_ASTRAL }, { id: 'b', text: '' }, { id: 'c', text: CLEAN_LINES }, { id: 'd' }, { id: 'e', text: SPUN_LINES }];
    writeFileSync(join(folder, 'documents', 'part', 'x.jsonl.gz'), gzipSync(jsonl(documents)));
    const { code } = run(['restore', '--quiet', '--output', 'dolma', '--on-error', 'keep', '--mixer-config', 'mixer.json', 'documents/**/*.jsonl.gz']);
    expect(code).toBe(0);
    const rows = parsed(gunzipSync(readFileSync(join(folder, 'attributes', 'unspun', 'part', 'x.jsonl.gz'))).toString());
    expect(rows.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd', 'e']);
    const { streams: [stream] } = JSON.parse(read('mixer.json')) as { streams: [{ span_replacement: { span: string; replacement: string; min_score: number }[] }] };
    const mixed = documents.map(({ text }, i) => (text === undefined ? undefined : mix(text, rows[i]!['attributes'] as Attributes, stream.span_replacement)));
    expect(mixed).toEqual(documents.map(({ text }) => (text === undefined ? undefined : restore(text).text)));
  });

  it('filter: keeps and drops, with reasons', () => {
    const { bytes, good } = crawlMix(400);
    const short = jsonl([{ id: 'short', text: 'Two words' }]);
    const { code, out, err } = run(['filter', '--on-error', 'skip', '--errors', 'bad', '--rejected', 'dropped.jsonl', '--min-words', '3'], Buffer.concat([bytes, Buffer.from(short)]));
    expect(code).toBe(0);
    expect(parsed(out).map(({ id }) => id)).toEqual(good.filter(({ spun }) => !spun).map(({ id }) => id));
    const dropped = parsed(read('dropped.jsonl'));
    expect(dropped.map(({ id }) => id)).toEqual([...good.filter(({ spun }) => spun).map(({ id }) => id), 'short']);
    expect(dropped.map(({ unspun: why }) => (why as { reason: string }).reason)).toEqual([...Array<string>(8).fill('synonym-spin'), 'too few words']);
    expect(err).toContain('kept: 392, dropped: 9 (synonym-spin 8, too few words 1)');
    expect(run(['filter', '--quiet', '--drop-family', 'round-trip'], jsonl([{ text: SPUN_LINES }])).out).toBe(jsonl([{ text: SPUN_LINES }]));
    expect(run(['filter', '--quiet', '--drop-from', '1'], jsonl([{ text: CLEAN_LINES }])).out).toBe(jsonl([{ text: CLEAN_LINES }]));
  });
});

describe('files', () => {
  it('reads and writes .gz, of several members, and .zst', async () => {
    const record = `${SPUN_RECORD}\n`;
    writeFileSync(join(folder, 'members.jsonl.gz'), Buffer.concat([gzipSync(record), gzipSync(record), gzipSync(CLEAN)]));
    const expected = run(['restore', '--quiet', '--input-format', 'jsonl'], record + record + CLEAN).out;
    expect(run(['restore', '--quiet', 'members.jsonl.gz', '--out', 'out.jsonl.zst'])).toEqual({ code: 0, out: '', err: '' });
    expect(await unpacked('out.jsonl.zst')).toBe(expected);
    expect(run(['filter', '--quiet', '--drop-from', '1', '--drop-family', 'none', 'out.jsonl.zst', '--out', 'back.ndjson.gz']).code).toBe(0);
    expect(await unpacked('back.ndjson.gz')).toBe(expected);
  });

  it('mirrors a folder, and leaves what is no document', async () => {
    mkdirSync(join(folder, 'in', 'deep'), { recursive: true });
    writeFileSync(join(folder, 'in', 'a.jsonl'), CLEAN);
    writeFileSync(join(folder, 'in', 'deep', 'b.json.gz'), gzipSync(`${SPUN_RECORD}\n`));
    writeFileSync(join(folder, 'in', 'notes.txt'), 'none');
    const { code, err } = run(['restore', 'in', '--out', 'out']);
    expect({ code, err }).toEqual({ code: 0, err: expect.stringContaining('; 2 files written') as string });
    expect(readdirSync(join(folder, 'out'), { recursive: true, encoding: 'utf8' }).sort()).toEqual(['.unspun-journal', 'a.jsonl', 'deep', 'deep/b.json.gz']);
    expect(read('out/a.jsonl')).toBe(CLEAN);
    expect(parsed(await unpacked('out/deep/b.json.gz'))[0]).toMatchObject({ text: restore(SPUN_ASTRAL).text });
  });

  it('takes patterns, in order', () => {
    expect(parsed(run(['detect', '--quiet', '*.jsonl*']).out)).toHaveLength(3 + 1 + 1);
    expect(run(['detect', 'none-*.jsonl'])).toEqual({ code: 1, out: '', err: 'unspun: none-*.jsonl: no file matches the pattern; check the path\n' });
  });

  it('reads WET and WARC files of several members', () => {
    const record = (type: string, content: string, extra: string): Buffer =>
      gzipSync(`WARC/1.0\r\nWARC-Type: ${type}\r\nWARC-Record-ID: <urn:${type}>\r\nWARC-Date: 2026-01-02T03:04:05Z\r\n${extra}Content-Length: ${Buffer.byteLength(content)}\r\n\r\n${content}\r\n\r\n`);
    const http = (type: string, body: string): string => `HTTP/1.1 200 OK\r\nContent-Type: ${type}\r\nTransfer-Encoding: chunked\r\n\r\n${Buffer.byteLength(body).toString(16)}\r\n${body}\r\n0\r\n\r\n`;
    const members = [
      record('warcinfo', 'software: x', ''), record('conversion', SPUN_ASTRAL, 'WARC-Target-URI: https://example.org/a\r\nContent-Type: text/plain\r\n'),
      record('response', http('text/plain; charset=utf-8', SPUN_ASTRAL), 'WARC-Target-URI: https://example.org/b\r\nContent-Type: application/http; msgtype=response\r\n'),
      record('response', http('text/html', '<p>no'), 'WARC-Target-URI: https://example.org/c\r\nContent-Type: application/http; msgtype=response\r\n'),
    ];
    writeFileSync(join(folder, 'c.warc.wet.gz'), Buffer.concat(members));
    expect(run(['restore', '--quiet', '--on-error', 'skip', 'c.warc.wet.gz', '--out', 'out']).code).toBe(0);
    const rows = parsed(gunzipSync(readFileSync(join(folder, 'out', 'c.jsonl.gz'))).toString());
    const about = { date: '2026-01-02T03:04:05Z', text: restore(SPUN_ASTRAL).text };
    expect(rows).toEqual([{ id: '<urn:conversion>', url: 'https://example.org/a', ...about }, { id: '<urn:response>', url: 'https://example.org/b', ...about }]);
    expect(parsed(read('out/c.jsonl.gz.errors'))[0]).toMatchObject({ line: 3, reason: 'text not a string', raw: expect.stringContaining('text/html, not plain text') as string });
    writeFileSync(join(folder, 'cut.wet'), gunzipSync(members[1]!).subarray(0, -100));
    expect(run(['detect', '--quiet', 'cut.wet'])).toMatchObject({ code: 1, err: 'unspun: cut.wet: got a record that is cut off (the 1. of the file), expected a WARC or WET file; fetch it again\n' });
  });
});

describe('what was finished is not done again', () => {
  const args = ['restore', 'in', '--out', 'out', '--summary', 'json'];
  const summary = (more: readonly string[] = []): Record<string, unknown> => JSON.parse(run([...args, ...more]).err) as Record<string, unknown>;

  beforeEach(() => {
    mkdirSync(join(folder, 'in'));
    writeFileSync(join(folder, 'in', 'a.jsonl'), CLEAN);
    writeFileSync(join(folder, 'in', 'b.jsonl'), `${SPUN_RECORD}\n`);
  });

  it('counts it all the same, and does only what has changed', () => {
    const first = summary();
    expect(first).toMatchObject({ files: { done: 2, before: 0, failed: 0 }, documents: 4, restored: 1 });
    const { mtimeMs } = statSync(join(folder, 'out', 'b.jsonl'));
    const second = summary();
    expect(second).toEqual({ ...first, files: { done: 0, before: 2, failed: 0 }, seconds: second['seconds'] });
    expect(statSync(join(folder, 'out', 'b.jsonl')).mtimeMs).toBe(mtimeMs);
    utimesSync(join(folder, 'in', 'a.jsonl'), new Date(), new Date(Date.now() + 5000));
    expect(summary()).toMatchObject({ files: { done: 1, before: 1 } });
    writeFileSync(join(folder, 'out', 'a.jsonl'), 'meddled');
    expect(summary()).toMatchObject({ files: { done: 1, before: 1 } });
    expect(read('out/a.jsonl')).toBe(CLEAN);
    expect(summary(['--fresh'])).toMatchObject({ files: { done: 2, before: 0 } });
    expect(summary(['--mode', 'suggest'])).toMatchObject({ files: { done: 2, before: 0 }, restored: 0 });
  });

  it('begins with the file at which it stopped', () => {
    writeFileSync(join(folder, 'in', 'aa.jsonl'), 'broken\n');
    const stopped = run(args);
    expect(stopped.code).toBe(1);
    expect(stopped.err).toMatch(/^unspun: in\/aa\.jsonl:1: the line is not JSON: .*\nThe run stopped there; to go on past bad lines see --on-error skip and --on-error keep\.\n$/);
    expect(readdirSync(join(folder, 'out')).sort()).toEqual(['.unspun-journal', 'a.jsonl']);
    writeFileSync(join(folder, 'in', 'aa.jsonl'), CLEAN);
    expect(summary()).toMatchObject({ files: { done: 2, before: 1 } });
  });

  it('does again what lacks a file that was to go with it', () => {
    summary(['--on-error', 'skip']);
    expect(existsSync(join(folder, 'out', 'a.jsonl.errors'))).toBe(true);
    expect(summary(['--on-error', 'skip', '--errors', 'aside'])).toMatchObject({ files: { done: 2, before: 0 } });
    expect(readdirSync(join(folder, 'aside')).sort()).toEqual(['a.jsonl.errors', 'b.jsonl.errors']);
  });
});

describe('wrong usage', () => {
  test.each<[args: string[], message: string]>([
    [['restore', '--output', 'xml'], 'got --output "xml", expected text, annotated, verdict, dolma'],
    [['detect', '--output', 'text', 'a.jsonl'], 'got --output "text", expected verdict, annotated'],
    [['restore', '--jobs', '0', 'a.jsonl'], 'got --jobs "0", expected a whole number of 1 or more'],
    [['restore', '--format', 'json', 'a.jsonl'], 'got --format json with documents, expected --output, which says what is written for each'],
    [['restore', '--on-error', 'skip'], 'got --on-error skip without --errors FILE, expected a file for the lines left out, as the result goes to standard output'],
    [['filter', '--drop-from', '2'], 'got --drop-from "2", expected a number from 0 to 1, such as 0.9'],
    [['restore', 'clean.jsonl', '--out', 'clean.jsonl'], 'clean.jsonl would be written, but is an input already; choose other names for --out, --errors and --rejected'],
    [['restore', 'clean.jsonl', 'notes.txt'], 'notes.txt: got a name that does not tell what is in it; say so, as with --input-format jsonl'],
    [['restore', 'clean.jsonl', '--output', 'dolma'], 'clean.jsonl: got a file outside of a folder "documents", expected one inside, as Dolma lays files out, or --out'],
    [['restore', 'clean.jsonl', '--out', 'x.parquet'], 'got "x.parquet" as --out, expected one Parquet file as input for it; several go to a folder, and verdicts to .jsonl'],
    [['restore', '--input-format', 'jsonl', '--dictionary', '-'], 'got "-" as a dictionary, expected a file'],
  ])('%j', (args, message) => {
    expect(run(args)).toEqual({ code: 2, out: '', err: `unspun: ${message}\nSee "unspun --help".\n` });
  });
});

type Attributes = Record<string, [number, number, number][]>;

/** What Dolma's mixer makes of a text, after its description of span replacements. */
function mix(text: string, attributes: Attributes, replacements: readonly { span: string; replacement: string; min_score: number }[]): string {
  const points = [...text];
  const edits = replacements.flatMap(({ span, replacement, min_score }) => (attributes[span.replace('$.attributes.', '')] ?? [])
    .filter(([, , score]) => score >= min_score)
    .map(([start, end]) => ({ start: points.slice(0, start).join('').length, end: points.slice(0, end).join('').length, replacement })));
  return applyEdits(text, edits.sort((a, b) => a.start - b.start).map((edit) => ({ ...edit, observed: text.slice(edit.start, edit.end) })));
}
