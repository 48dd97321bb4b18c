import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../tools/dictionary-files.js';

describe('the reference', () => {
  it('is made from the docstrings without a warning: every exported name has one, and every link in them leads somewhere', () => {
    expect(typedoc()).toBe('');
  });
});

/** What typedoc complains of. */
function typedoc(): string {
  try {
    return execFileSync(process.execPath, [join(ROOT, 'node_modules', 'typedoc', 'bin', 'typedoc'), '--emit', 'none', '--logLevel', 'Warn'], {
      cwd: ROOT, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' }, stdio: ['ignore', 'pipe', 'pipe'],
    });
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    return stdout + stderr;
  }
}
