import { join } from 'node:path';
import { decimal, formatTable } from '../../tools/evaluate/table.js';
import { builtFile } from '../built.js';
import { median } from '../clock.js';
import { runChild, type Taken } from './child.js';
import { writeCrawl } from './crawl.js';

/** Reads, parses and writes the same lines, as such a program is usually written. */
const LINE_BY_LINE = `
  import { createReadStream, createWriteStream } from 'node:fs';
  import { createInterface } from 'node:readline';
  const out = createWriteStream(process.argv[2]);
  for await (const line of createInterface({ input: createReadStream(process.argv[1]) })) {
    JSON.parse(line);
    if (!out.write(line + '\\n')) await new Promise((done) => out.once('drain', done));
  }
  out.end();`;

/** The same, as fast as it can be: large pieces in, large pieces out. */
const PIECE_BY_PIECE = `
  import { createReadStream, openSync, writeSync } from 'node:fs';
  const out = openSync(process.argv[2], 'w');
  let rest = Buffer.alloc(0);
  for await (const chunk of createReadStream(process.argv[1], { highWaterMark: 1 << 20 })) {
    const bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    const lines = [];
    let from = 0;
    for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, from)) {
      const line = bytes.toString('utf8', from, end);
      JSON.parse(line);
      lines.push(line, '\\n');
      from = end + 1;
    }
    rest = bytes.subarray(from);
    writeSync(out, lines.join(''));
  }`;

export interface SpeedOptions {
  readonly folder: string;
  readonly texts: readonly string[];
  readonly megabytes: number;
  readonly rounds: number;
}

/** Time of each program over the same crawl, in rounds that all run in turn; medians, and how each compares. */
export async function reportPipelineSpeed({ folder, texts, megabytes, rounds }: SpeedOptions): Promise<string> {
  const input = join(folder, 'speed.jsonl');
  writeCrawl(input, texts, megabytes * 1e6);
  const out = join(folder, 'speed.out.jsonl');
  const cli = (...args: string[]): string[] => [builtFile('cli.js'), ...args, input, '--out', out, '--quiet'];
  const programs: [name: string, args: string[]][] = [
    ['read, parse, write: line by line', ['--input-type=module', '-e', LINE_BY_LINE, input, out]],
    ['read, parse, write: in large pieces', ['--input-type=module', '-e', PIECE_BY_PIECE, input, out]],
    ['unspun detect', cli('detect')], ['unspun restore', cli('restore')],
    ['unspun detect --jobs 2', cli('detect', '--jobs', '2')], ['unspun restore --jobs 2', cli('restore', '--jobs', '2')],
  ];
  const times: Taken[][] = programs.map(() => []);
  for (let round = 0; round < rounds; round++) for (const [i, [, args]] of programs.entries()) times[i]!.push(await runChild(args));
  return `${timeTable(programs.map(([name]) => name), times, megabytes)}\n\n${ratioTable(times)}`;
}

function timeTable(names: readonly string[], times: readonly Taken[][], megabytes: number): string {
  const rows = names.map((name, i) => {
    const { processor, wall, memory } = medians(times[i]!);
    return [name, decimal(processor / 1000, 2), decimal(wall / 1000, 2), decimal((megabytes * 1000) / processor, 0), decimal(memory, 0)];
  });
  return formatTable([`${megabytes} MB of JSONL, 2 % spun`, 'processor s', 'wall s', 'MB/processor s', 'memory MB'], rows);
}

function ratioTable(times: readonly Taken[][]): string {
  const [lines, pieces, detect, restore, detectTwo, restoreTwo] = times.map(medians) as [Taken, Taken, Taken, Taken, Taken, Taken];
  const rows = [
    ['detect against line by line, processor time', decimal(lines.processor / detect.processor, 2), '0.50'],
    ['detect against large pieces, processor time', decimal(pieces.processor / detect.processor, 2), ''],
    ['restore against line by line, processor time', decimal(lines.processor / restore.processor, 2), '0.33'],
    ['restore against large pieces, processor time', decimal(pieces.processor / restore.processor, 2), ''],
    ['detect, two jobs against one, by the wall', decimal(detect.wall / detectTwo.wall, 2), '1.70'],
    ['restore, two jobs against one, by the wall', decimal(restore.wall / restoreTwo.wall, 2), '1.70'],
  ];
  return formatTable(['speed', 'ratio', 'at least'], rows);
}

function medians(taken: readonly Taken[]): Taken {
  const of = (key: keyof Taken): number => median(taken.map((one) => one[key]));
  return { processor: of('processor'), wall: of('wall'), memory: of('memory') };
}
