/** SHA-256 of a text's UTF-8 bytes, in base64: what a content security policy names a script by. Synchronous, unlike the platform's own. */
export function sha256Base64(text: string): string {
  const words = padded(new TextEncoder().encode(text));
  const primes = Array.from({ length: 312 }, (_, i) => i).filter((number) => number > 1 && isPrime(number));
  const state = Int32Array.from(primes.slice(0, 8), (prime) => fraction(Math.sqrt(prime)));
  const round = Int32Array.from(primes, (prime) => fraction(Math.cbrt(prime)));
  const schedule = new Int32Array(64);
  for (let block = 0; block < words.length; block += 16) compress(state, round, schedule, words.subarray(block, block + 16));
  const digest = new DataView(new ArrayBuffer(32));
  state.forEach((word, i) => digest.setInt32(i * 4, word));
  return btoa(String.fromCharCode(...new Uint8Array(digest.buffer)));
}

function isPrime(number: number): boolean {
  for (let factor = 2; factor * factor <= number; factor++) if (number % factor === 0) return false;
  return true;
}

/** First 32 bits behind the point. */
function fraction(number: number): number {
  return ((number - Math.floor(number)) * 2 ** 32) | 0;
}

/** The bytes with a closing bit and their length in bits, as big-endian words in blocks of sixteen. */
function padded(bytes: Uint8Array): Int32Array {
  const words = new Int32Array(Math.ceil((bytes.length + 9) / 64) * 16);
  bytes.forEach((byte, i) => (words[i >> 2]! |= byte << (24 - 8 * (i & 3))));
  words[bytes.length >> 2]! |= 0x80 << (24 - 8 * (bytes.length & 3));
  words[words.length - 2] = Math.floor(bytes.length / 2 ** 29);
  words[words.length - 1] = bytes.length << 3;
  return words;
}

function compress(state: Int32Array, round: Int32Array, w: Int32Array, block: Int32Array): void {
  w.set(block);
  for (let i = 16; i < 64; i++) {
    const s0 = turn(w[i - 15]!, 7) ^ turn(w[i - 15]!, 18) ^ (w[i - 15]! >>> 3);
    const s1 = turn(w[i - 2]!, 17) ^ turn(w[i - 2]!, 19) ^ (w[i - 2]! >>> 10);
    w[i] = w[i - 16]! + s0 + w[i - 7]! + s1;
  }
  let [a, b, c, d, e, f, g, h] = state as unknown as [number, number, number, number, number, number, number, number];
  for (let i = 0; i < 64; i++) {
    const one = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + round[i]! + w[i]!) | 0;
    const two = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
  }
  [a, b, c, d, e, f, g, h].forEach((value, i) => (state[i] = state[i]! + value));
}

function turn(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by));
}
