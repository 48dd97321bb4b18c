import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { describe, expect, it, test } from 'vitest';
import { ROOT } from '../tools/dictionary-files.js';

const BUILT_IN = new Set(builtinModules);
const MB = 1_000_000;
const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { dependencies: Record<string, string> };

describe('what is published', () => {
  it('is under 6 MB unpacked, with the model', () => {
    const [{ unpackedSize, files }] = packed();
    expect(files.map(({ path }) => path)).toContain('dictionaries/model/model.json');
    expect(files.map(({ path }) => path)).toContain('dist/index.js');
    expect(unpackedSize).toBeLessThan(6 * MB);
  });
});

describe('a bundle for browsers', () => {
  test.each([
    ['of the lite entry, with what restores', 'src/lite.ts', '{ applyEdits, builtin, createRestorer, detect, restore, revertEdits }', MB],
    ['of the lite entry, with everything', 'src/lite.ts', '*', 1.2 * MB],
    ['of the main entry, with everything', 'src/index.ts', '*', 6 * MB],
  ])('%s is small enough', async (_, entry, names, most) => {
    expect((await bundle(entry, names)).length).toBeLessThan(most);
  });

  it('of the lite entry is under half a megabyte as servers send it', async () => {
    expect(gzipSync(await bundle('src/lite.ts', '*')).length).toBeLessThan(0.5 * MB);
  });
});

describe('dependencies', () => {
  test.each([
    ['src/index.ts', ['compromise', 'fast-levenshtein', 'yaml']],
    ['src/lite.ts', ['compromise', 'fast-levenshtein', 'yaml']],
    ['src/integrations/retext.ts', ['compromise', 'fast-levenshtein', 'yaml']],
    ['src/integrations/textlint.ts', ['compromise', 'fast-levenshtein', 'yaml']],
  ])('%s has three of its own', async (entry, expected) => {
    expect(await packagesOf(entry)).toEqual(expected);
  });

  it('are all used, and all that is used is one', async () => {
    const entries = ['src/cli/main.ts', 'src/cli/documents/worker.ts', 'src/index.ts'];
    const used = await Promise.all(entries.map(packagesOf));
    expect([...new Set(used.flat())].sort()).toEqual(Object.keys(dependencies).sort());
  });
});

function packed(): [{ unpackedSize: number; files: { path: string }[] }] {
  if (!existsSync(join(ROOT, 'dist', 'index.js'))) throw new Error('dist/ is missing; run "npm run build" first, or "npm test", which does');
  const env = Object.fromEntries(Object.entries(process.env).filter(([key]) => !key.startsWith('npm_')));
  return JSON.parse(execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { cwd: ROOT, encoding: 'utf8', env, stdio: ['ignore', 'pipe', 'ignore'] })) as ReturnType<typeof packed>;
}

async function bundle(entry: string, names: string): Promise<Uint8Array> {
  const stdin = { contents: `export ${names} from './${entry}';`, resolveDir: ROOT };
  const { outputFiles } = await build({ stdin, bundle: true, minify: true, platform: 'browser', format: 'esm', write: false, outdir: 'out', logLevel: 'error' });
  return outputFiles[0]!.contents;
}

/** The packages that an entry and all it leads to import, at once or when they are needed; those of Node itself left out. */
async function packagesOf(entry: string): Promise<string[]> {
  const { metafile } = await build({
    entryPoints: [join(ROOT, entry)], bundle: true, platform: 'node', format: 'esm', write: false, outdir: 'out', metafile: true, packages: 'external', logLevel: 'error', absWorkingDir: ROOT,
  });
  const imports = Object.values(metafile.inputs).flatMap((input) => input.imports.filter(({ external }) => external));
  const names = imports.map(({ path }) => /^(?:@[^/]+\/)?[^/]+/.exec(path)![0]);
  return [...new Set(names)].filter((name) => !name.startsWith('node:') && !BUILT_IN.has(name)).sort();
}
