import type { Edit } from '../../types.js';
import type { Judgement } from './judge.js';
import { offsetConverter } from './offsets.js';

/** Attribute of the whole document: its probability of being machine-paraphrased. */
export const DOCUMENT_ATTRIBUTE = 'unspun__document__probability';
const REPLACE = 'unspun__replace__';

type DolmaSpan = readonly [start: number, end: number, score: number];

/** The attributes of a document for `dolma mix`. */
export interface AttributeRow {
  readonly attributes: Readonly<Record<string, readonly DolmaSpan[]>>;
  /** The replacement texts that the attributes stand for. */
  readonly replacements: readonly string[];
  /** Edits left out: Dolma reads `{}` in a replacement as the text found, and has no way to write the two braces themselves. */
  readonly inexpressible: number;
}

/** Spans in code points, one attribute for each replacement text, and one for the document. */
export function attributeRow({ verdict, edits = [] }: Judgement, text: string): AttributeRow {
  const attributes: Record<string, DolmaSpan[]> = {};
  const replacements: string[] = [];
  const convert = offsetConverter(text, 'codepoints');
  const written = edits.filter(({ replacement }) => !replacement.includes('{}')).map((edit) => widened(edit, text));
  for (const { start, end, replacement, probability } of written) {
    const key = attributeKey(replacement);
    if (!Object.hasOwn(attributes, key)) replacements.push(replacement);
    (attributes[key] ??= []).push([convert(start), convert(end), probability]);
  }
  attributes[DOCUMENT_ATTRIBUTE] = [[0, convert(text.length), verdict.probability]];
  return { attributes, replacements, inexpressible: edits.length - written.length };
}

/** The attribute of a replacement text: letters and digits stand for themselves, any other byte of its UTF-8 is `_` and two hexadecimal digits. */
export function attributeKey(replacement: string): string {
  const bytes = [...Buffer.from(replacement, 'utf8')];
  return REPLACE + bytes.map((byte) => (isWordByte(byte) ? String.fromCharCode(byte) : `_${byte.toString(16).padStart(2, '0')}`)).join('');
}

/** What a mixer configuration is written from. */
export interface MixerInput {
  /** Paths of the document files. */
  readonly documents: readonly string[];
  /** Folder of the attribute files, below `attributes`. */
  readonly name: string;
  readonly replacements: readonly string[];
  /** Least score of an edit to be applied. */
  readonly minScore: number;
  /** Where the mixed documents are to go. */
  readonly output: string;
}

/** A configuration for `dolma -c FILE mix` that puts every replacement into the texts, and takes the attributes out again. */
export function mixerConfiguration({ documents, name, replacements, minScore, output }: MixerInput): object {
  const replace = [...new Set(replacements)].sort().map((replacement) => ({
    span: `$.attributes.${attributeKey(replacement)}`, min_score: minScore, replacement, syntax: 'jsonpath',
  }));
  // Dolma wants at least one; this one finds nothing.
  const nothing = { span: `$.attributes.${REPLACE}`, min_score: 2, replacement: '', syntax: 'jsonpath' };
  return {
    streams: [{
      name: 'unspun', documents, attributes: [name], span_replacement: replace.length > 0 ? replace : [nothing],
      output: { path: output, max_size_in_bytes: 2 ** 31, discard_fields: ['attributes'] },
    }],
    processes: 1,
  };
}

type Change = Pick<Edit, 'start' | 'end' | 'replacement' | 'probability'>;

/** Dolma loses a character where a span is empty, so an insertion takes a neighbour into its span. */
function widened({ start, end, replacement, probability }: Edit, text: string): Change {
  if (start < end || text.length === 0) return { start, end, replacement, probability };
  if (start === text.length) {
    const before = text.slice(0, start).match(/[\s\S]$/u)![0];
    return { start: start - before.length, end, replacement: before + replacement, probability };
  }
  const after = String.fromCodePoint(text.codePointAt(start)!);
  return { start, end: end + after.length, replacement: replacement + after, probability };
}

function isWordByte(byte: number): boolean {
  return (byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);
}
