/**
 * Runs the tests on Spark, Dolma and datatrove. Needs Python 3.11 and Java 17 or later; sets up environments of its own in .venv/, which
 * are used again while the requirements stay as they are.
 *
 *     npm run test:engines
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildCli } from '../helpers/cli.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const HERE = join(ROOT, 'tests', 'engines');
const MINUTES = 60_000;

interface Environment {
  /** Folder in .venv/. */
  readonly name: string;
  readonly requirements: string;
  readonly tests: readonly string[];
}

const ENVIRONMENTS: readonly Environment[] = [
  { name: 'engines', requirements: 'requirements.txt', tests: ['test_process.py', 'test_datatrove.py', 'test_spark.py'] },
  { name: 'dolma', requirements: 'requirements-dolma.txt', tests: ['test_dolma.py'] },
];

const missing = [missingPython(), missingJava()].filter((message) => message !== undefined);
if (missing.length > 0) fail(missing.join('\n'));
buildCli();
const tallies = ENVIRONMENTS.map((environment) => runTests(environment, ensureEnvironment(environment)));
const passed = tallies.reduce((sum, tally) => sum + tally.passed, 0);
const failed = tallies.reduce((sum, tally) => sum + tally.failed, 0);
console.log(`\nEngine tests: ${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

function missingPython(): string | undefined {
  const { status, error } = spawnSync('python3.11', ['-c', 'import venv, ensurepip']);
  if (error) return 'got no program python3.11, expected Python 3.11: install it, or put it on the PATH';
  return status === 0 ? undefined : 'got a Python 3.11 without venv or ensurepip, expected both of its modules: install them';
}

function missingJava(): string | undefined {
  const { stderr, error } = spawnSync('java', ['-version'], { encoding: 'utf8' });
  if (error) return 'got no program java, expected Java 17 or later: install it, or put it on the PATH';
  const version = /version "(\d+)/.exec(stderr)?.[1];
  return Number(version) >= 17 ? undefined : `got Java ${version ?? 'of unknown version'}, expected Java 17 or later`;
}

/** The Python of an environment with the required packages. The mark is written last, so that half an environment is made anew. */
function ensureEnvironment({ name, requirements }: Environment): string {
  const folder = join(ROOT, '.venv', name);
  const python = join(folder, 'bin', 'python');
  const mark = join(folder, 'requirements.sha256');
  const hash = createHash('sha256').update(readFileSync(join(HERE, requirements))).digest('hex');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === hash) return python;
  console.log(`Setting up .venv/${name}; this takes a few minutes`);
  rmSync(folder, { recursive: true, force: true });
  run('python3.11', ['-m', 'venv', folder]);
  run(python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '-r', join(HERE, requirements)]);
  writeFileSync(mark, hash);
  return python;
}

function run(command: string, args: readonly string[]): void {
  const { status } = spawnSync(command, args, { stdio: 'inherit', timeout: 10 * MINUTES });
  if (status !== 0) fail(`${command} ${args.join(' ')} ended with exit code ${String(status)}`);
}

interface Tally {
  readonly passed: number;
  readonly failed: number;
}

function runTests({ name, tests }: Environment, python: string): Tally {
  console.log(`\n${name}: ${tests.join(', ')}`);
  const folder = mkdtempSync(join(tmpdir(), 'unspun-engines-'));
  try {
    const report = join(folder, 'report.xml');
    const options = ['-q', '-p', 'no:cacheprovider', '--basetemp', join(folder, 'tests'), '--junitxml', report];
    const env = { ...process.env, PYTHONDONTWRITEBYTECODE: '1', TMPDIR: folder };
    const args = ['-m', 'pytest', ...options, ...tests];
    const { status } = spawnSync(python, args, { cwd: HERE, env, stdio: 'inherit', timeout: 12 * MINUTES });
    return tallyOf(report, status);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What a report says; a run that broke off counts as a failure, whatever it says. */
function tallyOf(report: string, status: number | null): Tally {
  const xml = existsSync(report) ? readFileSync(report, 'utf8') : '';
  const count = (name: string): number => Number(new RegExp(`<testsuite [^>]*\\b${name}="(\\d+)"`).exec(xml)?.[1] ?? 0);
  const failed = count('failures') + count('errors') + count('skipped');
  return { passed: Math.max(0, count('tests') - failed), failed: status === 0 || failed > 0 ? failed : 1 };
}

function fail(message: string): never {
  console.error(message);
  console.log('\nEngine tests: 0 passed, 1 failed');
  process.exit(1);
}
