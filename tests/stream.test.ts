import { describe, expect, expectTypeOf, it, test } from 'vitest';
import { createRestorer, restore, restoreRecords, restoreStream, type BadRecord, type RecordOptions } from '../src/index.js';
import { CLEAN_LINES, SPUN_LINES } from './helpers/cli.js';

const RECORDS = [{ id: 1, text: CLEAN_LINES }, { id: 2, text: SPUN_LINES, deep: { text: SPUN_LINES } }, { id: 3, text: '' }];
const BAD = [...RECORDS.slice(0, 1), { id: 'no text' }, { id: 'number', text: 5 }, null, ...RECORDS.slice(1)];

async function through(records: readonly unknown[], options?: RecordOptions): Promise<unknown[]> {
  const source = new ReadableStream({
    start: (controller) => {
      for (const record of records) controller.enqueue(record);
      controller.close();
    },
  });
  const restored: unknown[] = [];
  for await (const record of source.pipeThrough(restoreStream(options))) restored.push(record);
  return restored;
}

async function iterated(records: readonly unknown[], options?: RecordOptions): Promise<unknown[]> {
  const restored: unknown[] = [];
  for await (const record of restoreRecords(records, options)) restored.push(record);
  return restored;
}

describe.each([['restoreStream', through], ['restoreRecords', iterated]])('%s', (_, all) => {
  it('restores texts in order, and hands on the very same record where nothing is to be done', async () => {
    const restored = await all(RECORDS);
    expect(restored).toEqual([RECORDS[0], { ...RECORDS[1], text: restore(SPUN_LINES).text }, RECORDS[2]]);
    expect(restored[0]).toBe(RECORDS[0]);
    expect(RECORDS[1]!.text).toBe(SPUN_LINES);
  });

  it('takes bare texts, too', async () => {
    expect(await all([CLEAN_LINES, SPUN_LINES, ''])).toEqual([CLEAN_LINES, restore(SPUN_LINES).text, '']);
  });

  it('adds edits and verdict where asked', async () => {
    const { text, ...annotation } = createRestorer({ mode: 'certain' }).restore(SPUN_LINES);
    expect(await all([{ body: SPUN_LINES }], { mode: 'certain', textKey: 'body', annotate: 'unspun' })).toEqual([{ body: text, unspun: annotation }]);
  });

  it('takes __proto__ for a key like any other', async () => {
    const record = JSON.parse(`{"__proto__":${JSON.stringify(SPUN_LINES)}}`) as unknown;
    const [restored] = await all([record], { textKey: '__proto__' });
    expect(JSON.stringify(restored)).toBe(`{"__proto__":${JSON.stringify(restore(SPUN_LINES).text)}}`);
    await expect(all([{}], { textKey: '__proto__' })).rejects.toThrow('got an object without "__proto__"');
  });

  it('at a bad record: throws, skips or keeps, and tells', async () => {
    await expect(all(BAD)).rejects.toThrow(new TypeError('record 1: got an object without "text", expected a text or an object with "text"; name the key in textKey'));
    const told: BadRecord[] = [];
    const onBadRecord = (bad: BadRecord): void => void told.push(bad);
    expect((await all(BAD, { onError: 'skip', onBadRecord })).map((record) => (record as { id: number }).id)).toEqual([1, 2, 3]);
    expect(told.map(({ index, reason, record }) => ({ index, reason, record }))).toEqual([
      { index: 1, reason: 'no text', record: BAD[1] }, { index: 2, reason: 'text not a string', record: BAD[2] }, { index: 3, reason: 'no text', record: null },
    ]);
    const kept = await all(BAD, { onError: 'keep' });
    expect(kept).toHaveLength(BAD.length);
    expect([kept[1], kept[2], kept[3]]).toEqual([BAD[1], BAD[2], BAD[3]]);
  });

  it('takes a text that is too long for a bad record', async () => {
    expect(await all(['123', '1234'], { maxDocument: 3, onError: 'skip' })).toEqual(['123']);
  });
});

describe('restoreRecords', () => {
  it('reads only as far as it is asked', async () => {
    let read = 0;
    const source = (async function* () {
      for (;; read++) yield CLEAN_LINES;
    })();
    const restored = restoreRecords(source);
    for (let i = 0; i < 3; i++) await restored.next();
    expect(read).toBe(2);
    await restored.return();
    expect((await source.next()).done).toBe(true);
  });

  it('keeps the type of the records', () => {
    expectTypeOf(restoreRecords([{ id: 1, text: '' }])).toEqualTypeOf<AsyncGenerator<{ id: number; text: string }, void, undefined>>();
  });
});

describe('options', () => {
  test.each<[options: object, message: string]>([
    [{ textKey: 5 }, 'got textKey 5, expected a string'],
    [{ annotate: null }, 'got annotate null, expected a string'],
    [{ maxDocument: 0 }, 'got maxDocument 0, expected a number above 0'],
    [{ onError: 'stop' }, 'got onError "stop", expected fail, skip, keep'],
    [{ onBadRecord: 'x' }, 'got onBadRecord "x", expected a function'],
    [{ mod: 'certain' }, 'unknown option "mod"'],
  ])('%j are refused at once', (options, message) => {
    expect(() => restoreStream(options as RecordOptions)).toThrow(message);
    expect(() => restoreRecords([], options as RecordOptions)).toThrow(TypeError);
  });
});
