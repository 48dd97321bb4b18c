import { countOf, type Lists } from './lists.js';

/** A trie over the phrases, by words. Nodes are numbers; the words that begin a phrase have nodes of their own, other edges are hashed. */
export interface Trie {
  /** Node of each word as a first word, or -1. */
  readonly roots: Int32Array;
  /** Edges by open addressing: (from, word) to node; `edgeFrom` is -1 in empty slots. */
  readonly edgeFrom: Int32Array;
  readonly edgeWord: Int32Array;
  readonly edgeTo: Int32Array;
  /** 1 where a longer phrase goes on from the node. */
  readonly hasEdges: Uint8Array;
  /** First phrase that ends at the node, or -1; others of the same words in other case follow by nextPhrase. */
  readonly phraseAt: Int32Array;
  readonly nextPhrase: Int32Array;
}

/** First slot of an edge. */
export function edgeSlot(from: number, word: number, size: number): number {
  const mixed = Math.imul(from, 0x9e3779b1) ^ Math.imul(word, 0x85ebca6b);
  return (mixed ^ (mixed >>> 15)) & (size - 1);
}

/** Node that the edge `word` leads to from `node`, or -1. */
export function findEdge({ edgeFrom, edgeWord, edgeTo }: Trie, node: number, word: number): number {
  const size = edgeFrom.length;
  let slot = edgeSlot(node, word, size);
  for (;;) {
    const from = edgeFrom[slot]!;
    if (from < 0) return -1;
    if (from === node && edgeWord[slot] === word) return edgeTo[slot]!;
    slot = (slot + 1) & (size - 1);
  }
}

/** Slots of a hash table for so many rows: a power of two, at most half full. */
export function tableSize(count: number): number {
  let size = 16;
  while (size < count * 2) size *= 2;
  return size;
}

/** Builds the trie of phrases given as word numbers below `words`. */
export function buildTrie(words: number, { start, values }: Lists): Trie {
  const phrases = countOf({ start, values });
  let edges = 0;
  for (let phrase = 0; phrase < phrases; phrase++) edges += Math.max(0, start[phrase + 1]! - start[phrase]! - 1);
  const size = tableSize(edges);
  const roots = new Int32Array(words).fill(-1);
  const edgeFrom = new Int32Array(size).fill(-1);
  const edgeWord = new Int32Array(size);
  const edgeTo = new Int32Array(size);
  const hasEdges = new Uint8Array(values.length + 1);
  const phraseAt = new Int32Array(values.length + 1).fill(-1);
  const nextPhrase = new Int32Array(phrases).fill(-1);
  let nodes = 0;
  for (let phrase = 0; phrase < phrases; phrase++) {
    const first = start[phrase]!;
    const end = start[phrase + 1]!;
    if (first === end) continue;
    let node = roots[values[first]!]!;
    if (node < 0) node = roots[values[first]!] = nodes++;
    for (let at = first + 1; at < end; at++) {
      const word = values[at]!;
      let slot = edgeSlot(node, word, size);
      while (edgeFrom[slot]! >= 0 && !(edgeFrom[slot] === node && edgeWord[slot] === word)) slot = (slot + 1) & (size - 1);
      if (edgeFrom[slot]! < 0) {
        edgeFrom[slot] = node;
        edgeWord[slot] = word;
        edgeTo[slot] = nodes++;
        hasEdges[node] = 1;
      }
      node = edgeTo[slot]!;
    }
    nextPhrase[phrase] = phraseAt[node]!;
    phraseAt[node] = phrase;
  }
  return { roots, edgeFrom, edgeWord, edgeTo, hasEdges, phraseAt, nextPhrase };
}
