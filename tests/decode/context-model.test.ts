import { describe, expect, it, test } from 'vitest';
import { HEADER_WORDS, MODEL_FORMAT, Places, bigramKey, bucketOf, fingerprintOf, readModel, trigramKey, unigramKey } from '../../src/decode/context-model.js';
import { toBase64 } from '../../src/dictionary/bytes.js';
import { hashOf, packModel, type Row } from '../helpers/models.js';

const ROWS: readonly Row[] = [
  ['the', -1, -0.5],
  ['cold', -4, -0.25],
  ['war', -5, -0.75],
  ['<s>', -2, -1],
  ['the cold', -2, -0.5],
  ['cold war', -1.5, -0.25],
  ['<s> the', -1, -0.25],
  ['the cold war', -0.25],
];
const UNKNOWN = -12;

describe('readModel', () => {
  const model = readModel(packModel(ROWS, UNKNOWN));
  const log = (words: string): number => {
    const [before2, before1, word] = words.split(' ').map(hashOf);
    const places = new Places();
    return model.logProbability(places, model.open(places, before2!, before1!), word!);
  };

  test.each([
    ['a trigram as it stands', 'the cold war', -0.25],
    ['a bigram, under a weight of its context', '<s> the cold', -0.25 - 2],
    ['a bigram, the context unseen', 'war cold war', -1.5],
    ['a word, under both weights', 'the cold the', -0.5 - 0.25 - 1],
    ['a word, only the last word seen before', 'war war cold', -0.75 - 4],
    ['a word after strangers', 'x y war', -5],
    ['a stranger, under both weights', 'the cold x', -0.5 - 0.25 - 12],
    ['a stranger after strangers', 'x y z', -12],
    ['the end of a sentence', 'cold war <s>', -0.25 - 0.75 - 2],
  ])('%s: %s', (_, words, expected) => {
    expect(log(words)).toBeCloseTo(expected, 10);
  });

  it('knows its words', () => {
    expect(['the', 'war', 'x', ''].map((word) => model.knows(hashOf(word)))).toEqual([true, true, false, false]);
  });

  it('reads bytes at any alignment, and base64', () => {
    const packed = packModel(ROWS, UNKNOWN);
    const shifted = new Uint8Array(packed.length + 3);
    shifted.set(packed, 3);
    for (const source of [shifted.subarray(3), toBase64(packed)]) {
      const read = readModel(source);
      const places = new Places();
      expect(read.logProbability(places, read.open(places, hashOf('the'), hashOf('cold')), hashOf('war'))).toBe(-0.25);
    }
  });

  it('keeps thousands of places apart', () => {
    const places = new Places();
    const the = model.open(places, hashOf('war'), hashOf('the'));
    for (let i = 0; i < 5000; i++) model.open(places, hashOf('the'), hashOf('cold'));
    expect(places.count).toBe(5001);
    expect(model.logProbability(places, 5000, hashOf('war'))).toBe(-0.25);
    expect(model.logProbability(places, the, hashOf('cold'))).toBeCloseTo(log('war the cold'), 10);
  });

  it('reads tables of any number of buckets', () => {
    for (const buckets of [1, 3, 7]) {
      const read = readModel(packModel(ROWS, UNKNOWN, buckets));
      const places = new Places();
      expect(read.logProbability(places, read.open(places, hashOf('<s>'), hashOf('the')), hashOf('cold'))).toBeCloseTo(-2.25, 10);
    }
  });

  test.each([
    ['nothing', new Uint8Array(0), 'got a context model of format nothing'],
    ['another format', new Uint8Array(HEADER_WORDS * 4).fill(7), 'got a context model of format 117901063'],
    ['half a header', new Uint8Array([MODEL_FORMAT, 0, 0, 0, 1]), `got a context model of format ${MODEL_FORMAT}`],
  ])('refuses %s', (_, bytes, message) => {
    expect(() => readModel(bytes)).toThrow(`${message}, expected ${MODEL_FORMAT}; run "npm run build:model"`);
  });
});

describe('keys', () => {
  const [a, b, c] = ['a', 'b', 'c'].map(hashOf) as [number, number, number];

  it('depend on the order of the words', () => {
    expect(bigramKey(a, b)).not.toBe(bigramKey(b, a));
    expect(trigramKey(bigramKey(a, b), c)).not.toBe(trigramKey(bigramKey(a, c), b));
    expect(unigramKey(a)).not.toBe(unigramKey(b));
  });

  it('spread over buckets and fingerprints', () => {
    const keys = Array.from({ length: 10_000 }, (_, i) => unigramKey(hashOf(`word${i}`)));
    const perBucket = new Map<number, number>();
    for (const key of keys) perBucket.set(bucketOf(key, 100), (perBucket.get(bucketOf(key, 100)) ?? 0) + 1);
    expect(perBucket.size).toBe(100);
    expect(Math.max(...perBucket.values())).toBeLessThan(160);
    expect(new Set(keys.map(fingerprintOf)).size).toBeGreaterThan(9000);
  });
});
