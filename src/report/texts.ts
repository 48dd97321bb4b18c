import type { Passage } from '../types.js';
import type { Change, Row } from './changes.js';
import { attribute, content } from './escape.js';

/** What the two texts are made from. */
export interface Texts {
  readonly text: string;
  readonly rows: readonly Row[];
  readonly passages: readonly Passage[];
  /** Language of the text, as in the attribute `lang`. */
  readonly language: string;
}

/**
 * The two texts, row beside row. Every edit stands in both with the observed and the intended words, in `del` and `ins`; the style shows the one or
 * the other, or both in the inline view, so that the page needs no script to be read.
 */
export function renderTexts({ text, rows, passages, language }: Texts): string {
  const isSpun = (row: Row): boolean => passages.some(({ start, end }) => start < row.end && end > row.start);
  const partly = passages.length > 0 && !rows.every(isSpun);
  const lines = rows.map((row) => {
    const shown = renderRow(text, row);
    return `<div class="row${partly && isSpun(row) ? ' passage' : ''}"><p class="observed" dir="auto">${shown}</p><p class="restored" dir="auto">${shown}</p></div>`;
  });
  return `<section id="texts" class="texts" aria-label="The text" lang="${attribute(language)}" data-view="side">
<div class="row heads"><h2 class="observed" lang="en">As found</h2><h2 class="restored" lang="en"><span class="side-only">Restored</span><span class="inline-only">As found, with the edits</span></h2></div>
${lines.join('\n')}
${partly ? '<p class="hint passage-hint" lang="en">A line at the margin marks the passages that look paraphrased; nothing else was edited.</p>' : ''}
</section>`;
}

function renderRow(text: string, { start, end, changes }: Row): string {
  let result = '';
  let from = start;
  for (const change of changes) {
    result += content(text.slice(from, change.edit.start)) + renderMark(change);
    from = change.edit.end;
  }
  return result + content(text.slice(from, end));
}

/** Stands where words are taken out or put in, so that there is something to point at. */
const NOTHING = '<span class="nothing">∅</span>';

function renderMark({ number, applied, edit: { type, observed, replacement } }: Change): string {
  const words = `<del>${content(observed) || NOTHING}</del><span class="gap"> </span><ins>${content(replacement) || NOTHING}</ins>`;
  return `<span class="mark type-${attribute(type)} ${applied ? 'applied' : 'suggested'}" data-edit="${number}">${words}</span>`;
}
