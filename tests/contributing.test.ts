import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../tools/dictionary-files.js';

const TEXT = readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8');
const LINES = /## Add a phrase\n[\s\S]*?```sh\n([\s\S]*?)```/.exec(TEXT)?.[1]?.trimEnd().split('\n') ?? [];
const LEFT_OUT = ['node_modules', '.git', 'dist'];
const MINUTES = 60_000;

describe('"Add a phrase" in CONTRIBUTING.md', () => {
  let copy: string;
  beforeAll(() => {
    copy = join(mkdtempSync(join(tmpdir(), 'unspun-contributing-')), 'unspun');
    cpSync(ROOT, copy, { recursive: true, filter: (source) => source === ROOT || !LEFT_OUT.includes(basename(source)) });
    symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'), 'dir');
  }, 2 * MINUTES);

  afterAll(() => {
    if (copy) rmSync(join(copy, '..'), { recursive: true, force: true });
  });

  it('is five lines', () => {
    expect(LINES).toHaveLength(5);
  });

  it('works as it stands, in a copy of the project', () => {
    const before = artifactOf(copy);
    for (const line of LINES) execFileSync('bash', ['-c', line], { cwd: copy, env: plainEnvironment(), encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
    const program = `
      import { createRestorer } from './src/index.js';
      console.log(createRestorer({ assume: 'synonym-spin' }).restore('Drivers slow down for the velocity digicam.').text);`;
    const printed = execFileSync(join(copy, 'node_modules', '.bin', 'tsx'), ['--input-type=module', '-e', program], { cwd: copy, encoding: 'utf8' });
    expect(printed.trim()).toBe('Drivers slow down for the speed camera.');
    expect(artifactOf(copy)).not.toBe(before);
  }, 10 * MINUTES);
});

function artifactOf(root: string): string {
  return readFileSync(join(root, 'dictionaries', 'compiled', 'dictionary.json'), 'utf8');
}

/** The environment without what a running npm script or test runner puts there. */
function plainEnvironment(): NodeJS.ProcessEnv {
  const ours = /^(npm_(package|lifecycle|command|execpath|node_execpath|config_local_prefix)|INIT_CWD|NODE_OPTIONS|VITEST|TEST|FORCE_COLOR)/;
  return { ...Object.fromEntries(Object.entries(process.env).filter(([key]) => !ours.test(key))), NO_COLOR: '1' };
}
