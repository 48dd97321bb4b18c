import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NumberWriter, decodeBase64, decodeDigits, encodeDigits, fromBase64, readNumbers, toBase64 } from '../../src/dictionary/bytes.js';

describe('base64', () => {
  it('is that of the platform, both ways, for any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
        expect([...fromBase64(toBase64(bytes))]).toEqual([...bytes]);
        expect([...decodeBase64(toBase64(bytes))]).toEqual([...bytes]);
      }),
    );
  });

  it('reads base64 without padding', () => {
    expect([...fromBase64('AQI')]).toEqual([1, 2]);
    expect([...fromBase64('')]).toEqual([]);
  });
});

describe('digits', () => {
  it('come back, one letter a number', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(63)), (numbers) => {
        const text = encodeDigits(Uint8Array.from(numbers));
        expect(text).toHaveLength(numbers.length);
        expect([...decodeDigits(text)]).toEqual(numbers);
      }),
    );
  });
});

describe('NumberWriter', () => {
  it('writes what readNumbers reads', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(2 ** 31 - 1)), (numbers) => {
        const writer = new NumberWriter();
        for (const number of numbers) writer.number(number);
        expect([...readNumbers(writer.finish())]).toEqual(numbers);
      }),
    );
  });

  it('writes numbers below 32 as one letter', () => {
    const writer = new NumberWriter();
    for (const number of [0, 1, 31, 32]) writer.number(number);
    expect(writer.finish()).toBe('ABfgB');
  });
});
