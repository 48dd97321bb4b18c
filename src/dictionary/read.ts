import type { EditType } from '../types.js';
import { yaml, type YamlNode } from '#lazy';
import { tokenize } from '../text/tokenize.js';
import { EDIT_TYPES, PARTS_OF_SPEECH, type Entry, type PartOfSpeech } from './entry.js';

/** Something wrong in a dictionary file: where, what was got, what was expected, what to do. */
export interface Problem {
  /** `file:line`. */
  readonly where: string;
  /** What was got, what was expected and what to do. */
  readonly message: string;
  /** A dictionary with errors is not loaded; warnings come from `unspun dictionary check` alone. */
  readonly severity: 'error' | 'warning';
}

/** Thrown by `loadDictionary`: one error that lists every problem with its file and line. */
export class DictionaryError extends Error {
  /** In the order of the sources. */
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    const lines = problems.map((problem) => `  ${problem.where}: ${problem.message}`);
    super(`${problems.length} problem${problems.length === 1 ? '' : 's'} in the dictionary:\n${lines.join('\n')}`);
    this.name = 'DictionaryError';
    this.problems = problems;
  }
}

const MAX_LENGTH = 4_000_000;
const MAX_PHRASE = 120;
const FILE_KEYS = ['family', 'topic', 'sources', 'license', 'type', 'entries'];
const LONG_KEYS = ['observed', 'type', 'unless', 'pos', 'inflect', 'note', 'examples', 'allows'];
const NAME = /^[a-z0-9][a-z0-9._-]*$/;

/**
 * Reads one dictionary file from YAML or JSON text (JSON is YAML). Walks the syntax tree and never builds objects from it, so keys such as
 * `__proto__` are plain words and aliases are refused, not expanded.
 */
export function readEntries(text: string, file: string): { entries: Entry[]; problems: Problem[] } {
  const reader = new Reader(file);
  if (text.length > MAX_LENGTH) {
    reader.fail(1, `got ${text.length} characters, expected at most ${MAX_LENGTH}; split the file by topic`);
    return reader;
  }
  const { parseDocument, LineCounter } = yaml();
  const lines = new LineCounter();
  const document = parseDocument(text.replace(/^\ufeff/, ''), { lineCounter: lines, uniqueKeys: false, prettyErrors: false, schema: 'failsafe' });
  reader.lineOf = (node) => (node?.range ? lines.linePos(node.range[0]).line : 1);
  for (const error of document.errors) reader.fail(lines.linePos(error.pos[0]).line, `${plainly(error.message)}; write one "head: [variant, variant]" a line`);
  if (document.errors.length === 0) reader.readFile(document.contents);
  return reader;
}

/** The YAML reader runs out of stack in lists within lists within lists, and says so in its own terms. */
function plainly(message: string): string {
  return /call stack|recursion/i.test(message) ? 'got lists or maps nested too deeply' : message;
}

class Reader {
  readonly entries: Entry[] = [];
  readonly problems: Problem[] = [];
  lineOf: (node: YamlNode | null | undefined) => number = () => 1;
  private readonly file: string;
  private readonly seen = new Map<string, number>();

  constructor(file: string) {
    this.file = file;
  }

  fail(line: number, message: string): void {
    this.problems.push({ where: `${this.file}:${line}`, message, severity: 'error' });
  }

  readFile(root: YamlNode | null): void {
    const fields = this.fields(root, FILE_KEYS, 'a dictionary file');
    if (!fields) return;
    const family = this.name(fields.get('family'), 'family', root);
    const topic = this.name(fields.get('topic'), 'topic', root);
    const sources = fields.has('sources') ? this.strings(fields.get('sources')!, 'sources') : [];
    const type = this.choice(fields.get('type'), 'type', EDIT_TYPES) ?? 'lexical';
    const entries = fields.get('entries');
    if (!isMap(entries)) {
      this.fail(this.lineOf(entries ?? root), 'got no entries; expected "entries:" with one "head: [variant, …]" a line under it');
      return;
    }
    for (const pair of entries.items) this.readEntry(pair, { family, topic, sources, type });
  }

  private readEntry(pair: YamlPair, file: { family: string; topic: string; sources: string[]; type: EditType }): void {
    const line = this.lineOf(pair.key);
    const intended = this.phrase(pair.key, 'head');
    if (intended === undefined) return;
    const earlier = this.seen.get(intended);
    if (earlier !== undefined) {
      this.fail(line, `head "${intended}" is already on line ${earlier}; merge the two lists`);
      return;
    }
    this.seen.set(intended, line);
    const long = isMap(pair.value);
    const fields = long ? this.fields(pair.value, LONG_KEYS, `entry "${intended}"`) : new Map([['observed', pair.value]]);
    if (!fields) return;
    const observed = this.variants(fields.get('observed') ?? null, intended, line);
    const pos = this.choice<PartOfSpeech>(fields.get('pos'), 'pos', PARTS_OF_SPEECH);
    const inflect = this.choice<'noun' | 'verb'>(fields.get('inflect'), 'inflect', ['noun', 'verb']);
    const note = scalar(fields.get('note'));
    this.entries.push({
      id: `${file.family}/${file.topic}/${intended}`,
      family: file.family,
      topic: file.topic,
      intended,
      observed,
      type: this.choice(fields.get('type'), 'type', EDIT_TYPES) ?? file.type,
      unless: fields.has('unless') ? this.strings(fields.get('unless')!, 'unless') : [],
      ...(pos && { pos }),
      ...(inflect && { inflect }),
      ...(note !== undefined && { note }),
      examples: fields.has('examples') ? this.strings(fields.get('examples')!, 'examples') : [],
      allows: fields.has('allows') ? this.strings(fields.get('allows')!, 'allows') : [],
      sources: file.sources,
      long,
      where: `${this.file}:${line}`,
    });
  }

  private variants(node: YamlNode | null, intended: string, line: number): string[] {
    if (!isSeq(node) || node.items.length === 0) {
      this.fail(node ? this.lineOf(node) : line, `entry "${intended}": got ${describe(node)}, expected a list of observed forms, as in [warfare, struggle]`);
      return [];
    }
    const variants: string[] = [];
    for (const item of node.items) {
      // Texts are compared under straight apostrophes, so the curly ones of an author's keyboard are straightened here.
      const variant = this.phrase(item, 'observed form')?.replace(/[\u2019\u02bc]/g, "'");
      if (variant === undefined) continue;
      if (variant === intended) this.fail(this.lineOf(item), `"${variant}" is its own head; remove it`);
      else if (variants.includes(variant)) this.fail(this.lineOf(item), `"${variant}" stands twice under "${intended}"; remove one`);
      else variants.push(variant);
    }
    return variants;
  }

  private phrase(node: YamlNode | null | undefined, what: string): string | undefined {
    const text = scalar(node);
    if (text === undefined || text.trim() !== text || text === '' || text.length > MAX_PHRASE || /[\n\r\t]|\s\s/.test(text)) {
      this.fail(this.lineOf(node), `got ${describe(node)} as ${what}, expected a phrase of 1 to ${MAX_PHRASE} characters on one line without spaces around it`);
      return undefined;
    }
    if (tokenize(text).count === 0) {
      this.fail(this.lineOf(node), `got "${text}" as ${what}, expected at least one letter or digit`);
      return undefined;
    }
    return text;
  }

  private fields(node: YamlNode | null | undefined, known: readonly string[], what: string): Map<string, YamlNode | null> | undefined {
    if (!isMap(node)) {
      this.fail(this.lineOf(node), `got ${describe(node)} for ${what}, expected the keys ${known.join(', ')}`);
      return undefined;
    }
    const fields = new Map<string, YamlNode | null>();
    for (const pair of node.items) {
      const key = scalar(pair.key) ?? '?';
      if (!known.includes(key)) this.fail(this.lineOf(pair.key), `unknown key "${key}" in ${what}; known: ${known.join(', ')}`);
      else if (fields.has(key)) this.fail(this.lineOf(pair.key), `key "${key}" stands twice in ${what}; keep one`);
      else fields.set(key, pair.value);
    }
    return fields;
  }

  private name(node: YamlNode | null | undefined, what: string, root: YamlNode | null): string {
    const text = scalar(node);
    if (text !== undefined && NAME.test(text)) return text;
    this.fail(this.lineOf(node ?? root), `got ${describe(node)} as ${what}, expected lower-case letters, digits and hyphens, as in "synonym-spin"`);
    return '?';
  }

  private choice<T extends string>(node: YamlNode | null | undefined, what: string, known: readonly T[]): T | undefined {
    if (node === undefined) return undefined;
    const text = scalar(node);
    if (text !== undefined && (known as readonly string[]).includes(text)) return text as T;
    this.fail(this.lineOf(node), `unknown ${what} ${describe(node)}; known: ${known.join(', ')}`);
    return undefined;
  }

  private strings(node: YamlNode | null, what: string): string[] {
    const items = isSeq(node) ? node.items.map(scalar) : [];
    if (isSeq(node) && items.every((item) => item !== undefined && item !== '')) return items as string[];
    this.fail(this.lineOf(node), `got ${describe(node)} as ${what}, expected a list of texts`);
    return [];
  }
}

interface YamlPair {
  readonly key: YamlNode | null;
  readonly value: YamlNode | null;
}

function isMap(node: YamlNode | null | undefined): node is YamlNode & { items: YamlPair[] } {
  return yaml().isMap(node);
}

function isSeq(node: YamlNode | null | undefined): node is YamlNode & { items: YamlNode[] } {
  return yaml().isSeq(node);
}

function scalar(node: YamlNode | null | undefined): string | undefined {
  if (!yaml().isScalar(node)) return undefined;
  return typeof node.value === 'string' ? node.value : String(node.value ?? '');
}

function describe(node: YamlNode | null | undefined): string {
  if (node === null || node === undefined) return 'nothing';
  if (yaml().isAlias(node)) return 'a YAML alias';
  if (isMap(node)) return 'a map';
  if (isSeq(node)) return node.items.length === 0 ? 'an empty list' : 'a list';
  const text = scalar(node)!;
  return text === '' ? 'nothing' : `"${text.length > 60 ? `${text.slice(0, 60)}…` : text}"`;
}
