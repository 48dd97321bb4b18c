import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { sha256Base64 } from '../../src/report/sha256.js';

test.each([
  ['', '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='],
  ['abc', 'ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0='],
])('the published digest of "%s"', (text, digest) => {
  expect(sha256Base64(text)).toBe(digest);
});

it('is what the platform says, for any text and every length around a block', () => {
  const same = (text: string): void => {
    expect(sha256Base64(text)).toBe(createHash('sha256').update(text, 'utf8').digest('base64'));
  };
  for (let length = 50; length < 140; length++) same('ä'.repeat(length >> 1) + 'x'.repeat(length));
  fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), same));
});
