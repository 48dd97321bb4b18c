import { CLEAN_LINES, SPUN_LINES } from './cli.js';

/** A spun text with characters of one to four bytes before, between and behind the spun words. */
export const SPUN_ASTRAL = `\u{1f600}\u{1f680} café ${SPUN_LINES} \u{1d4d0} end`;

/** Lines of JSON. */
export function jsonl(records: readonly unknown[]): string {
  return records.map((record) => `${JSON.stringify(record)}\n`).join('');
}

/** Objects of lines of JSON. */
export function parsed(text: string): Record<string, unknown>[] {
  return text.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as Record<string, unknown>);
}

/** Ten kinds of lines that are no documents, each with the reason given for it; none has a line feed in it. */
export const BROKEN: readonly { readonly line: string | Buffer; readonly reason: string }[] = [
  { line: '', reason: 'empty line' },
  { line: '{"id":"b1","text":"cut of', reason: 'not JSON' },
  { line: "{'id': 'b2', 'text': 'in single quotation marks'}", reason: 'not JSON' },
  { line: '{"id":"b3","text":"trailing"} {"id":"b3b"}', reason: 'not JSON' },
  { line: '["b4", "a list"]', reason: 'not an object' },
  { line: 'null', reason: 'not an object' },
  { line: '{"id":"b6","body":"another key"}', reason: 'no text' },
  { line: '{"id":"b7","text":null}', reason: 'text not a string' },
  { line: '{"id":"b8","text":["in","pieces"]}', reason: 'text not a string' },
  { line: Buffer.from('{"id":"b9","text":"caf\u00e9"}', 'latin1'), reason: 'not UTF-8' },
];

/** A crawl: clean documents, every fiftieth spun, and after every hundredth document a broken line, each kind in turn. */
export function crawlMix(documents: number): { bytes: Buffer; good: { id: string; spun: boolean }[]; broken: { line: number; reason: string }[] } {
  const parts: Buffer[] = [];
  const good: { id: string; spun: boolean }[] = [];
  const broken: { line: number; reason: string }[] = [];
  for (let i = 0; i < documents; i++) {
    const spun = i % 50 === 7;
    good.push({ id: `doc-${i}`, spun });
    parts.push(Buffer.from(jsonl([{ id: `doc-${i}`, text: `${spun ? SPUN_LINES : CLEAN_LINES}Number ${i}.`, n: i }])));
    if (i % 100 !== 99) continue;
    const { line, reason } = BROKEN[(i / 100 | 0) % BROKEN.length]!;
    parts.push(Buffer.from(line), Buffer.from('\n'));
    broken.push({ line: good.length + broken.length + 1, reason });
  }
  return { bytes: Buffer.concat(parts), good, broken };
}
