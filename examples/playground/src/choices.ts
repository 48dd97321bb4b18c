import { applyEdits, type Edit, type Restoration } from '../../../src/lite.js';

/** An edit or suggestion, and whether it is to be made. */
export interface Choice {
  readonly edit: Edit;
  /** Whether the library would make it. */
  readonly sure: boolean;
  /** Whether it comes from an entry typed into the page. */
  readonly own: boolean;
  on: boolean;
}

/** The edits and suggestions of a text in order; those in `flipped` (see {@link keyOf}) are turned round. */
export function choicesOf({ edits, suggestions }: Restoration, own: readonly string[], flipped: ReadonlySet<string>): Choice[] {
  const mine = new Set(own);
  const choice = (edit: Edit, sure: boolean): Choice => ({ edit, sure, own: mine.has(edit.entry), on: sure !== flipped.has(keyOf(edit)) });
  return [...edits.map((edit) => choice(edit, true)), ...suggestions.map((edit) => choice(edit, false))].sort((left, right) => left.edit.start - right.edit.start);
}

/** What tells an edit of a text from the others. */
export function keyOf({ start, end, replacement }: Edit): string {
  return `${start}-${end} ${replacement}`;
}

/** The text with the chosen edits made. */
export function chosenText(text: string, choices: readonly Choice[]): string {
  return applyEdits(text, choices.filter(({ on }) => on).map(({ edit }) => edit));
}
