import { spawn } from 'node:child_process';

/** What a child process took. */
export interface Taken {
  /** Milliseconds of processor time, all threads together. */
  readonly processor: number;
  /** Milliseconds by the clock on the wall. */
  readonly wall: number;
  /** Most memory it had, in megabytes. */
  readonly memory: number;
}

/** Has a process say on its way out what it took. */
const SPY = `data:text/javascript,${encodeURIComponent(`
  import { writeSync } from 'node:fs';
  import { isMainThread } from 'node:worker_threads';
  if (isMainThread) process.on('exit', () => {
    const { user, system } = process.cpuUsage();
    writeSync(3, JSON.stringify({ processor: (user + system) / 1000, memory: process.resourceUsage().maxRSS / 1000 }));
  });`)}`;

/** Runs Node with the arguments and waits for its end. Throws where it fails. */
export async function runChild(args: readonly string[]): Promise<Taken> {
  const begun = performance.now();
  const child = spawn(process.execPath, ['--import', SPY, ...args], { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] });
  let said = '';
  let complaint = '';
  child.stdio[3]!.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr!.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
  const code = await new Promise((done) => child.once('close', done));
  if (code !== 0) throw new Error(`node ${args.join(' ')} ended with ${String(code)}: ${complaint}`);
  return { ...(JSON.parse(said) as Omit<Taken, 'wall'>), wall: performance.now() - begun };
}
