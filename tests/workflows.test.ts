import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { parse } from 'yaml';
import { ROOT } from '../tools/dictionary-files.js';

interface Workflow {
  readonly on: object;
  readonly permissions: Record<string, string>;
  readonly jobs: Record<string, { readonly strategy?: { readonly matrix: { readonly node: number[] } }; readonly steps: { readonly uses?: string; readonly run?: string }[] }>;
}

const FOLDER = join(ROOT, '.github', 'workflows');
const NAMES = readdirSync(FOLDER);
const MANIFEST = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { engines: { node: string } };

describe.each(NAMES)('%s', (name) => {
  const steps = Object.values(read(name).jobs).flatMap((job) => job.steps);

  it('takes actions by their major version, from GitHub alone', () => {
    expect(steps.flatMap(({ uses }) => uses ?? []).filter((uses) => !/^actions\/[\w-]+@v\d+$/.test(uses))).toEqual([]);
  });

  it('runs all tests', () => {
    expect(steps.map(({ run }) => run)).toEqual(expect.arrayContaining(['npm ci', 'npm test']));
  });
});

test('the oldest Node of the tests is the oldest that the package names', () => {
  const nodes = Object.values(read('ci.yml').jobs).flatMap(({ strategy }) => strategy?.matrix.node ?? []);
  expect(`>=${Math.min(...nodes)}`).toBe(MANIFEST.engines.node);
});

test('publishing happens on a release, with provenance, and may do nothing else', () => {
  const { on, permissions, jobs } = read('publish.yml');
  expect(on).toEqual({ release: { types: ['published'] } });
  expect(permissions).toEqual({ contents: 'read', 'id-token': 'write' });
  expect(Object.values(jobs).flatMap(({ steps }) => steps).at(-1)?.run).toBe('npm publish --provenance --access public');
});

function read(name: string): Workflow {
  return parse(readFileSync(join(FOLDER, name), 'utf8')) as Workflow;
}
