import { crc32, deflateSync, inflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');
const COLOURS = 256;
const BYTES = 3;
/** Colour type of an image of red, green and blue, and of one that names colours by number. */
const RGB = 2;
const INDEXED = 3;

/** Makes a screenshot about a third as large: its 256 commonest colours stay, every other becomes the nearest of them. Takes 8-bit RGB images as browsers write them. */
export function shrinkPng(png: Buffer): Buffer {
  const { width, height, pixels } = readPixels(png);
  const palette = commonest(pixels);
  const nearest = new Map<number, number>();
  const rows = Buffer.alloc(height * (width + 1));
  for (let at = 0, row = 0; row < height; row++) {
    for (let x = 1; x <= width; x++, at += BYTES) {
      const colour = pixels.readUIntBE(at, BYTES);
      if (!nearest.has(colour)) nearest.set(colour, nearestOf(palette, colour));
      rows[row * (width + 1) + x] = nearest.get(colour)!;
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, INDEXED], 8);
  const colours = Buffer.alloc(palette.length * BYTES);
  palette.forEach((colour, i) => colours.writeUIntBE(colour, i * BYTES, BYTES));
  return Buffer.concat([SIGNATURE, chunk('IHDR', header), chunk('PLTE', colours), chunk('IDAT', deflateSync(rows, { level: 9 })), chunk('IEND', Buffer.alloc(0))]);
}

function readPixels(png: Buffer): { width: number; height: number; pixels: Buffer } {
  const parts = new Map<string, Buffer[]>();
  for (let at = SIGNATURE.length; at < png.length; ) {
    const length = png.readUInt32BE(at);
    const name = png.toString('latin1', at + 4, at + 8);
    parts.set(name, [...(parts.get(name) ?? []), png.subarray(at + 8, at + 8 + length)]);
    at += 12 + length;
  }
  const header = parts.get('IHDR')![0]!;
  if (header[8] !== 8 || header[9] !== RGB) throw new Error(`got a PNG of colour type ${header[9]} and ${header[8]} bits, expected 8-bit RGB`);
  const width = header.readUInt32BE(0);
  const height = header.readUInt32BE(4);
  return { width, height, pixels: unfilter(inflateSync(Buffer.concat(parts.get('IDAT')!)), width * BYTES, height) };
}

/** Undoes the prediction of each byte from those to the left of it, above it, and both. */
function unfilter(rows: Buffer, stride: number, height: number): Buffer {
  const pixels = Buffer.alloc(height * stride);
  for (let row = 0; row < height; row++) {
    const filter = rows[row * (stride + 1)]!;
    for (let x = 0; x < stride; x++) {
      const at = row * stride + x;
      const left = x >= BYTES ? pixels[at - BYTES]! : 0;
      const above = row > 0 ? pixels[at - stride]! : 0;
      const corner = x >= BYTES && row > 0 ? pixels[at - stride - BYTES]! : 0;
      pixels[at] = rows[row * (stride + 1) + 1 + x]! + predict(filter, left, above, corner);
    }
  }
  return pixels;
}

function predict(filter: number, left: number, above: number, corner: number): number {
  if (filter < 3) return [0, left, above][filter]!;
  if (filter === 3) return (left + above) >> 1;
  const guess = left + above - corner;
  const [toLeft, toAbove, toCorner] = [Math.abs(guess - left), Math.abs(guess - above), Math.abs(guess - corner)];
  return toLeft <= toAbove && toLeft <= toCorner ? left : toAbove <= toCorner ? above : corner;
}

function commonest(pixels: Buffer): number[] {
  const counts = new Map<number, number>();
  for (let at = 0; at < pixels.length; at += BYTES) {
    const colour = pixels.readUIntBE(at, BYTES);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, COLOURS).map(([colour]) => colour);
}

function nearestOf(palette: readonly number[], colour: number): number {
  let best = 0;
  let least = Infinity;
  palette.forEach((other, i) => {
    const distance = [16, 8, 0].reduce((sum, shift) => sum + (((colour >> shift) & 255) - ((other >> shift) & 255)) ** 2, 0);
    if (distance < least) [best, least] = [i, distance];
  });
  return best;
}

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}
