import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { runInNewContext } from 'node:vm';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { restore } from '../src/index.js';
import { ROOT } from '../tools/dictionary-files.js';
import { SPUN } from './helpers/articles.js';

const BIN = join(ROOT, 'node_modules', '.bin');
const PACKAGE = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as Record<string, unknown>;
const MINUTES = 60_000;

let folder: string;
let tarball: string;
let installed: string;

beforeAll(() => {
  if (!existsSync(join(ROOT, 'dist', 'index.js'))) throw new Error('dist/ is missing; run "npm run build" first, or "npm test", which does');
  folder = mkdtempSync(join(tmpdir(), 'unspun-package-'));
  run('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], ROOT);
  tarball = join(folder, `unspun-${String(PACKAGE['version'])}.tgz`);
  writeFileSync(join(folder, 'package.json'), '{"private": true}');
  run('npm', ['install', tarball, '--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts'], folder);
  installed = join(folder, 'node_modules', 'unspun');
}, 5 * MINUTES);

afterAll(() => {
  if (folder) rmSync(folder, { recursive: true, force: true });
});

describe('the tarball', () => {
  it('holds the build, the compiled data, the schema, and nothing else', () => {
    const packed = filesUnder(installed);
    const kinds = packed.map((name) => name.replace(/^dist\/.*(\.d\.c?ts|\.c?js)$/, 'dist/*$1'));
    expect([...new Set(kinds)].sort()).toEqual([
      'LICENSE', 'README.md', 'dictionaries/compiled/dictionary.json', 'dictionaries/model/model.json', 'dictionary.schema.json',
      'dist/*.cjs', 'dist/*.d.cts', 'dist/*.d.ts', 'dist/*.js', 'package.json', 'src/lazy-model.cjs', 'src/lazy.cjs',
    ]);
    expect(packed).toEqual(expect.arrayContaining(['dist/index.js', 'dist/index.cjs', 'dist/lite.js', 'dist/lite.cjs', 'dist/cli.js']));
    expect(packed).not.toContain('dist/cli.cjs');
  });

  it('holds no text of the articles', () => {
    const corpus = readdirSync(join(ROOT, 'corpus')).filter((name) => /^\d{3}.*\.txt$/.test(name) && !name.includes('gold'));
    const runs = new Set(corpus.flatMap((name) => runsOfWords(readFileSync(join(ROOT, 'corpus', name), 'utf8'))));
    expect(runs.size).toBeGreaterThan(4000);
    for (const name of filesUnder(installed)) {
      expect(runsOfWords(readFileSync(join(installed, name), 'utf8')).filter((words) => runs.has(words)), name).toEqual([]);
    }
  });

  it('is at most 6 MB, unpacked', () => {
    const size = filesUnder(installed).reduce((sum, name) => sum + statSync(join(installed, name)).size, 0);
    expect(size).toBeLessThanOrEqual(6_000_000);
  });

  it('passes publint', () => {
    expect(run(join(BIN, 'publint'), [tarball, '--strict'], folder)).toContain('All good!');
  });

  it('passes "are the types wrong" in every module resolution', () => {
    expect(run(join(BIN, 'attw'), [tarball, '--no-color', '--no-emoji'], folder)).toContain('No problems found');
  });
});

describe('the installed package', () => {
  const PROGRAM = `
    const clean = unspun.restore('The council met on Monday.');
    const mine = unspun.loadDictionary('family: mine\\ntopic: t\\nentries:\\n  war: [warfare]\\n');
    const own = unspun.createRestorer({ dictionaries: [unspun.builtin, mine], assume: 'mine' }).restore('The warfare ended.');
    const spun = unspun.restore(${JSON.stringify(SPUN)});
    console.log(JSON.stringify({ names: Object.keys(unspun).sort(), clean: clean.text, own: own.text, spun: spun.text }));`;
  const NAMES = ['DictionaryError', 'applyEdits', 'builtin', 'createRestorer', 'detect', 'loadDictionary', 'restore', 'revertEdits'];

  test.each([
    ['ESM', 'main.mjs', `import * as unspun from 'unspun';`],
    ['CJS', 'main.cjs', `const unspun = require('unspun');`],
  ])('works from %s', (_, file, head) => {
    const { names, ...texts } = runProgram(file, head + PROGRAM);
    expect(names).toEqual(expect.arrayContaining(NAMES));
    expect(texts).toEqual({ clean: 'The council met on Monday.', own: 'The war ended.', spun: restore(SPUN).text });
  });

  test.each([
    ['ESM', 'lite.mjs', `import * as unspun from 'unspun/lite';`],
    ['CJS', 'lite.cjs', `const unspun = require('unspun/lite');`],
  ])('has a lite entry for %s', (_, file, head) => {
    expect(runProgram(file, head + PROGRAM)).toMatchObject({ names: expect.arrayContaining(NAMES), own: 'The war ended.' });
  });

  test.each([
    ['ESM', 'plugins.mjs', `import * as retext from 'unspun/retext';\nimport * as textlint from 'unspun/textlint';`],
    ['CJS', 'plugins.cjs', `const retext = require('unspun/retext');\nconst textlint = require('unspun/textlint');`],
  ])('has its plugins for %s, which need no package of unified or textlint to load', (_, file, head) => {
    writeFileSync(join(folder, file), `${head}\nconsole.log(typeof retext.default, retext.default === retext.retextUnspun, Object.keys(textlint.default).join());`);
    expect(run(process.execPath, [file], folder).trim()).toBe('function true linter,fixer');
  });

  test.each([
    ['node16', 'main.mts', { module: 'node16', moduleResolution: 'node16' }],
    ['node16', 'main.cts', { module: 'node16', moduleResolution: 'node16' }],
    ['bundler', 'main.ts', { module: 'esnext', moduleResolution: 'bundler' }],
  ])('has types for TypeScript, moduleResolution %s, %s', (_, file, options) => {
    writeFileSync(join(folder, file), TYPED);
    const compilerOptions = { ...options, target: 'es2022', lib: ['es2022'], strict: true, exactOptionalPropertyTypes: true, noEmit: true, types: [] };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: [file] }));
    expect(run(join(BIN, 'tsc'), ['-p', 'tsconfig.json'], folder)).toBe('');
  });

  it('has types that refuse what the library would refuse', () => {
    writeFileSync(join(folder, 'wrong.mts'), `import { restore } from 'unspun';\nrestore('text', { mode: 'safe' });\n`);
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: { module: 'node16', strict: true, noEmit: true, types: [] }, files: ['wrong.mts'] }));
    expect(() => run(join(BIN, 'tsc'), ['-p', 'tsconfig.json'], folder)).toThrow(/TS2322/);
  });

  it('hands out its schema and its package.json', () => {
    const require = createRequire(join(folder, 'main.cjs'));
    expect(require('unspun/dictionary.schema.json')).toEqual(JSON.parse(readFileSync(join(ROOT, 'dictionary.schema.json'), 'utf8')));
    expect(require('unspun/package.json')).toMatchObject({ name: 'unspun' });
  });

  it('has a command', () => {
    const command = join(folder, 'node_modules', '.bin', 'unspun');
    expect(run(command, ['--help'], folder)).toContain('unspun restore');
    expect(execFileSync(command, ['restore', '-'], { input: SPUN, encoding: 'utf8' }).trimEnd()).toBe(restore(SPUN).text);
  });
});

describe('in a browser', () => {
  test.each(['unspun', 'unspun/lite'])('a bundle of %s needs nothing of Node', async (entry) => {
    const contents = `import { restore, loadDictionary, createRestorer } from '${entry}';
      const mine = loadDictionary('family: mine\\ntopic: t\\nentries:\\n  war: [warfare]\\n');
      answer = { spun: restore(spun).text, own: createRestorer({ dictionaries: [mine], assume: 'mine' }).restore('The warfare ended.').text };`;
    const bundle = await build({ stdin: { contents, resolveDir: folder }, bundle: true, platform: 'browser', format: 'iife', write: false, logLevel: 'silent', metafile: true });
    expect(Object.values(bundle.metafile.inputs).flatMap(({ imports }) => imports.filter(({ external }) => external))).toEqual([]);
    const page: Record<string, unknown> = { spun: SPUN, answer: undefined };
    runInNewContext(bundle.outputFiles[0]!.text, page);
    const { restore: expected } = entry === 'unspun' ? await import('../src/index.js') : await import('../src/lite.js');
    expect(page['answer']).toEqual({ spun: expected(SPUN).text, own: 'The war ended.' });
  });
});

describe('package.json', () => {
  it('pins the tagger, whose minor versions change tags', () => {
    expect((PACKAGE['dependencies'] as Record<string, string>)['compromise']).toMatch(/^\d+\.\d+\.\d+$/);
  });

  it('puts types first in every condition', () => {
    for (const entry of Object.values(PACKAGE['exports'] as Record<string, string | Record<string, object>>)) {
      if (typeof entry === 'string') continue;
      for (const condition of Object.values(entry)) expect(Object.keys(condition)).toEqual(['types', 'default']);
    }
  });

  it('names a license, the engines, no side effects and no person', () => {
    expect(PACKAGE).toMatchObject({ license: 'MIT', engines: { node: '>=20' }, sideEffects: false });
    expect(['author', 'contributors', 'maintainers'].filter((key) => key in PACKAGE)).toEqual([]);
  });

  it('has a lock file that names no registry', () => {
    const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as { packages: Record<string, object> };
    expect(Object.entries(lock.packages).filter(([, entry]) => 'resolved' in entry).map(([name]) => name)).toEqual([]);
  });

  it('runs only files that exist', () => {
    const files = Object.values(PACKAGE['scripts'] as Record<string, string>).flatMap((line) => line.match(/\S+\.ts\b/g) ?? []);
    expect(files.filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
  });
});

const TYPED = `
import { applyEdits, builtin, createRestorer, detect, loadDictionary, restore, revertEdits, DictionaryError } from 'unspun';
import type { Dictionary, Edit, EditType, Options, Problem, Restoration, Restorer, Verdict } from 'unspun';
import { restore as lite } from 'unspun/lite';

const mine: Dictionary = loadDictionary({ family: 'mine', topic: 't', entries: { war: ['warfare'], bill: { observed: ['invoice'], pos: 'noun' } } });
const options: Options = { mode: 'certain', dictionaries: [builtin, mine], ignore: ['synonym-spin/law'], assume: 'synonym-spin' };
const restorer: Restorer = createRestorer(options);
const restoration: Restoration = restorer.restore('text');
const edits: readonly Edit[] = restoration.edits;
const types: EditType[] = edits.map((edit) => edit.type);
const verdict: Verdict = detect('text');
const problems: readonly Problem[] = new DictionaryError([]).problems;
export const answer: [string, string, number, Restoration, EditType[], readonly Problem[]] = [
  applyEdits('text', edits), revertEdits('text', edits), verdict.probability, lite('text') as Restoration, types, problems,
];
export const all: Restoration = restore('text', { minProbability: 0.5 });
`;

/** Runs a command and returns what it printed; throws with all of it where it fails. */
function run(command: string, args: readonly string[], cwd: string): string {
  try {
    return execFileSync(command, args, { cwd, encoding: 'utf8', env: plainEnvironment(), stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    throw new Error(`${command} ${args.join(' ')}\n${stdout}\n${stderr}`);
  }
}

/** The environment without what a running npm script puts there: it would send a nested npm to our own folder. */
function plainEnvironment(): NodeJS.ProcessEnv {
  const ours = /^(npm_(package|lifecycle|command|execpath|node_execpath|config_local_prefix)|INIT_CWD|NODE_OPTIONS|VITEST|FORCE_COLOR)/;
  return { ...Object.fromEntries(Object.entries(process.env).filter(([key]) => !ours.test(key))), NO_COLOR: '1' };
}

function runProgram(file: string, text: string): { names: string[]; clean: string; own: string; spun: string } {
  writeFileSync(join(folder, file), text);
  return JSON.parse(run(process.execPath, [file], folder)) as ReturnType<typeof runProgram>;
}

function filesUnder(root: string, path = root): string[] {
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) => {
    const full = join(path, entry.name);
    return entry.isDirectory() ? filesUnder(root, full) : [relative(root, full).replaceAll('\\', '/')];
  });
}

/** Every seven words in a row. */
function runsOfWords(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.slice(6).map((_, i) => words.slice(i, i + 7).join(' '));
}
