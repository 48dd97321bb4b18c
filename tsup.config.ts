import { defineConfig } from 'tsup';

export default defineConfig({
  entry: { index: 'src/index.ts', lite: 'src/lite.ts', retext: 'src/integrations/retext.ts', textlint: 'src/integrations/textlint.ts', cli: 'src/cli/main.ts', 'cli-worker': 'src/cli/documents/worker.ts' },
  format: ['esm', 'cjs'],
  dts: { entry: { index: 'src/index.ts', lite: 'src/lite.ts', retext: 'src/integrations/retext.ts', textlint: 'src/integrations/textlint.ts' } },
  target: 'node20',
  platform: 'neutral',
  splitting: true,
  clean: true,
  treeshake: true,
  // Subpath imports stay: both builds share one copy of the dictionary, the model and the lazily loaded packages.
  external: [/^#/, /^node:/, 'fast-levenshtein', 'yaml', 'compromise'],
});
