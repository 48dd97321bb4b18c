/** Counts of n-grams under exact numeric keys (below 2^53): an open-addressing table that holds many millions, where a Map would not. */
export class NgramCounts {
  private keys: Float64Array;
  private counts: Uint32Array;
  size = 0;

  constructor(bits: number) {
    this.keys = new Float64Array(2 ** bits);
    this.counts = new Uint32Array(2 ** bits);
  }

  /** Counts one more occurrence of `key` (above 0). */
  add(key: number, count = 1): void {
    const mask = this.keys.length - 1;
    let slot = slotFor(key) & mask;
    while (this.keys[slot] !== 0 && this.keys[slot] !== key) slot = (slot + 1) & mask;
    if (this.keys[slot] === 0) {
      this.keys[slot] = key;
      if (++this.size > mask * 0.7) return this.grow(key, count);
    }
    this.counts[slot]! += count;
  }

  /** Visits all keys in ascending order, so that what is built from them does not depend on the order of counting. */
  forEach(visit: (key: number, count: number) => void): void {
    const order = this.keys.filter((key) => key > 0).sort();
    const mask = this.keys.length - 1;
    for (const key of order) {
      let slot = slotFor(key) & mask;
      while (this.keys[slot] !== key) slot = (slot + 1) & mask;
      visit(key, this.counts[slot]!);
    }
  }

  private grow(key: number, count: number): void {
    const { keys, counts } = this;
    this.keys = new Float64Array(keys.length * 2);
    this.counts = new Uint32Array(keys.length * 2);
    this.size = 0;
    keys.forEach((other, slot) => {
      if (other > 0 && other !== key) this.add(other, counts[slot]!);
    });
    this.add(key, count);
  }
}

function slotFor(key: number): number {
  const high = Math.floor(key / 4294967296);
  let hash = Math.imul((key >>> 0) ^ Math.imul(high, 0x85ebca6b), 0x9e3779b1);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  return hash ^ (hash >>> 13);
}
