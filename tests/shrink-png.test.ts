import { crc32, deflateSync, inflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { shrinkPng } from '../tools/shrink-png.js';

const SIGNATURE = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);

function chunk(name: string, data: readonly number[] | Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name), Buffer.from(data)]);
  const ends = [Buffer.alloc(4), Buffer.alloc(4)] as const;
  ends[0].writeUInt32BE(data.length);
  ends[1].writeUInt32BE(crc32(body));
  return Buffer.concat([ends[0], body, ends[1]]);
}

/** An image of red, green and blue, three pixels wide, from rows that begin with the number of their filter. */
function image(...rows: readonly (readonly number[])[]): Buffer {
  const header = [0, 0, 0, 3, 0, 0, 0, rows.length, 8, 2, 0, 0, 0];
  return Buffer.concat([SIGNATURE, chunk('IHDR', header), chunk('IDAT', deflateSync(Buffer.from(rows.flat()))), chunk('IEND', [])]);
}

it('keeps the pixels of an image of few colours, whatever filter its rows have', () => {
  const rows = [
    [0, 255, 0, 0, 0, 255, 0, 0, 0, 255],
    [1, 255, 0, 0, 1, 255, 0, 0, 1, 255],
    [2, 0, 0, 0, 0, 0, 0, 0, 0, 0],
    [4, 0, 0, 0, 0, 0, 0, 0, 0, 0],
  ];
  const shrunk = shrinkPng(image(...rows));
  const at = (name: string): number => shrunk.indexOf(name) + 4;
  const palette = [0, 1, 2].map((colour) => shrunk.readUIntBE(at('PLTE') + 3 * colour, 3));
  const pixels = inflateSync(shrunk.subarray(at('IDAT')));
  const shown = [0, 1, 2, 3].map((row) => [1, 2, 3].map((x) => palette[pixels[row * 4 + x]!]));
  const colours = [0xff0000, 0x00ff00, 0x0000ff];
  expect(shown).toEqual([colours, colours, colours, colours]);
  expect(shrunk.subarray(0, 8)).toEqual(SIGNATURE);
});

it('refuses what is no 8-bit RGB', () => {
  const grey = Buffer.concat([SIGNATURE, chunk('IHDR', [0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]), chunk('IDAT', deflateSync(Buffer.from([0, 0]))), chunk('IEND', [])]);
  expect(() => shrinkPng(grey)).toThrow('got a PNG of colour type 0 and 8 bits, expected 8-bit RGB');
});
