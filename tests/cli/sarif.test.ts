import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { restore as restoreCommand } from '../../src/cli/restore.js';
import { openSarif } from '../../src/cli/sarif.js';
import { restore, type Restoration } from '../../src/index.js';
import { CLEAN_LINES, SPUN_LINES, folderWith } from '../helpers/cli.js';
import { resultFor } from '../helpers/results.js';
import { runCommand } from '../helpers/terminal.js';

interface Region { startLine: number; startColumn: number; endLine: number; endColumn: number }
interface ArtifactChange { artifactLocation: { uri: string }; replacements: { deletedRegion: Region; insertedContent: { text: string } }[] }
interface Result {
  ruleId: string; ruleIndex: number; level: string; rank: number; message: { text: string };
  locations: { physicalLocation: { artifactLocation: { uri: string }; region?: Region } }[];
  fixes?: { description: { text: string }; artifactChanges: ArtifactChange[] }[];
  properties?: { applied: boolean; entry: string };
}
interface Log {
  $schema: string; version: string;
  runs: { tool: { driver: { name: string; version: string; rules: { id: string; shortDescription: { text: string } }[] } }; columnKind: string; results: Result[] }[];
}

async function logOf(...files: readonly (readonly [file: string, text: string, restoration: Restoration])[]): Promise<Log> {
  let written = '';
  const sarif = openSarif(async (text) => void (written += text));
  for (const [file, text, restoration] of files) await sarif.add(file, text, restoration);
  await sarif.close();
  return JSON.parse(written) as Log;
}

/** What the standard asks of the parts of a log that we write: required properties, kinds of values, references that lead somewhere. */
function problemsOf({ version, runs }: Log): string[] {
  const problems: string[] = [];
  const ask = (fine: boolean, what: string): void => void (fine || problems.push(what));
  ask(version === '2.1.0', 'version');
  ask(Array.isArray(runs) && runs.length === 1, 'one run');
  const { tool: { driver }, columnKind, results } = runs[0]!;
  ask(driver.name === 'unspun' && /^\d+\.\d+\.\d+/.test(driver.version), 'tool');
  ask(columnKind === 'utf16CodeUnits', 'columnKind');
  ask(new Set(driver.rules.map(({ id }) => id)).size === driver.rules.length, 'rules are unique');
  for (const { shortDescription } of driver.rules) ask(/^[^{}[\]]+\.$/.test(shortDescription.text), 'rule text');
  for (const { ruleId, ruleIndex, level, rank, message, locations, fixes } of results) {
    ask(driver.rules[ruleIndex]?.id === ruleId, `rule ${ruleId} at ${ruleIndex}`);
    ask(level === 'warning' || level === 'note', `level ${level}`);
    ask(rank >= 0 && rank <= 100, `rank ${rank}`);
    ask(message.text !== '', 'message');
    ask(locations.length === 1, 'one location');
    const changes = (fixes ?? []).flatMap(({ artifactChanges }) => artifactChanges);
    for (const { uri } of [locations[0]!.physicalLocation.artifactLocation, ...changes.map(({ artifactLocation }) => artifactLocation)]) {
      ask(/^(?:[\w!$&'()*+,;=@.~/:-]|%[0-9A-F]{2})+$/.test(uri), `uri ${uri}`);
    }
    const regions = [locations[0]!.physicalLocation.region, ...changes.flatMap(({ replacements }) => replacements.map(({ deletedRegion }) => deletedRegion))];
    for (const region of regions) {
      if (!region) continue;
      ask(Object.values(region).every((value) => Number.isInteger(value) && value >= 1), 'region');
      ask(region.endLine > region.startLine || (region.endLine === region.startLine && region.endColumn >= region.startColumn), 'region runs forwards');
    }
  }
  return problems;
}

/** Applies the fixes of the applied edits, as a review system would: by line and column. */
function fixed(text: string, { runs }: Log): string {
  const lines = text.replace(/^\ufeff/, '').split('\n');
  const starts = lines.map((_, i) => (text.startsWith('\ufeff') ? 1 : 0) + lines.slice(0, i).reduce((sum, line) => sum + line.length + 1, 0));
  const replacements = runs[0]!.results
    .filter(({ properties }) => properties?.applied)
    .flatMap(({ fixes }) => fixes!.flatMap(({ artifactChanges }) => artifactChanges.flatMap((change) => change.replacements)));
  return replacements.reduceRight((rest, { deletedRegion: { startLine, startColumn, endLine, endColumn }, insertedContent }) => {
    return rest.slice(0, starts[startLine - 1]! + startColumn - 1) + insertedContent.text + rest.slice(starts[endLine - 1]! + endColumn - 1);
  }, text);
}

describe('a log', () => {
  test.each<[title: string, text: string]>([
    ['a spun text', SPUN_LINES],
    ['a spun text of a Windows file', SPUN_LINES.replaceAll('\n', '\r\n')],
    ['a spun text behind a byte order mark', `\ufeff${SPUN_LINES}`],
    ['a spun text with emoji, which are two units wide', SPUN_LINES.replaceAll('she', '😀 she')],
  ])('has what the standard asks for, and fixes that restore: %s', async (_, text) => {
    const restoration = restore(text);
    expect(restoration.edits.length).toBeGreaterThan(15);
    const log = await logOf(['a.txt', text, restoration]);
    expect(problemsOf(log)).toEqual([]);
    expect(log.runs[0]!.results).toHaveLength(1 + restoration.edits.length + restoration.suggestions.length);
    expect(fixed(text, log)).toBe(restoration.text);
  });

  it('has one rule for each type of edit and one for the document', async () => {
    const log = await logOf();
    expect(problemsOf(log)).toEqual([]);
    expect(log.runs[0]!.results).toEqual([]);
    expect(log.runs[0]!.tool.driver.rules.map(({ id }) => id)).toEqual([
      'term', 'lexical', 'function', 'demonym', 'idiom', 'abbrev', 'markup', 'grammar', 'order', 'punct', 'repeat', 'possessive', 'sense', 'paraphrased',
    ]);
  });

  it('says what was found and what was meant, louder where it is surer', async () => {
    const text = 'The warfare\nended the the {war} [sic].';
    const { runs } = await logOf(['a b/ü.txt', text, resultFor(text, [
      { observed: 'warfare', replacement: 'war', type: 'term', probability: 0.95 },
      { observed: 'the the', replacement: 'the', probability: 0.6, type: 'repeat' },
      { observed: '{war} [sic]', replacement: '', type: 'markup', probability: 0.3, applied: false },
    ])]);
    const [verdict, ...edits] = runs[0]!.results;
    expect(verdict).toMatchObject({ ruleId: 'paraphrased', level: 'warning', rank: 97 });
    expect(verdict!.message.text).toContain('(synonym-spin, probability 0.97). A risk marker, never an accusation.');
    expect(edits.map(({ ruleId, level, message, locations }) => [ruleId, level, message.text, locations[0]!.physicalLocation.region])).toEqual([
      ['term', 'warning', '"warfare" → "war" (term, probability 0.95, synonym-spin/test/war)', { startLine: 1, startColumn: 5, endLine: 1, endColumn: 12 }],
      ['repeat', 'note', '"the the" → "the" (repeat, probability 0.60, synonym-spin/test/the)', { startLine: 2, startColumn: 7, endLine: 2, endColumn: 14 }],
      ['markup', 'note', '"{{war}} \\[sic\\]" should go (markup, probability 0.30, synonym-spin/test/)', { startLine: 2, startColumn: 15, endLine: 2, endColumn: 26 }],
    ]);
    expect(edits.map(({ properties }) => properties!.applied)).toEqual([true, true, false]);
    expect(verdict!.locations[0]!.physicalLocation).toEqual({ artifactLocation: { uri: 'a%20b/%C3%BC.txt' } });
  });

  test.each([
    ['./a.txt', 'a.txt'],
    ['../a.txt', '../a.txt'],
    ['c:d/a?.txt', 'c%3Ad/a%3F.txt'],
    [resolve('a b.txt'), pathToFileURL(resolve('a b.txt')).href],
    ['-', '-'],
  ])('%s is the address %s', async (file, uri) => {
    const { runs } = await logOf([file, 'warfare', resultFor('warfare', [])]);
    expect(runs[0]!.results[0]!.locations[0]!.physicalLocation.artifactLocation.uri).toBe(uri);
  });
});

describe('unspun restore --format sarif', () => {
  let folder: string;
  let remove: () => void;
  beforeAll(() => void ({ folder, remove } = folderWith({ 'spun.txt': SPUN_LINES, 'clean.txt': CLEAN_LINES, 'again.txt': SPUN_LINES })));
  afterAll(() => remove());

  it('writes one log over all files, those that cannot be read left out', async () => {
    const files = ['clean.txt', 'spun.txt', 'missing.txt', 'again.txt'].map((name) => join(folder, name));
    const { code, out, err } = await runCommand(restoreCommand, ['--format', 'sarif', ...files]);
    expect([code, err]).toEqual([1, `${files[2]}: no such file; check the path\n`]);
    const log = JSON.parse(out) as Log;
    expect(problemsOf(log)).toEqual([]);
    const uris = log.runs[0]!.results.map(({ locations }) => locations[0]!.physicalLocation.artifactLocation.uri);
    expect([...new Set(uris)]).toEqual([pathToFileURL(files[1]!).href, pathToFileURL(files[3]!).href]);
  });

  it('is an empty run over clean files', async () => {
    const { code, out } = await runCommand(restoreCommand, ['--format', 'sarif', join(folder, 'clean.txt')]);
    expect(code).toBe(0);
    expect((JSON.parse(out) as Log).runs[0]!.results).toEqual([]);
  });
});
