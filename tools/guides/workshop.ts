import { execFile } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { transform } from 'esbuild';
import { ROOT } from '../dictionary-files.js';
import type { Block } from './blocks.js';

/** A temporary folder where `unspun` is installed as a package, with the files that would be published, and as a command. */
export interface Workshop {
  readonly folder: string;
  /** A new empty folder in it, for the blocks of one guide, which are run one after the other. */
  open(): string;
  /** Runs a block or writes its file; resolves to what it printed, on both streams as on a terminal. Rejects where it fails. */
  run(block: Block, folder: string): Promise<string>;
  remove(): void;
}

/** Sets up a workshop with the build of this project. */
export function makeWorkshop(): Workshop {
  const folder = mkdtempSync(join(tmpdir(), 'unspun-guides-'));
  const modules = join(folder, 'node_modules');
  linkPackages(modules);
  installPackage(modules);
  writeFileSync(join(folder, 'package.json'), '{"private": true, "type": "module"}\n');
  return {
    folder,
    open: () => mkdtempSync(join(folder, 'guide-')),
    run: (block, place) => runBlock(block, place, modules),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function linkPackages(to: string): void {
  const from = join(ROOT, 'node_modules');
  mkdirSync(join(to, '.bin'), { recursive: true });
  for (const name of readdirSync(from)) if (!name.startsWith('.')) symlinkSync(join(from, name), join(to, name));
  for (const name of readdirSync(join(from, '.bin'))) symlinkSync(join(from, '.bin', name), join(to, '.bin', name));
}

/** Copied, not linked: tools look at the true place of a file to tell a package from a project. */
function installPackage(modules: string): void {
  const target = join(modules, 'unspun');
  const { files } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { files: string[] };
  for (const name of ['package.json', ...files.filter((file) => !file.startsWith('!'))]) cpSync(join(ROOT, name), join(target, name), { recursive: true });
  const command = join(modules, '.bin', 'unspun');
  writeFileSync(command, `#!/bin/sh\nexec "${process.execPath}" "${join(target, 'dist', 'cli.js')}" "$@"\n`);
  chmodSync(command, 0o755);
}

async function runBlock({ kind, language, note, text, line }: Block, folder: string, modules: string): Promise<string> {
  if (kind === 'commands') return runCommands(text, folder, modules);
  if (kind === 'program') {
    const file = `program-${line}.mjs`;
    const { code } = await transform(text, { loader: language === 'ts' ? 'ts' : 'js', format: 'esm', target: 'node20' });
    writeFileSync(join(folder, file), code);
    return runCommands(`exec "${process.execPath}" ${file}`, folder, modules);
  }
  if (kind === 'file') {
    mkdirSync(dirname(join(folder, note)), { recursive: true });
    writeFileSync(join(folder, note), `${text}\n`);
  }
  return '';
}

function runCommands(text: string, folder: string, modules: string): Promise<string> {
  // Linked tools look for their plugins from their own place, which is not this one.
  const env = { ...plainEnvironment(), PATH: [join(modules, '.bin'), process.env['PATH']].join(delimiter), NODE_PATH: modules };
  return new Promise((resolve, reject) => {
    execFile('bash', ['-c', `exec 2>&1\nset -eo pipefail\n${text}`], { cwd: folder, env, encoding: 'utf8' }, (error, printed) => {
      if (error) reject(new Error(`${text}\n${printed}`, { cause: error }));
      else resolve(printed.trimEnd());
    });
  });
}

/** The environment without what a running npm script or test runner puts there. */
function plainEnvironment(): NodeJS.ProcessEnv {
  const ours = /^(npm_|INIT_CWD|NODE_OPTIONS|VITEST|TEST|FORCE_COLOR)/;
  return { ...Object.fromEntries(Object.entries(process.env).filter(([key]) => !ours.test(key))), NO_COLOR: '1', LC_ALL: 'C.UTF-8', npm_config_loglevel: 'error' };
}
