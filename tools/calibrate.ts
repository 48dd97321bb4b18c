/**
 * Fits what turns scores into probabilities, on simulated and clean text of the folders given (outlets that the context model has not seen, and
 * that no evaluation uses), and writes src/calibrated.ts.
 *
 *     npm run calibrate -- FOLDER… [--documents 400]
 *
 * Verdict: logistic regression on the first 50, 100, 200 and 500 words of clean documents and of the same documents spun with a list that
 * lacks four of ten heads (no dictionary knows all of a spinner's), weighted as if one text in fifty were spun. Edits: isotonic
 * regression (pool adjacent violators) of being right on the decoder's posterior, the decoder being shown seven in ten of the spinner's pairs.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { model } from '#lazy-model';
import { readModel } from '../src/decode/context-model.js';
import { WEIGHTS, decode } from '../src/decode/decode.js';
import { builtinTables } from '../src/dictionary/dictionary.js';
import { buildLexicon } from '../src/dictionary/lexicon.js';
import { displacementWeights } from '../src/evidence/displacement.js';
import { judge } from '../src/evidence/verdict.js';
import { tokenize } from '../src/text/tokenize.js';
import { ROOT } from './dictionary-files.js';
import { random } from './random.js';
import { readFolders } from './read-folders.js';
import { score } from './score.js';
import { drawTable, lexiconOfTable, spin, type SpinnerTable } from './simulate.js';

const PRIOR = 0.02;
const LENGTHS = [50, 100, 200, 500];
const RIDGE = 1e-4;
const LISTS = 8;
const UNKNOWN_HEADS = 0.4;
/** Heads that are replaced this surely (function words, reporting verbs) are on every list: without any of them a text is not this spinner's. */
const SURE = 0.95;
/** Share of a spinner's pairs that the decoder is shown while its posteriors are judged. */
const SHOWN = 0.7;

const { values, positionals } = parseArgs({ options: { documents: { type: 'string', default: '400' } }, allowPositionals: true });
if (positionals.length === 0) {
  console.error('usage: npm run calibrate -- FOLDER… [--documents 400]');
  process.exit(2);
}
const lexicon = buildLexicon(builtinTables());
const family = lexicon.families.indexOf('synonym-spin');
const families = displacementWeights(lexicon);
const seen = new Uint16Array(lexicon.phraseCount);
const context = readModel(model().bytes);
const lists = Array.from({ length: LISTS }, (_, i) => drawTable(lexicon, family, `calibrate ${i}`));
const pick = random('calibrate');
const all = [...readFolders(positionals)];
const share = Number(values.documents) / all.length;
const documents = all.filter(() => pick() < share);

const verdict = fitVerdict();
const knots = fitKnots();
writeFileSync(join(ROOT, 'src', 'calibrated.ts'), `// Written by "npm run calibrate"; never edited by hand. See tools/calibrate.ts for what it was fitted on.

/** Coefficients of the verdict: logit = constant + slope · score. */
export const VERDICT: { readonly constant: number; readonly slope: number } = ${JSON.stringify(verdict)};

/** Knots of the isotonic fit from decoder posterior to probability of being right. */
export const KNOTS: readonly (readonly [posterior: number, probability: number])[] = [
${knots.map(([x, y]) => `  [${x}, ${y}],\n`).join('')}];
`);
console.log(documents.length, 'documents;', JSON.stringify(verdict), JSON.stringify(knots));

function scoreOf(text: string): number {
  return judge(tokenize(text), lexicon, families, seen).verdict.score;
}

function thin(table: SpinnerTable, seed: string): SpinnerTable {
  const next = random(seed);
  return { variants: new Map([...table.variants].filter(([head]) => next() >= UNKNOWN_HEADS || lexicon.replaced[head]! >= SURE)) };
}

/**
 * The length is no part of it: on long texts the two kinds lie so far apart that any boundary between them fits, and a length term would put it where odd clean
 * texts (recipes, statutes) begin.
 */
function fitVerdict(): { constant: number; slope: number } {
  const rows: { x: number[]; y: number; weight: number }[] = [];
  documents.forEach(({ id, text }, i) => {
    const words = text.split(' ');
    for (const length of LENGTHS.filter((wanted) => wanted <= words.length)) {
      const cut = words.slice(0, length).join(' ');
      const spun = spin(cut, lexicon, thin(lists[i % LISTS]!, id), id).text;
      rows.push({ x: [1, scoreOf(cut)], y: 0, weight: 1 - PRIOR }, { x: [1, scoreOf(spun)], y: 1, weight: PRIOR });
    }
  });
  const [constant, slope] = logistic(rows);
  return { constant: round(constant!), slope: round(slope!) };
}

/** Weighted logistic regression by Newton's method, with a ridge against perfect separation. */
function logistic(rows: readonly { x: number[]; y: number; weight: number }[]): number[] {
  const beta = rows[0]!.x.map(() => 0);
  for (let turn = 0; turn < 60; turn++) {
    const gradient = beta.map((b) => -RIDGE * rows.length * b);
    const hessian = beta.map((_, i) => beta.map((__, j) => (i === j ? RIDGE * rows.length : 0)));
    for (const { x, y, weight } of rows) {
      const p = 1 / (1 + Math.exp(-x.reduce((sum, value, i) => sum + value * beta[i]!, 0)));
      x.forEach((value, i) => {
        gradient[i]! += weight * (y - p) * value;
        x.forEach((other, j) => (hessian[i]![j]! += weight * p * (1 - p) * value * other));
      });
    }
    solve(hessian, gradient).forEach((step, i) => (beta[i]! += Math.max(-1, Math.min(1, step))));
  }
  return beta;
}

/** Solves a small linear system by elimination. */
function solve(matrix: number[][], right: number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i]!]);
  for (let i = 0; i < rows.length; i++) {
    for (let j = 0; j < rows.length; j++) {
      if (j === i) continue;
      const factor = rows[j]![i]! / rows[i]![i]!;
      for (let k = i; k <= rows.length; k++) rows[j]![k]! -= factor * rows[i]![k]!;
    }
  }
  return rows.map((row, i) => row[rows.length]! / row[i]!);
}

function fitKnots(): [number, number][] {
  const points: { x: number; right: number }[] = [];
  const shown = lists.map((list, i) => lexiconOfTable(builtinTables(), family, list, SHOWN, `shown ${i}`));
  const weights = shown.map((known) => displacementWeights(known));
  documents.forEach(({ id, text }, i) => {
    const known = shown[i % LISTS]!;
    const gold = spin(text.slice(0, 4000), lexicon, lists[i % LISTS]!, id);
    const tokens = tokenize(gold.text);
    const evidence = judge(tokens, known, weights[i % LISTS]!, seen);
    if (evidence.family !== family) return;
    // The decoder's probabilities run through the present knots; what is fitted here is the posterior before them.
    const edits = decode(tokens, known, context, evidence, WEIGHTS, (posterior) => posterior);
    for (const group of score(gold, edits).groups) {
      for (const edit of group.edits) if (edit.type !== 'markup') points.push({ x: edit.probability! / evidence.verdict.probability, right: group.outcome === 'right' ? 1 : 0 });
    }
  });
  return isotonic(points);
}

/** Pool adjacent violators over bins of equal size; knots at the bins' mean posteriors. */
function isotonic(points: { x: number; right: number }[]): [number, number][] {
  points.sort((a, b) => a.x - b.x);
  const size = Math.max(50, Math.ceil(points.length / 60));
  const blocks: { x: number; y: number; n: number }[] = [];
  for (let from = 0; from < points.length; from += size) {
    const bin = points.slice(from, from + size);
    blocks.push({ x: mean(bin.map(({ x }) => x)), y: mean(bin.map(({ right }) => right)), n: bin.length });
    while (blocks.length > 1 && blocks.at(-1)!.y <= blocks.at(-2)!.y) {
      const last = blocks.pop()!;
      const before = blocks.pop()!;
      const n = last.n + before.n;
      blocks.push({ x: (last.x * last.n + before.x * before.n) / n, y: (last.y * last.n + before.y * before.n) / n, n });
    }
  }
  // Posteriors crowd towards 1: knots that fall together there are one, the highest.
  const knots = new Map<number, number>([[0, round(blocks[0]!.y)]]);
  for (const { x, y } of blocks) knots.set(Math.min(0.999999, Number(x.toFixed(6))), round(y));
  knots.set(1, round(blocks.at(-1)!.y));
  return [...knots];
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
}

function round(value: number): number {
  return Number(value.toPrecision(4));
}
