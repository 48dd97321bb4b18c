import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** A document of clean English. */
export interface Document {
  readonly id: string;
  readonly source: string;
  readonly text: string;
}

/** Every document in the given folders and files of (gzipped) JSONL with a `text` field, file by file in alphabetical order. */
export function* readFolders(paths: readonly string[]): Generator<Document> {
  for (const file of paths.flatMap(listFiles)) {
    const bytes = readFileSync(file);
    const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
    let line = 0;
    for (const row of text.split('\n')) {
      line++;
      if (row === '') continue;
      const document = JSON.parse(row) as Partial<Document>;
      if (typeof document.text !== 'string') throw new Error(`${file}:${line}: got no "text", expected one JSON object a line with a "text" field`);
      yield { id: document.id ?? `${file}:${line}`, source: document.source ?? file, text: document.text };
    }
  }
}

function listFiles(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path).sort().flatMap((name) => listFiles(join(path, name))).filter((name) => /\.jsonl(\.gz)?$/.test(name));
}
