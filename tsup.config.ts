import { defineConfig, type Options } from 'tsup';

const COMMON: Options = {
  target: 'node20',
  platform: 'neutral',
  splitting: true,
  treeshake: true,
  // Subpath imports stay: all builds share one copy of the dictionary, the model and the lazily loaded packages.
  external: [/^#/, /^node:/, 'fast-levenshtein', 'yaml', 'compromise'],
};

const LIBRARY = { index: 'src/index.ts', lite: 'src/lite.ts', retext: 'src/integrations/retext.ts', textlint: 'src/integrations/textlint.ts' };

export default defineConfig([
  { ...COMMON, entry: LIBRARY, format: ['esm', 'cjs'], dts: true },
  // Apart from the library: parts shared with it would be files of their own, and each costs a millisecond when the command starts.
  { ...COMMON, entry: { cli: 'src/cli/main.ts', 'cli-worker': 'src/cli/documents/worker.ts' }, format: 'esm' },
]);
