import type { Restoration } from '../../../src/lite.js';
import type { Choice } from './choices.js';
import { make } from './elements.js';
import { percent } from './reason.js';

/** Says in a line or two what the text is, what was done, and on what evidence. */
export function showVerdict(box: HTMLElement, { verdict }: Restoration, choices: readonly Choice[]): void {
  const spun = verdict.family !== 'none';
  const made = choices.filter(({ on }) => on).length;
  const open = box.querySelector('details')?.open ?? false;
  const words = `${verdict.words.toLocaleString('en')} word${verdict.words === 1 ? '' : 's'}`;
  const figures = [words, ...(spun ? [verdict.family] : []), `probability ${percent(verdict.probability)}`, `${made} of ${choices.length} edits made`];
  box.replaceChildren(
    make('p', 'family', spun ? 'Looks machine-paraphrased' : 'No sign of a machine paraphrase'),
    make('p', 'figures', figures.join(' · ')),
    ...(spun ? [evidenceOf(verdict, open)] : []),
  );
}

function evidenceOf({ displaced, phrases }: Restoration['verdict'], open: boolean): HTMLElement {
  const times = (count: number): string => (count > 1 ? ` (${count} times)` : '');
  const swaps = displaced.slice(0, 8).map(({ observed, intended, count }) => make('li', '', `${observed} for ${intended}${times(count)}`));
  const told = phrases.slice(0, 8).map((phrase) => make('li', '', `“${phrase}”`));
  const details = make('details', 'evidence', make('summary', '', 'Evidence'), make('ul', '', ...swaps, ...told));
  details.open = open;
  details.append(make('p', 'hint', 'A risk marker, never an accusation: writers use these words too.'));
  return details;
}
