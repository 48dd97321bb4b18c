import { describe, expect, it, test } from 'vitest';
import { documentFormatOf, formatOf } from '../../../src/cli/documents/formats.js';
import { inOrder } from '../../../src/cli/documents/in-order.js';
import { appendValue, findValue, replaceString, toJson } from '../../../src/cli/documents/json-line.js';
import { isLongPart, lineBatches } from '../../../src/cli/documents/lines.js';
import { offsetConverter } from '../../../src/cli/documents/offsets.js';
import { progressText } from '../../../src/cli/documents/progress.js';
import { noCounts } from '../../../src/cli/documents/counts.js';
import { makeFramePacker, unpackZstd } from '../../../src/cli/documents/zstd.js';
import { attributeKey, attributeRow, mixerConfiguration } from '../../../src/cli/documents/dolma.js';
import type { Edit, Verdict } from '../../../src/types.js';

describe('formatOf', () => {
  test.each([
    ['a.jsonl', 'jsonl', 'none'], ['a.ndjson.gz', 'jsonl', 'gz'], ['a.json.zst', 'jsonl', 'zst'], ['A.JSONL.GZ', 'jsonl', 'gz'],
    ['a.parquet', 'parquet', 'none'], ['a.warc.wet.gz', 'warc', 'gz'], ['a.warc', 'warc', 'none'], ['a.wet', 'warc', 'none'],
  ])('%s', (file, kind, compression) => {
    expect(formatOf(file)).toMatchObject({ kind, compression });
  });

  test.each(['a.txt', 'a.json', 'a.txt.gz', 'jsonl', 'a.jsonl.bak'])('%s says nothing', (file) => {
    expect(formatOf(file)).toBeUndefined();
  });

  it('takes .json for JSONL where documents are meant, and any name where the kind is given', () => {
    expect(documentFormatOf('a.json', undefined)).toMatchObject({ kind: 'jsonl', compression: 'none' });
    expect(documentFormatOf('part-0001.gz', 'jsonl')).toMatchObject({ kind: 'jsonl', compression: 'gz' });
    expect(documentFormatOf('part-0001', undefined)).toBeUndefined();
  });
});

describe('findValue', () => {
  test.each<[line: string, key: string, value: string]>([
    ['{"text":"a"}', 'text', '"a"'],
    ['  { "id" : 1.0 , "text" : "a" }\r', 'id', '1.0'],
    ['{"a":{"text":"inner","b":["}"]},"text":"outer"}', 'text', '"outer"'],
    ['{"a":"\\\\","text":"b"}', 'text', '"b"'],
    ['{"a":"\\"text\\":","text":"b"}', 'text', '"b"'],
    ['{"text":"first","text":"last"}', 'text', '"last"'],
    ['{"\\u0074ext":"escaped key"}', 'text', '"escaped key"'],
    ['{"__proto__":"p","text":""}', '__proto__', '"p"'],
    ['{"n":12345678901234567890,"text":"t"}', 'n', '12345678901234567890'],
    ['{"n":1e400}', 'n', '1e400'],
    ['{"n":[1,[2,"]"],{}],"m":true}', 'n', '[1,[2,"]"],{}]'],
    ['\ufeff{"text":"after a mark"}', 'text', '"after a mark"'],
  ])('%s: %s', (line, key, value) => {
    const { start, end } = findValue(line, key)!;
    expect(line.slice(start, end)).toBe(value);
  });

  it('finds no key that stands only further in, or in a string', () => {
    expect(findValue('{"a":{"text":"x"},"b":"\\"text\\":1"}', 'text')).toBeUndefined();
    expect(findValue('{}', 'text')).toBeUndefined();
  });

  it('is quick on a line of many quotation marks and backslashes', () => {
    const hard = JSON.stringify({ a: '\\"'.repeat(1_000_000), text: 'x' });
    const begun = performance.now();
    const { start, end } = findValue(hard, 'text')!;
    expect(hard.slice(start, end)).toBe('"x"');
    expect(performance.now() - begun).toBeLessThan(2000);
  });
});

describe('replaceString', () => {
  it('leaves every other byte as it was, and ASCII in ASCII', () => {
    const line = '{ "n" : 1.0, "text":"caf\\u00e9",  "k":"é"}';
    expect(replaceString(line, findValue(line, 'text')!, 'thé 😀')).toBe('{ "n" : 1.0, "text":"th\\u00e9 \\ud83d\\ude00",  "k":"é"}');
    const raw = '{"text":"café"}';
    expect(replaceString(raw, findValue(raw, 'text')!, 'thé')).toBe('{"text":"thé"}');
  });

  it('escapes what some readers take for the end of a line', () => {
    expect(toJson({ a: '\u2028\u2029\u0085' })).toBe('{"a":"\\u2028\\u2029\\u0085"}');
    expect(JSON.parse(toJson('\u2028\u2029\u0085'))).toBe('\u2028\u2029\u0085');
  });

  it('adds a key at the end', () => {
    expect(appendValue('{"a":{"b":1}} \r', 'c', '[2]')).toBe('{"a":{"b":1},"c":[2]} \r');
  });
});

describe('offsetConverter', () => {
  const text = 'aé€\u{1f600}z\ud800';

  test.each([
    ['utf16', [0, 1, 2, 3, 5, 6, 7]],
    ['codepoints', [0, 1, 2, 3, 4, 5, 6]],
    ['utf8', [0, 1, 3, 6, 10, 11, 14]],
  ] as const)('%s', (unit, expected) => {
    const places = [0, 1, 2, 3, 5, 6, 7];
    expect(places.map(offsetConverter(text, unit))).toEqual(expected);
    expect([...places].reverse().map(offsetConverter(text, unit))).toEqual([...expected].reverse());
  });

  it('counts bytes as a Buffer does', () => {
    expect(offsetConverter(text, 'utf8')(text.length)).toBe(Buffer.byteLength(text));
  });
});

describe('lineBatches', () => {
  const batches = async (chunks: readonly string[], maxLine = 1000): Promise<unknown[]> => {
    const found: unknown[] = [];
    const source = (async function* () {
      for (const chunk of chunks) yield Buffer.from(chunk);
    })();
    for await (const batch of lineBatches(source, 'f', maxLine)) {
      found.push([Buffer.from(batch.bytes).toString(), batch.firstLine, ...(isLongPart(batch) ? [batch.part] : [])]);
    }
    return found;
  };

  test.each<[name: string, chunks: string[], found: unknown[]]>([
    ['nothing', [], []],
    ['lines across chunks', ['a\nb', 'c\nd', '\n'], [['a\n', 1], ['bc\n', 2], ['d\n', 3]]],
    ['several lines at once', ['a\nb\nc'], [['a\nb\n', 1], ['c', 3]]],
    ['empty lines', ['\n\n', '\nx'], [['\n\n', 1], ['\n', 3], ['x', 4]]],
  ])('%s', async (_, chunks, found) => {
    expect(await batches(chunks)).toEqual(found);
  });

  it('hands a line that is too long on in parts', async () => {
    expect(await batches(['a\n', '12345', '67890', 'xy\nb\n'], 8)).toEqual([['a\n', 1], ['1234567890', 2, 1], ['xy\n', 2, 2], ['b\n', 3]]);
    expect(await batches(['1234567890', 'end'], 8)).toEqual([['1234567890', 1, 1], ['end', 1, 2]]);
  });
});

describe('inOrder', () => {
  const after = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

  it('keeps the order whatever finishes first, and has no more under way than allowed', async () => {
    let running = 0;
    let most = 0;
    const items = (async function* () {
      yield* [30, 1, 20, 2, 10, 3];
    })();
    const results: number[] = [];
    for await (const result of inOrder(items, 3, async (ms) => {
      most = Math.max(most, ++running);
      await after(ms);
      running--;
      return ms;
    })) results.push(result);
    expect(results).toEqual([30, 1, 20, 2, 10, 3]);
    expect(most).toBe(3);
  });

  it('yields a result while it waits for the next item', async () => {
    let release = (): void => {};
    const items = (async function* () {
      yield 1;
      await new Promise<void>((done) => (release = done));
    })();
    const results = inOrder(items, 4, (item) => item);
    expect(await results.next()).toEqual({ value: 1, done: false });
    release();
    expect((await results.next()).done).toBe(true);
  });

  it('throws what the work throws, and closes its source', async () => {
    let closed = false;
    const items = (async function* () {
      try {
        for (let i = 0; ; i++) yield i;
      } finally {
        closed = true;
      }
    })();
    const run = async (): Promise<void> => {
      for await (const result of inOrder(items, 2, (item) => (item === 3 ? Promise.reject(new Error('three')) : item))) void result;
    };
    await expect(run()).rejects.toThrow('three');
    expect(closed).toBe(true);
  });
});

describe('Zstandard', () => {
  it('packs into frames that are read as one stream', async () => {
    const packer = await makeFramePacker();
    const pieces = Array.from({ length: 9 }, (_, i) => Buffer.alloc(1 << 20, `piece ${i} `));
    const packed = [...pieces.flatMap((piece) => packer.push(piece)), ...packer.end()];
    expect(packed.length).toBe(3);
    const source = (async function* () {
      yield* packed;
    })();
    const unpacked: Uint8Array[] = [];
    for await (const chunk of unpackZstd(source)) unpacked.push(chunk);
    expect(Buffer.concat(unpacked).equals(Buffer.concat(pieces))).toBe(true);
  });
});

describe('attributes for Dolma', () => {
  const verdict = { probability: 0.9 } as Verdict;
  const edit = (start: number, end: number, replacement: string): Edit => ({ start, end, replacement, probability: 0.75 }) as Edit;
  const judgement = (edits: Edit[]): Parameters<typeof attributeRow>[0] => ({ text: '', verdict, edits, suggestions: [] });

  test.each([
    ['said', 'unspun__replace__said'], ['Attorney General', 'unspun__replace__Attorney_20General'], ['', 'unspun__replace__'], ['_', 'unspun__replace___5f'], ['é', 'unspun__replace___c3_a9'],
  ])('"%s" has the key %s', (replacement, key) => {
    expect(attributeKey(replacement)).toBe(key);
  });

  it('has spans in code points, one key for each replacement, and the document', () => {
    const row = attributeRow(judgement([edit(3, 4, 'A'), edit(5, 6, 'B'), edit(6, 7, 'A')]), '\u{1f600} x yz');
    expect(row.attributes).toEqual({
      unspun__replace__A: [[2, 3, 0.75], [5, 6, 0.75]], unspun__replace__B: [[4, 5, 0.75]], unspun__document__probability: [[0, 6, 0.9]],
    });
    expect(row.replacements).toEqual(['A', 'B']);
  });

  it('takes a neighbour into the span of an insertion, and leaves out what cannot be written', () => {
    const row = attributeRow(judgement([edit(0, 0, '“'), edit(2, 3, '{}'), edit(4, 4, '”')]), '\u{1f600}bc');
    expect(row.attributes).toMatchObject({ [attributeKey('“\u{1f600}')]: [[0, 1, 0.75]], [attributeKey('c”')]: [[2, 3, 0.75]] });
    expect(row.inexpressible).toBe(1);
  });

  it('has a configuration that names each replacement once', () => {
    const configuration = mixerConfiguration({ documents: ['/d/documents/a.jsonl'], name: 'unspun', replacements: ['war', 'said', 'war'], minScore: 0.59, output: '/d/mixed' });
    expect(configuration).toMatchObject({
      streams: [{
        documents: ['/d/documents/a.jsonl'], attributes: ['unspun'],
        span_replacement: [
          { span: '$.attributes.unspun__replace__said', min_score: 0.59, replacement: 'said' },
          { span: '$.attributes.unspun__replace__war', min_score: 0.59, replacement: 'war' },
        ],
        output: { path: '/d/mixed', discard_fields: ['attributes'] },
      }],
    });
  });
});

describe('progressText', () => {
  it('says how far a run is', () => {
    const counts = { ...noCounts(), documents: 200, bytes: 5e6, spun: 3, edits: 40, errors: { 'not JSON': 2 } };
    expect(progressText({ counts, seconds: 2, share: 0.25 })).toBe('200 documents, 2.5 MB/s, 1.5 % spun, 40 edits, 2 errors, 25 %, 0:06 left');
    expect(progressText({ counts, seconds: 2, share: undefined })).toBe('200 documents, 2.5 MB/s, 1.5 % spun, 40 edits, 2 errors');
  });
});
