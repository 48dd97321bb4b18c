/**
 * Builds the context model and the table of phrase counts from folders of gzipped JSONL.
 *
 *     npm run build:model -- FOLDER… [--max-megabytes 3]
 *
 * Interpolated absolute discounting (Ney, Essen and Kneser 1994) over trigrams, then pruned to the size asked for by weighted
 * difference (Seymore and Rosenfeld 1996): the n-grams that change the probabilities least, counted by how often they stand, go first.
 * Words seen fewer than five times, and n-grams seen fewer than twice, leave no trace in it. Same input, same bytes.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { BOUNDARY, BUCKET, HEADER_WORDS, LOG_STEP, MODEL_FORMAT, NUMBER_TOKEN, PAUSE_TOKEN, bigramKey, bucketOf, fingerprintOf, trigramKey, unigramKey } from '../src/decode/context-model.js';
import { toBase64 } from '../src/dictionary/bytes.js';
import { compile } from '../src/dictionary/compile.js';
import { buildLexicon } from '../src/dictionary/lexicon.js';
import { findMatches } from '../src/match/find.js';
import { modelGap, modelHash } from '../src/decode/model-tokens.js';
import { hashWord, tokenize } from '../src/text/tokenize.js';
import { COUNTS_FILE, DICTIONARIES, readAllEntries } from './dictionary-files.js';
import { NgramCounts } from './ngram-counts.js';
import { readFolders } from './read-folders.js';

const LEAST_WORD = 5;
const LEAST_NGRAM = 2;
const MOST_WORDS = 60_000;
const DISCOUNT = 0.75;
/** Bytes of a row's share of the bucket sizes. */
const BUCKET_SHARE = 1 / BUCKET;
/** Weight in pruning of an n-gram that no decision of the decoder can touch, as none of its words is a head or a variant. */
const IDLE = 0.1;

const { values, positionals } = parseArgs({ options: { 'max-megabytes': { type: 'string', default: '3' } }, allowPositionals: true });
if (positionals.length === 0) {
  console.error('usage: npm run build:model -- FOLDER… [--max-megabytes 3]; expected folders of gzipped JSONL with a "text" field');
  process.exit(2);
}

const lexicon = buildLexicon(compile(readAllEntries()));
const phraseCounts = new Float64Array(lexicon.phraseCount);
const wordCounts = new Map<number, number>([[BOUNDARY, 1e9], [PAUSE_TOKEN, 1e9], [NUMBER_TOKEN, 1e9]]);
let words = 0;
let documents = 0;
for (const { text } of readFolders(positionals)) {
  const tokens = tokenize(text);
  documents++;
  words += tokens.count;
  for (let i = 0; i < tokens.count; i++) {
    const hash = modelHash(tokens, i);
    wordCounts.set(hash, (wordCounts.get(hash) ?? 0) + 1);
  }
  for (const match of findMatches(tokens, lexicon, 0, tokens.count)) phraseCounts[match.phrase]!++;
}
console.log(`${documents} documents, ${words} words`);

const known = [...wordCounts].filter(([, count]) => count >= LEAST_WORD).sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, MOST_WORDS);
const idOf = new Map(known.map(([hash], i) => [hash, i + 1]));
const hashOf = [0, ...known.map(([hash]) => hash)];
const boundary = idOf.get(BOUNDARY)!;
const size = known.length + 1;

const unigrams = new Float64Array(size);
const bigrams = new NgramCounts(24);
const trigrams = new NgramCounts(26);
for (const { text } of readFolders(positionals)) {
  const tokens = tokenize(text);
  let before2 = boundary;
  let before1 = boundary;
  const add = (id: number): void => {
    unigrams[id]!++;
    if (before1 > 0 && id > 0) bigrams.add(before1 * size + id);
    if (before2 > 0 && before1 > 0 && id > 0) trigrams.add((before2 * size + before1) * size + id);
    before2 = before1;
    before1 = id;
  };
  for (let i = 0; i < tokens.count; i++) {
    const gap = modelGap(tokens, i);
    if (gap === BOUNDARY) {
      if (i > 0) add(boundary);
      before2 = boundary;
      before1 = boundary;
    } else if (gap !== 0) add(idOf.get(gap)!);
    add(idOf.get(modelHash(tokens, i)) ?? 0);
  }
}
console.log(`${size} words, ${bigrams.size} bigrams, ${trigrams.size} trigrams before pruning`);
writeCounts();
writeModel();

function writeCounts(): void {
  const rows = [...phraseCounts].map((count, phrase) => [lexicon.textOf(phrase), count] as const).filter(([, count]) => count > 0);
  rows.sort(([a], [b]) => (a < b ? -1 : 1));
  const head = '# How often the phrases of the dictionary stand in clean news. Written by "npm run build:model".\n';
  writeFileSync(COUNTS_FILE, `${head}# words\t${words}\n${rows.map(([phrase, count]) => `${phrase}\t${count}\n`).join('')}`);
}

interface Gram {
  readonly context: number;
  readonly word: number;
  readonly count: number;
  /** P(word | context), smoothed. */
  p: number;
  /** What pruning it would cost: count times the change of the log probability. */
  cost: number;
}

function writeModel(): void {
  const total = unigrams.reduce((sum, count) => sum + count, 0);
  const unigramP = Float64Array.from(unigrams, (count) => Math.max(count, 0.5) / total);
  const lower = (word: number): number => unigramP[word]!;
  const unigramTotals = contextTotals(bigrams, size);
  const bigramGrams = smooth(gramsOf(bigrams, size), unigramTotals, lower);
  const bigramP = new Map(bigramGrams.map((gram) => [gram.context * size + gram.word, gram.p]));
  const bigramProbability = (before: number, word: number): number => {
    const [total, kinds] = unigramTotals.get(before) ?? [1, 1];
    return bigramP.get(before * size + word) ?? ((DISCOUNT * kinds) / total) * unigramP[word]!;
  };
  const trigramGrams = smooth(gramsOf(trigrams, size), contextTotals(trigrams, size), (word, context) => bigramProbability(context % size, word));

  const budget = Number(values['max-megabytes']) * 1e6 - HEADER_WORDS * 4 - Math.ceil(size * (4 + BUCKET_SHARE));
  const idle = idleIds();
  const isIdle = (gram: Gram): boolean => idle[gram.word] === 1 && idle[gram.context % size] === 1 && (gram.context < size || idle[Math.floor(gram.context / size)] === 1);
  for (const gram of [bigramGrams, trigramGrams].flat()) if (isIdle(gram)) gram.cost *= IDLE;
  const cost = (gram: Gram, bytes: number): number => gram.cost / bytes;
  const ranked = [...bigramGrams.map((gram) => ({ gram, bytes: 4, order: 2 })), ...trigramGrams.map((gram) => ({ gram, bytes: 3, order: 3 }))];
  ranked.sort((a, b) => cost(b.gram, b.bytes) - cost(a.gram, a.bytes) || a.order - b.order || a.gram.context - b.gram.context || a.gram.word - b.gram.word);
  const keptBigrams: Gram[] = [];
  const keptTrigrams: Gram[] = [];
  let spent = 0;
  for (const { gram, bytes, order } of ranked) {
    if (spent + bytes + BUCKET_SHARE > budget) break;
    spent += bytes + BUCKET_SHARE;
    (order === 2 ? keptBigrams : keptTrigrams).push(gram);
  }
  const unigramWeights = backoffs(keptBigrams, (_context, word) => unigramP[word]!);
  const keptP = new Map(keptBigrams.map((gram) => [gram.context * size + gram.word, gram.p]));
  const bigramWeights = backoffs(keptTrigrams, (context, word) => {
    const before = context % size;
    return keptP.get(before * size + word) ?? (unigramWeights.get(before) ?? 1) * unigramP[word]!;
  });

  const unigramTable = packTable(hashOf.slice(1).map((hash, i) => ({ key: unigramKey(hash), p: unigramP[i + 1]!, weight: unigramWeights.get(i + 1) ?? 1 })), true);
  const bigramTable = packTable(keptBigrams.map(({ context, word, p }) => ({
    key: bigramKey(hashOf[context]!, hashOf[word]!), p, weight: bigramWeights.get(context * size + word) ?? 1,
  })), true);
  const trigramTable = packTable(keptTrigrams.map(({ context, word, p }) => ({
    key: trigramKey(bigramKey(hashOf[Math.floor(context / size)]!, hashOf[context % size]!), hashOf[word]!), p, weight: 1,
  })), false);
  const tables = [unigramTable, bigramTable, trigramTable];
  const header = new Uint8Array(HEADER_WORDS * 4);
  const view = new DataView(header.buffer);
  [MODEL_FORMAT, ...tables.flatMap(({ rows, buckets }) => [rows, buckets]), quantise(0.3 / total)].forEach((value, i) => view.setUint32(i * 4, value, true));
  const parts = [header, ...tables.map(({ prints }) => prints), ...tables.flatMap((table) => table.bytes)];
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  writeFileSync(join(DICTIONARIES, 'model', 'model.json'), `{"format":${MODEL_FORMAT},"bytes":"${toBase64(bytes)}"}\n`);
  console.log(`model: ${size} words, ${keptBigrams.length} bigrams, ${keptTrigrams.length} trigrams, ${bytes.length} bytes`);
}

function gramsOf(counts: NgramCounts, base: number): Gram[] {
  const grams: Gram[] = [];
  counts.forEach((key, count) => {
    if (count >= LEAST_NGRAM) grams.push({ context: Math.floor(key / base), word: key % base, count, p: 0, cost: 0 });
  });
  return grams;
}

/** Total count and number of successors per context, over all n-grams counted, pruned or not. */
function contextTotals(counts: NgramCounts, base: number): Map<number, [total: number, kinds: number]> {
  const totals = new Map<number, [number, number]>();
  counts.forEach((key, count) => {
    const context = Math.floor(key / base);
    const entry = totals.get(context);
    if (entry) {
      entry[0] += count;
      entry[1]++;
    } else totals.set(context, [count, 1]);
  });
  return totals;
}

/** Fills in p and cost of each n-gram; `lower` is the probability one order down. */
function smooth(grams: Gram[], totals: ReadonlyMap<number, readonly [number, number]>, lower: (word: number, context: number) => number): Gram[] {
  for (const gram of grams) {
    const [total, kinds] = totals.get(gram.context)!;
    const below = ((DISCOUNT * kinds) / total) * lower(gram.word, gram.context);
    gram.p = Math.min(0.999, (gram.count - DISCOUNT) / total + below);
    gram.cost = gram.count * Math.log(gram.p / Math.max(below, 1e-12));
  }
  return grams;
}

/** Words that are neither head nor variant by themselves: 1 per id. */
function idleIds(): Uint8Array {
  const open = new Set<number>();
  for (let phrase = 0; phrase < lexicon.phraseCount; phrase++) if (lexicon.lengths[phrase] === 1) open.add(hashWord(lexicon.wordsOf(phrase)[0]!));
  return Uint8Array.from(hashOf, (hash) => (open.has(hash) ? 0 : 1));
}

/** Back-off weights that make each context sum to one over the n-grams kept. */
function backoffs(kept: readonly Gram[], lower: (context: number, word: number) => number): Map<number, number> {
  const sums = new Map<number, [number, number]>();
  for (const { context, word, p } of kept) {
    const entry = sums.get(context) ?? [0, 0];
    entry[0] += p;
    entry[1] += lower(context, word);
    sums.set(context, entry);
  }
  return new Map([...sums].map(([context, [above, below]]) => [context, Math.max(0.001, Math.min(1, (1 - Math.min(above, 0.999)) / (1 - Math.min(below, 0.999))))]));
}

function quantise(p: number): number {
  return Math.max(0, Math.min(255, Math.round(-Math.log(p) * LOG_STEP)));
}

function packTable(rows: readonly { key: number; p: number; weight: number }[], weighted: boolean): { rows: number; buckets: number; prints: Uint8Array; bytes: Uint8Array[] } {
  const buckets = Math.max(1, Math.round(rows.length / BUCKET));
  const sorted = rows.map((row) => ({ ...row, bucket: bucketOf(row.key, buckets) }));
  sorted.sort((a, b) => a.bucket - b.bucket || fingerprintOf(a.key) - fingerprintOf(b.key) || b.p - a.p);
  const sizes = new Uint8Array(buckets);
  for (const { bucket } of sorted) sizes[bucket]!++;
  const prints = new Uint8Array(sorted.length * 2);
  sorted.forEach(({ key }, i) => {
    prints[i * 2] = fingerprintOf(key) & 255;
    prints[i * 2 + 1] = fingerprintOf(key) >> 8;
  });
  const logs = Uint8Array.from(sorted, ({ p }) => quantise(p));
  const weights = Uint8Array.from(sorted, ({ weight }) => quantise(weight));
  return { rows: sorted.length, buckets, prints, bytes: weighted ? [sizes, logs, weights] : [sizes, logs] };
}
