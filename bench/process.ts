import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { decimal, formatTable } from '../tools/evaluate/table.js';
import { builtFile } from './built.js';
import { median, wallMilliseconds } from './clock.js';

const ROUNDS = 5;

/** Memory of a process of its own that loads the library, makes a restorer and restores an article, over one that does nothing. */
export function reportMemory(article: string): string {
  const module = JSON.stringify(pathToFileURL(builtFile('index.js')).href);
  const load = `import { createRestorer } from ${module}; const restorer = globalThis.restorer = createRestorer()`;
  const bare = memoryOf('', article);
  const rows = ['detect', 'restore'].map((method) => {
    const { resident, held } = memoryOf(`${load}; restorer.${method}(text)`, article);
    return [`after ${method}`, decimal((resident - bare.resident) / 1e6, 1), decimal((held - bare.held) / 1e6, 1)];
  });
  return formatTable(['memory over a bare process, MB', 'resident', 'held after collection'], rows);
}

/** Bytes that a process has when it has read `text` from its input and run the code. */
function memoryOf(code: string, text: string): { resident: number; held: number } {
  const script = `import { readFileSync } from 'node:fs'; const text = readFileSync(0, 'utf8'); ${code}; globalThis.gc();
    const { rss, heapUsed, external } = process.memoryUsage(); console.log(JSON.stringify({ resident: rss, held: heapUsed + external }))`;
  const flags = ['--expose-gc', '--input-type=module', '-e', script];
  const { stdout, stderr, status } = spawnSync(process.execPath, flags, { encoding: 'utf8', input: text });
  if (status !== 0) throw new Error(`the process that measures memory failed: ${stderr}`);
  return JSON.parse(stdout) as { resident: number; held: number };
}

/** Milliseconds of the command line from start to end on an article, beside those of a process that does nothing; median of five. */
export function reportColdStart(article: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const file = join(folder, 'article.txt');
  try {
    writeFileSync(file, article);
    const cli = builtFile('cli.js');
    const time = (args: readonly string[]): string =>
      decimal(median(Array.from({ length: ROUNDS }, () => wallMilliseconds(() => start(args)))), 0);
    const rows = [
      ['node, nothing to do', time(['-e', '0'])],
      ['unspun detect', time([cli, 'detect', file])],
      ['unspun restore', time([cli, 'restore', file])],
    ];
    return formatTable([`cold start on ${decimal(article.length / 1000, 1)} kB`, 'ms, by the wall'], rows);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function start(args: readonly string[]): void {
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}: ${stderr}`);
}
