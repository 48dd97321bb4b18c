/**
 * Measures the library. Without arguments: on the articles of corpus/.
 *
 *     npm run evaluate -- [--mode balanced|certain|suggest] [--errors]
 *     npm run evaluate -- FILE.jsonl…             marked sentences ("marked", "page") or traps ("text")
 *     npm run evaluate -- --leave-one-out         each spun article without what was read from it alone
 *     npm run evaluate -- --simulate FOLDER…      spun with a list drawn from the dictionary; --ladder: each idea switched off
 *     npm run evaluate -- --clean FOLDER…         false alarms on clean text
 *     npm run evaluate -- --verdict FOLDER…       spun from clean openings of 50 to 500 words
 *     npm run evaluate -- --calibration FOLDER…   stated against true probability of edits
 *     npm run evaluate -- --siblings FOLDER…      two spins of each article, one restored with the help of the other
 *     npm run evaluate -- --coverage PAGES.jsonl  share of the swaps on pages set aside that the dictionary holds
 *
 * Options of the modes that simulate: --documents 300, --seed 1, and what the decoder is shown: --share 0.7 of the spinner's pairs, or
 * --share all, the whole dictionary. Default: exactly its pairs with --simulate, the whole dictionary with --verdict and --calibration.
 */
import { parseArgs } from 'node:util';
import { MODES } from '../src/options.js';
import type { Mode } from '../src/types.js';
import { reportCalibration } from './evaluate/calibration.js';
import { reportClean } from './evaluate/clean.js';
import { reportCorpus } from './evaluate/corpus.js';
import { reportCoverage } from './evaluate/coverage.js';
import { reportLeaveOneOut } from './evaluate/leave-one-out.js';
import type { Evaluation, Request } from './evaluate/request.js';
import { reportRows } from './evaluate/rows.js';
import { reportSiblings } from './evaluate/siblings.js';
import { reportSimulation } from './evaluate/simulation.js';
import { reportVerdict } from './evaluate/verdict.js';

/** A mode, whether it wants paths, and its defaults where they are its own. */
interface Dispatch {
  readonly run: Evaluation;
  readonly paths: boolean;
  readonly documents?: number;
  readonly share?: 'all';
}

const DISPATCH: Readonly<Record<string, Dispatch>> = {
  'leave-one-out': { run: reportLeaveOneOut, paths: false },
  simulate: { run: reportSimulation, paths: true },
  clean: { run: reportClean, paths: true, documents: Infinity },
  verdict: { run: reportVerdict, paths: true, documents: 1500, share: 'all' },
  calibration: { run: reportCalibration, paths: true, share: 'all' },
  siblings: { run: reportSiblings, paths: true, documents: 60 },
  coverage: { run: reportCoverage, paths: true },
};

const flag = { type: 'boolean', default: false } as const;
const text = { type: 'string' } as const;

console.log(command(process.argv.slice(2))());

/** The evaluation that the arguments ask for; wrong usage ends the process. */
function command(args: string[]): () => string {
  try {
    return read(args);
  } catch (error) {
    console.error(`${(error as Error).message}\nsee the head of tools/evaluate.ts`);
    process.exit(2);
  }
}

function read(args: string[]): () => string {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      mode: { ...text, default: 'balanced' }, errors: flag, ladder: flag, seed: { ...text, default: '1' }, share: text, documents: text,
      'leave-one-out': flag, simulate: flag, clean: flag, verdict: flag, calibration: flag, coverage: flag, siblings: flag,
    },
  });
  const asked = Object.keys(DISPATCH).filter((name) => values[name as keyof typeof values] === true);
  if (asked.length > 1) throw new TypeError(`got --${asked.join(' and --')}, expected one of them`);
  const given = positionals.length > 0;
  const { run, paths, ...defaults } = DISPATCH[asked[0] ?? ''] ?? { run: given ? reportRows : reportCorpus, paths: given };
  if (paths && !given) throw new TypeError(`got --${asked[0]} without a path, expected folders or files after it`);
  if (given && !paths) throw new TypeError(`got ${positionals[0]}, expected no path with --${asked[0]}`);
  const request: Request = {
    paths: positionals, mode: modeOf(values.mode), errors: values.errors, ladder: values.ladder, seed: values.seed,
    share: values.share === undefined ? defaults.share ?? 1 : shareOf(values.share),
    documents: values.documents === undefined ? defaults.documents ?? 300 : documentsOf(values.documents),
  };
  return () => run(request);
}

function modeOf(value: string): Mode {
  if (Object.hasOwn(MODES, value)) return value as Mode;
  throw new TypeError(`got --mode ${value}, expected ${Object.keys(MODES).join(', ')}`);
}

function shareOf(value: string): number | 'all' {
  const number = Number(value);
  if (value === 'all' || (number > 0 && number <= 1)) return value === 'all' ? value : number;
  throw new TypeError(`got --share ${value}, expected a number above 0 and up to 1, or "all"`);
}

function documentsOf(value: string): number {
  const number = Number(value);
  if (Number.isInteger(number) && number > 0) return number;
  throw new TypeError(`got --documents ${value}, expected a whole number above 0`);
}
