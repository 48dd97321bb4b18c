/**
 * Compiles dictionaries/<family>/*.yaml and the phrase counts to the packaged artifact. `--check` compares instead of writing.
 * Usage: npm run build:dictionary [-- --check]
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { encodeArtifact } from '../src/dictionary/artifact.js';
import { compile } from '../src/dictionary/compile.js';
import { COUNTS_FILE, DICTIONARIES, readAllEntries, readCounts, readSeen } from './dictionary-files.js';

const TARGET = join(DICTIONARIES, 'compiled', 'dictionary.json');

/** Text of the artifact. */
export function artifactText(): string {
  const counts = existsSync(COUNTS_FILE) ? readCounts() : undefined;
  return `${JSON.stringify(encodeArtifact(compile(readAllEntries(), counts, readSeen())))}\n`;
}

if (process.argv[1]?.endsWith('build-dictionary.ts')) {
  const text = artifactText();
  const size = gzipSync(text, { level: 9 }).length;
  if (process.argv.includes('--check')) {
    if (!existsSync(TARGET) || readFileSync(TARGET, 'utf8') !== text) {
      console.error('dictionaries/compiled/dictionary.json is stale; run "npm run build:dictionary" and commit it');
      process.exit(1);
    }
  } else writeFileSync(TARGET, text);
  console.log(`dictionary artifact: ${text.length} bytes, ${size} gzipped`);
}
