import type { Nodes, Root } from 'nlcst';
import { createRestorer } from '../index.js';
import type { Edit, Options, Span } from '../types.js';
import { placeEdits } from './placed.js';
import { pointsOf, type Point } from './points.js';
import { expectedOf, noteOf, reasonOf } from './wording.js';

export type { Point };

/** Options of {@link retextUnspun}: those of `restore`, and one more. */
export interface RetextUnspunOptions extends Options {
  /** Whether to mention edits too unsure to be made, as info messages. Default: only in the mode `suggest`, which has no others. */
  readonly suggestions?: boolean;
}

/** What the plugin needs of a file; any vfile will do. Spelt out, so that the types of vfile are not needed. */
export interface MessageFile {
  /** The text of the file. */
  toString(): string;
  /** Adds a warning, to which further fields may be assigned. */
  message(reason: string, details: MessageDetails): object;
  /** Adds an information; otherwise as `message`. */
  info(reason: string, details: MessageDetails): object;
}

/** Where a message belongs, and who says it. */
export interface MessageDetails {
  /** `unspun`. */
  readonly source: string;
  /** Type of the edit. */
  readonly ruleId: string;
  /** First and last point of the words, half-open. */
  readonly place: { readonly start: Point; readonly end: Point };
}

/**
 * A unified plugin for natural language (nlcst): one message for each edit that `restore` would make in the file, with the wording to put in `expected`.
 * Reads the whole file, so that its evidence counts, and changes nothing. Where the tree is the prose of another format (through remark-retext or
 * rehype-retext), only edits within that prose are mentioned.
 *
 * @example unified().use(retextEnglish).use(retextUnspun, { mode: 'certain' }).use(retextStringify)
 * @throws {TypeError} where an option is unknown or of the wrong kind.
 */
export function retextUnspun(options?: RetextUnspunOptions | null): (tree: Root, file: MessageFile) => undefined {
  const { suggestions: wanted = options?.mode === 'suggest', ...rest } = options ?? {};
  const restorer = createRestorer(rest);
  return (tree, file) => {
    const text = String(file);
    const { edits, suggestions } = restorer.restore(text);
    const prose = proseOf(tree);
    const pointAt = pointsOf(text);
    for (const { edit } of placeEdits(edits, prose)) Object.assign(file.message(reasonOf(edit), detailsOf(edit, pointAt)), fieldsOf(edit));
    if (!wanted) return undefined;
    for (const { edit } of placeEdits(suggestions, prose)) Object.assign(file.info(reasonOf(edit), detailsOf(edit, pointAt)), fieldsOf(edit));
    return undefined;
  };
}

export default retextUnspun;

function detailsOf({ type, start, end }: Edit, pointAt: (offset: number) => Point): MessageDetails {
  return { source: 'unspun', ruleId: type, place: { start: pointAt(start), end: pointAt(end) } };
}

function fieldsOf(edit: Edit): { actual: string; expected: string[]; note: string; entry: string; probability: number } {
  return { actual: edit.observed, expected: expectedOf(edit), note: noteOf(edit), entry: edit.entry, probability: edit.probability };
}

/** The stretches of the file that are words, spaces and signs of prose, joined where they touch; sources such as inline code are not. */
function proseOf(tree: Root): Span[] {
  const spans: { start: number; end: number }[] = [];
  const walk = (node: Nodes): void => {
    if ('children' in node) return node.children.forEach(walk);
    const start = node.position?.start.offset;
    const end = node.position?.end.offset;
    if (start === undefined || end === undefined || node.type === 'SourceNode') return;
    const last = spans.at(-1);
    if (last && last.end === start) last.end = end;
    else spans.push({ start, end });
  };
  walk(tree);
  return spans;
}
