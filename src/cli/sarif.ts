import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import manifest from '../../package.json' with { type: 'json' };
import { EDIT_TYPES } from '../dictionary/entry.js';
import { MODES } from '../options.js';
import { placeFinder } from '../report/changes.js';
import { TYPE_MEANINGS } from '../report/words.js';
import type { Edit, Restoration, Verdict } from '../types.js';

/** Rule of the result that says what a whole document looks like. */
const VERDICT_RULE = 'paraphrased';
const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

const RULES = [
  ...EDIT_TYPES.map((type) => ({ id: type, shortDescription: { text: `Machine paraphrase: ${TYPE_MEANINGS[type]}.` }, defaultConfiguration: { level: 'note' } })),
  {
    id: VERDICT_RULE,
    shortDescription: { text: 'The text looks machine-paraphrased.' },
    fullDescription: { text: 'The text, or a passage of it, looks machine-paraphrased. A risk marker, never an accusation.' },
    defaultConfiguration: { level: 'warning' },
  },
];

/** Writes one SARIF 2.1.0 log of one run, file by file: nothing of a file is kept once it is written. */
export interface SarifWriter {
  /** A result for the document where it looks paraphrased, and one for each edit and suggestion. */
  add(file: string, text: string, restoration: Restoration): Promise<void>;
  /** Ends the log. Without it, what was written is no JSON. */
  close(): Promise<void>;
}

/** Opens a SARIF log; `write` takes its parts in order. */
export function openSarif(write: (text: string) => Promise<void>): SarifWriter {
  const driver = { name: 'unspun', version: manifest.version, semanticVersion: manifest.version, rules: RULES };
  const run = JSON.stringify({ tool: { driver }, columnKind: 'utf16CodeUnits' }).slice(0, -1);
  let before = `{"$schema":${JSON.stringify(SCHEMA)},"version":"2.1.0","runs":[${run},"results":[\n`;
  return {
    add: async (file, text, restoration) => {
      for (const result of resultsOf(file, text, restoration)) {
        await write(before + JSON.stringify(result));
        before = ',\n';
      }
    },
    close: () => write(`${before === ',\n' ? '' : before}\n]}]}\n`),
  };
}

function* resultsOf(file: string, text: string, { edits, suggestions, verdict }: Restoration): Generator<object> {
  const artifactLocation = { uri: uriOf(file) };
  const placeOf = placeFinder(text);
  if (verdict.family !== 'none') yield verdictResult(verdict, artifactLocation);
  const applied = new Set(edits);
  for (const edit of [...edits, ...suggestions].sort((a, b) => a.start - b.start)) {
    const { line: startLine, column: startColumn } = placeOf(edit.start);
    const { line: endLine, column: endColumn } = placeOf(edit.end);
    yield editResult(edit, applied.has(edit), artifactLocation, { startLine, startColumn, endLine, endColumn });
  }
}

function verdictResult({ family, probability }: Verdict, artifactLocation: object): object {
  const text = `The text, or a passage of it, looks machine-paraphrased (${family}, probability ${probability.toFixed(2)}). A risk marker, never an accusation.`;
  return {
    ruleId: VERDICT_RULE, ruleIndex: RULES.length - 1, level: 'warning', rank: rankOf(probability), message: { text: messageText(text) },
    locations: [{ physicalLocation: { artifactLocation } }],
  };
}

function editResult({ observed, replacement, type, probability, entry, alternatives }: Edit, applied: boolean, artifactLocation: object, region: object): object {
  const what = replacement === '' ? `"${observed}" should go` : `"${observed}" → "${replacement}"`;
  const change = { artifactLocation, replacements: [{ deletedRegion: region, insertedContent: { text: replacement } }] };
  return {
    ruleId: type, ruleIndex: EDIT_TYPES.indexOf(type), level: probability >= MODES.certain ? 'warning' : 'note', rank: rankOf(probability),
    message: { text: messageText(`${what} (${type}, probability ${probability.toFixed(2)}, ${entry})`) },
    locations: [{ physicalLocation: { artifactLocation, region } }],
    fixes: [{ description: { text: messageText(what) }, artifactChanges: [change] }],
    properties: { entry, probability, applied, alternatives },
  };
}

/** Importance from 0 to 100. */
function rankOf(probability: number): number {
  return Math.round(probability * 1000) / 10;
}

/** Plain text as a message: brackets would begin a link, braces a placeholder. */
function messageText(text: string): string {
  return text.replace(/[\\[\]]/g, '\\$&').replace(/[{}]/g, '$&$&');
}

/** A path as a URI reference: relative ones stay relative, for review systems look them up in the repository. */
function uriOf(file: string): string {
  if (isAbsolute(file)) return pathToFileURL(file).href;
  return file.replaceAll('\\', '/').replace(/^(?:\.\/)+/, '').split('/').map(encodeURIComponent).join('/');
}
