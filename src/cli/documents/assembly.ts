/** An output put together from parts of its input and from new text. */
export interface Assembly {
  /** Takes over bytes of the input; what follows on the last part is joined to it. */
  keep(from: number, to: number): void;
  /** Adds new text. */
  put(text: string): void;
  /** The whole, in a buffer of its own. */
  bytes(): Uint8Array;
}

export function makeAssembly(input: Buffer): Assembly {
  const parts: Uint8Array[] = [];
  let start = 0;
  let end = 0;
  let text = '';
  const flush = (): void => {
    if (end > start) parts.push(input.subarray(start, end));
    if (text !== '') parts.push(Buffer.from(text, 'utf8'));
    start = end = 0;
    text = '';
  };
  return {
    keep: (from, to) => {
      if (text !== '' || from !== end) flush();
      if (start === end) start = from;
      end = to;
    },
    put: (more) => void (text += more),
    bytes: () => {
      flush();
      return joined(parts);
    },
  };
}

/** One array of bytes that shares its memory with nobody, so that it can be handed to another thread. */
export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { byteLength }) => sum + byteLength, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.byteLength;
  }
  return whole;
}
