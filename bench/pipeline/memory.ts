import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { decimal, formatTable, whole } from '../../tools/evaluate/table.js';
import { builtFile } from '../built.js';
import { runChild } from './child.js';
import { writeCrawl } from './crawl.js';

/** Most memory of a run over crawls of different sizes. */
export async function reportPipelineMemory(folder: string, texts: readonly string[], sizes: readonly number[]): Promise<string> {
  const rows: string[][] = [];
  for (const megabytes of sizes) {
    const input = join(folder, `memory-${megabytes}.jsonl`);
    const documents = writeCrawl(input, texts, megabytes * 1e6);
    const runs = [['detect'], ['restore'], ['restore', '--jobs', '2']];
    const memory: string[] = [];
    for (const args of runs) {
      const taken = await runChild([builtFile('cli.js'), ...args, input, '--out', join(folder, 'memory.out.jsonl'), '--quiet']);
      memory.push(decimal(taken.memory, 0));
    }
    rows.push([`${whole(megabytes)} MB, ${whole(documents)} documents`, ...memory]);
    rmSync(input);
  }
  return formatTable(['most memory, MB (at most 250)', 'detect', 'restore', 'restore --jobs 2'], rows);
}
