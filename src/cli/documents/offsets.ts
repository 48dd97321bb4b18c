/** What offsets count: UTF-16 code units (JavaScript, Java), Unicode code points (Python, Dolma) or bytes of UTF-8 (Rust, Go, C). */
export const OFFSET_UNITS = ['utf16', 'codepoints', 'utf8'] as const;
export type OffsetUnit = (typeof OFFSET_UNITS)[number];

/** Converts UTF-16 offsets of a text; fast where they are asked for in ascending order. A lone surrogate counts as one code point, three bytes. */
export function offsetConverter(text: string, unit: OffsetUnit): (at: number) => number {
  if (unit === 'utf16') return (at) => at;
  const width = unit === 'codepoints' ? codePoints : bytes;
  let seen = 0;
  let counted = 0;
  return (at) => {
    if (at < seen) seen = counted = 0;
    counted += width(text, seen, at);
    seen = at;
    return counted;
  };
}

function codePoints(text: string, from: number, to: number): number {
  let count = to - from;
  for (let i = from; i + 1 < to; i++) {
    if (isPair(text, i)) {
      count--;
      i++;
    }
  }
  return count;
}

function bytes(text: string, from: number, to: number): number {
  let count = 0;
  for (let i = from; i < to; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) count++;
    else if (unit < 0x800) count += 2;
    else if (i + 1 < to && isPair(text, i)) {
      count += 4;
      i++;
    } else count += 3;
  }
  return count;
}

function isPair(text: string, at: number): boolean {
  return (text.charCodeAt(at) & 0xfc00) === 0xd800 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00;
}
