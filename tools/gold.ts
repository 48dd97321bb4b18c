import type { EditType, Span } from '../src/types.js';

/** A place in a text that the gold says was corrupted. */
export interface Mark extends Span {
  readonly observed: string;
  /** Every acceptable wording, likeliest first; the empty string deletes. */
  readonly rights: readonly string[];
  /** False: leaving it as it is would be right too. */
  readonly required: boolean;
  readonly type: EditType;
}

/** A text with its marks, in order. */
export interface Gold {
  readonly text: string;
  readonly marks: readonly Mark[];
}

const MARK = /\{\{((?:(?!\}\}|=\??>)[^\n])+?)=(\??)>([^\n]*?)(?:#([a-z]+))?\}\}/g;

/** Reads the gold markup (corpus/README.md): `{{left=>right1|right2#type}}`, `=?>` for optional marks. */
export function parseGold(marked: string): Gold {
  const marks: Mark[] = [];
  let text = '';
  let from = 0;
  for (const match of marked.matchAll(MARK)) {
    const [whole, observed, optional, rights, type] = match;
    text += marked.slice(from, match.index);
    marks.push({
      start: text.length,
      end: text.length + observed!.length,
      observed: observed!,
      rights: rights!.split('|'),
      required: optional === '',
      type: (type ?? 'lexical') as EditType,
    });
    text += observed!;
    from = match.index + whole.length;
  }
  return { text: text + marked.slice(from), marks };
}

/** Joins golds into one document, `separator` between them. */
export function joinGolds(golds: readonly Gold[], separator = ' '): Gold {
  let text = '';
  const marks: Mark[] = [];
  for (const gold of golds) {
    if (text !== '') text += separator;
    for (const mark of gold.marks) marks.push({ ...mark, start: mark.start + text.length, end: mark.end + text.length });
    text += gold.text;
  }
  return { text, marks };
}
