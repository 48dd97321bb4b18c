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
  const use = (code: string): { rss: number; heap: number } => {
    const script = `${code}; globalThis.gc(); const { rss, heapUsed, external } = process.memoryUsage(); console.log(JSON.stringify({ rss, heap: heapUsed + external }))`;
    const { stdout, stderr, status } = spawnSync(process.execPath, ['--expose-gc', '--input-type=module', '-e', script], { encoding: 'utf8', input: article });
    if (status !== 0) throw new Error(`the process that measures memory failed: ${stderr}`);
    return JSON.parse(stdout) as { rss: number; heap: number };
  };
  const module = JSON.stringify(pathToFileURL(builtFile('index.js')).href);
  const read = "import { readFileSync } from 'node:fs'; const text = readFileSync(0, 'utf8')";
  const bare = use(read);
  const loaded = use(`${read}; import { createRestorer } from ${module}; const restorer = globalThis.restorer = createRestorer(); restorer.detect(text)`);
  const restored = use(`${read}; import { createRestorer } from ${module}; const restorer = globalThis.restorer = createRestorer(); restorer.restore(text)`);
  const cells = (name: string, { rss, heap }: typeof bare): string[] => [name, decimal((rss - bare.rss) / 1e6, 1), decimal((heap - bare.heap) / 1e6, 1)];
  return formatTable(['memory over a bare process, MB', 'resident', 'held after collection'], [cells('after detect', loaded), cells('after restore', restored)]);
}

/** Milliseconds of the command line from start to end on an article, beside those of a process that does nothing; median of five. */
export function reportColdStart(article: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const file = join(folder, 'article.txt');
  try {
    writeFileSync(file, article);
    const cli = builtFile('cli.js');
    const time = (args: readonly string[]): string => decimal(median(Array.from({ length: ROUNDS }, () => wallMilliseconds(() => start(args)))), 0);
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
