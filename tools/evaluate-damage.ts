/**
 * Findings of round-trip damage in clean text, each one a false alarm or a slip of the writer's own:
 * npx tsx tools/evaluate-damage.ts FOLDER… [--list] [--least PROBABILITY]
 *
 * Prints per detector the findings with a replacement per 100,000 words: those at least `--least` probable (default 0.7) and all of
 * them, and those with and without one; then how many texts the first glance suspects and how many are taken for translated. `--list`
 * shows the probable ones in short context.
 */
import { parseArgs } from 'node:util';
import { findDamage, roundTripProbability, type Finding } from '../src/damage/damage.js';
import { ROUND_TRIP } from '../src/damage/judge.js';
import { phraseTable } from '../src/damage/phrase-table.js';
import { DETECTORS } from '../src/damage/registry.js';
import { mayBeDamaged } from '../src/damage/suspect.js';
import { lexiconOf } from '../src/dictionary/dictionary.js';
import { tokenize } from '../src/text/tokenize.js';
import { readFolders, type Document } from './read-folders.js';

const CONTEXT = 40;

interface Count {
  probable: number;
  all: number;
  reported: number;
}

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { list: { type: 'boolean', default: false }, least: { type: 'string', default: '0.7' } },
});
const limit = Number(values.least);
if (positionals.length === 0 || !(limit >= 0 && limit <= 1)) {
  console.error('usage: evaluate-damage.ts FOLDER… [--list] [--least PROBABILITY]; expected folders of JSONL and a number from 0 to 1');
  process.exit(2);
}
main(positionals, limit, values.list);

function main(folders: readonly string[], least: number, list: boolean): void {
  const counts = new Map<string, Count>(DETECTORS.map(({ name }) => [name, { probable: 0, all: 0, reported: 0 }]));
  const phrases = phraseTable(lexiconOf(undefined), ROUND_TRIP);
  let texts = 0;
  let suspected = 0;
  let words = 0;
  let translated = 0;
  for (const document of readFolders(folders)) {
    const tokens = tokenize(document.text);
    const findings = findDamage(tokens, { phrases });
    texts++;
    if (mayBeDamaged(document.text)) suspected++;
    words += tokens.count;
    const probability = roundTripProbability(findings, tokens.count);
    if (probability >= 0.5) translated++;
    if (list && probability >= 0.5) console.log(`${document.id}: translated, ${probability.toFixed(2)}`);
    for (const finding of findings) count(counts.get(finding.detector)!, finding, least, list ? document : undefined);
  }
  print(counts, words);
  console.log(`${texts} texts, ${words} words; looked at twice: ${suspected}; taken for translated: ${translated}`);
}

function count(counts: Count, finding: Finding, least: number, document: Document | undefined): void {
  counts.reported++;
  if (finding.replacement === undefined) return;
  counts.all++;
  if (finding.probability < least) return;
  counts.probable++;
  if (document) console.log(`${document.id}: ${finding.detector} ${finding.probability.toFixed(2)} ${inContext(finding, document.text)}`);
}

function inContext({ start, end, observed, replacement }: Finding, text: string): string {
  const around = `${text.slice(Math.max(0, start - CONTEXT), start)}{{${observed}=>${replacement}}}${text.slice(end, end + CONTEXT)}`;
  return around.replace(/\s+/g, ' ');
}

function print(counts: ReadonlyMap<string, Count>, words: number): void {
  const rate = (times: number): string => ((times / words) * 100_000).toFixed(3).padStart(10);
  let probable = 0;
  let all = 0;
  let reported = 0;
  console.log(`${'per 100,000 words'.padEnd(20)}${'probable'.padStart(10)}${'all'.padStart(10)}${'reported'.padStart(10)}`);
  for (const [name, row] of counts) {
    console.log(`${name.padEnd(20)}${rate(row.probable)}${rate(row.all)}${rate(row.reported)}`);
    probable += row.probable;
    all += row.all;
    reported += row.reported;
  }
  console.log(`${'together'.padEnd(20)}${rate(probable)}${rate(all)}${rate(reported)}`);
}
