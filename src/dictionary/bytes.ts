/** Bytes as text and back, in Node and in browsers alike. */
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

const VALUES = new Uint8Array(128);
for (let i = 0; i < 64; i++) VALUES[ALPHABET.charCodeAt(i)] = i;

/** Decodes base64 (no line breaks; padding optional). */
export function fromBase64(text: string): Uint8Array {
  const native = (globalThis as { Buffer?: { from(text: string, encoding: string): Uint8Array } }).Buffer;
  return native ? native.from(text, 'base64') : decodeBase64(text);
}

/** The same without the platform's help. */
export function decodeBase64(text: string): Uint8Array {
  const values = VALUES;
  let length = text.length;
  while (length > 0 && text.charCodeAt(length - 1) === 61) length--;
  const bytes = new Uint8Array((length * 3) >> 2);
  for (let i = 0, at = 0; i < length; i += 4) {
    const group =
      (values[text.charCodeAt(i)]! << 18) | (values[text.charCodeAt(i + 1) & 127]! << 12) |
      (i + 2 < length ? values[text.charCodeAt(i + 2)]! << 6 : 0) | (i + 3 < length ? values[text.charCodeAt(i + 3)]! : 0);
    bytes[at++] = group >> 16;
    if (at < bytes.length) bytes[at++] = (group >> 8) & 255;
    if (at < bytes.length) bytes[at++] = group & 255;
  }
  return bytes;
}

/** Encodes bytes as base64. */
export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const group = (bytes[i]! << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    text += ALPHABET[group >> 18]! + ALPHABET[(group >> 12) & 63]!;
    text += (i + 1 < bytes.length ? ALPHABET[(group >> 6) & 63]! : '=') + (i + 2 < bytes.length ? ALPHABET[group & 63]! : '=');
  }
  return text;
}

/** Numbers below 64 as one printable digit each. */
export function encodeDigits(numbers: Uint8Array): string {
  return Array.from(numbers, (number) => ALPHABET[number]!).join('');
}

/** Reads what {@link encodeDigits} wrote. */
export function decodeDigits(text: string): Uint8Array {
  const numbers = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) numbers[i] = VALUES[text.charCodeAt(i)]!;
  return numbers;
}

/**
 * Writes numbers as printable digits of five bits, low ones first; a sixth bit says that another follows. Compresses better than base64 of bytes
 * would, because equal numbers stay equal letters.
 */
export class NumberWriter {
  private text = '';

  number(value: number): void {
    let rest = value;
    while (rest > 31) {
      this.text += ALPHABET[(rest & 31) | 32]!;
      rest >>>= 5;
    }
    this.text += ALPHABET[rest]!;
  }

  finish(): string {
    return this.text;
  }
}

/** Reads all that a {@link NumberWriter} wrote. One loop without calls: it runs once, at start-up, before anything is compiled. */
export function readNumbers(text: string): Int32Array {
  const values = VALUES;
  const numbers = new Int32Array(text.length);
  let count = 0;
  let value = 0;
  let shift = 0;
  for (let at = 0; at < text.length; at++) {
    const digit = values[text.charCodeAt(at)]!;
    value |= (digit & 31) << shift;
    shift += 5;
    if (digit < 32) {
      numbers[count++] = value;
      value = 0;
      shift = 0;
    }
  }
  return numbers.subarray(0, count);
}
