import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../tools/dictionary-files.js';

/** The library as it is shipped, which is what is measured. Throws where it is not built. */
export async function loadBuilt(): Promise<typeof import('../src/index.js')> {
  return import(pathToFileURL(builtFile('index.js')).href) as Promise<typeof import('../src/index.js')>;
}

/** Path of a file of the build. */
export function builtFile(name: string): string {
  const file = join(ROOT, 'dist', name);
  if (existsSync(file)) return file;
  throw new Error(`got no dist/${name}, expected a built package; run "npm run build" first`);
}
