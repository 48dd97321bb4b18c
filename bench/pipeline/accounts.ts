import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { whole } from '../../tools/evaluate/table.js';
import { builtFile } from '../built.js';
import { runChild } from './child.js';

/** Ten kinds of lines that are no documents. */
const BROKEN: readonly Buffer[] = [
  '', '{"id":"b","text":"cut of', "{'id': 'b', 'text': 'x'}", '{"text":"x"} trailing', '["text"]', 'null', '{"id":"b","body":"x"}',
  '{"text":null}', '{"text":["x"]}',
].map((line) => Buffer.from(line)).concat(Buffer.from('{"text":"caf\u00e9"}', 'latin1'));

/** Runs a crawl with one bad line after every hundred documents, and checks that each line is accounted for. Throws where one is not. */
export async function reportAccounts(folder: string, texts: readonly string[], documents: number): Promise<string> {
  const input = join(folder, 'accounts.jsonl');
  const { bytes, broken } = crawlWithErrors(texts, documents);
  writeFileSync(input, bytes);
  for (const jobs of ['1', '2']) {
    const out = join(folder, `accounts-${jobs}.out.jsonl`);
    const flags = ['--on-error', 'skip', '--jobs', jobs, '--quiet', '--summary-file', `${out}.summary`];
    await runChild([builtFile('cli.js'), 'restore', input, '--out', out, ...flags]);
    checkRows(lines(out).map((line) => (JSON.parse(line) as { id: number }).id), documents);
    const aside = lines(`${out}.errors`).map((line) => (JSON.parse(line) as { line: number }).line);
    if (JSON.stringify(aside) !== JSON.stringify(broken)) throw new Error(`--jobs ${jobs}: the bad lines written aside are not those put in`);
    const summary = JSON.parse(readFileSync(`${out}.summary`, 'utf8')) as { lines: number; documents: number };
    const adds = summary.lines === documents + broken.length && summary.documents === documents;
    if (!adds) throw new Error(`--jobs ${jobs}: the summary does not add up`);
  }
  const crawl = `${whole(documents)} documents with ${whole(broken.length)} bad lines of ${BROKEN.length} kinds`;
  return `${crawl}, one job and two: every good document once and in order, every bad line accounted for`;
}

function crawlWithErrors(texts: readonly string[], documents: number): { bytes: Buffer; broken: number[] } {
  const parts: Buffer[] = [];
  const broken: number[] = [];
  for (let i = 0; i < documents; i++) {
    parts.push(Buffer.from(`${JSON.stringify({ id: i, text: texts[i % texts.length]!.slice(0, 600) })}\n`));
    if (i % 100 !== 99) continue;
    parts.push(BROKEN[broken.length % BROKEN.length]!, Buffer.from('\n'));
    broken.push(i + broken.length + 2);
  }
  return { bytes: Buffer.concat(parts), broken };
}

function checkRows(ids: readonly number[], documents: number): void {
  if (ids.length !== documents) throw new Error(`got ${ids.length} documents, expected ${documents}`);
  const wrong = ids.findIndex((id, i) => id !== i);
  if (wrong >= 0) throw new Error(`got document ${ids[wrong]} in row ${wrong}`);
}

function lines(file: string): string[] {
  return readFileSync(file, 'utf8').split('\n').filter((line) => line !== '');
}
