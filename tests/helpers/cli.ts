import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The built command line; another one to test, such as that of an installed package, is named in UNSPUN_CLI. */
export const CLI: string = process.env['UNSPUN_CLI'] ?? join(ROOT, 'dist', 'cli.js');

/** What a run of the command line left behind. */
export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Builds what is missing or older than its sources; of several test files that ask at once, one builds and the others wait. */
export function buildCli(): void {
  const lock = join(ROOT, 'node_modules', '.unspun-build');
  const giveUp = Date.now() + 110_000;
  while (isStale()) {
    if (takeLock(lock)) {
      try {
        execFileSync('npm', ['run', '--silent', 'build'], { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] });
      } finally {
        rmSync(lock, { recursive: true });
      }
      return;
    }
    if (Date.now() > giveUp) throw new Error(`${lock} is in the way; another build is running or was interrupted: remove it and try again`);
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
  }
}

function takeLock(lock: string): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch {
    return false;
  }
}

function isStale(): boolean {
  if (process.env['UNSPUN_CLI']) return false;
  if (!existsSync(CLI)) return true;
  const sources = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' }).map((file) => join(ROOT, 'src', file));
  const built = statSync(CLI).mtimeMs;
  return [...sources, join(ROOT, 'tsup.config.ts'), join(ROOT, 'package.json')].some((file) => statSync(file).mtimeMs > built);
}

/** Runs the built command line. `input` is its standard input; without it there is none. */
export function unspun(args: readonly string[], { input = '', cwd }: { input?: string | Buffer; cwd?: string } = {}): Run {
  // A test runner on a terminal sets FORCE_COLOR for its children.
  const env = { ...process.env, FORCE_COLOR: '' };
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [CLI, ...args], { input, cwd, env, encoding: 'utf8', maxBuffer: 1e9 });
  if (error) throw error;
  return { code: status, out: stdout, err: stderr };
}

/** A folder of its own with the given files, and how to remove it. */
export function folderWith(files: Readonly<Record<string, string | Buffer>>): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'unspun-'));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return { folder, remove: () => rmSync(folder, { recursive: true }) };
}

/** Builds the command line before the tests of a file, and makes a folder with the given files for them, which goes when they are done. */
export function testFolder(files: Readonly<Record<string, string | Buffer>>): { readonly folder: string } {
  let made: ReturnType<typeof folderWith> | undefined;
  beforeAll(() => {
    buildCli();
    made = folderWith(files);
  });
  afterAll(() => made?.remove());
  return {
    get folder() {
      return made!.folder;
    },
  };
}

/** A text as the thesaurus spinner leaves it, three lines long. */
export const SPUN_LINES = `The Chinese language ministry stated on Monday that it will likely be constructing a brand new port, in opposition to the recommendation of its personal consultants.
“The economic system is rising, however we want extra harbors,” the minister stated in an announcement final week, in response to the Chinese language press.
Greater than 40 staff have been employed final yr, she stated, and the Legal professional Common had no objections to the invoice.
`;

/** A text that nobody touched. */
export const CLEAN_LINES = `The bakery on Harbor Street opens at six every morning, and by seven the line reaches the corner.
Maria Keller has run it with her brother since their father retired. "We still use his oven," she said.
On Saturdays they sell out of rye bread before noon.
`;
