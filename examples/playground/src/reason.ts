import type { Edit } from '../../../src/lite.js';
import type { Choice } from './choices.js';
import { make } from './elements.js';

const MATCHES: Readonly<Record<Edit['evidence']['match'], string>> = {
  exact: 'as listed',
  misspelt: 'a misspelling of a listed form',
  joined: 'a listed form, joined',
  split: 'a listed form, split',
  markup: 'left-over markup',
};

/** A mark and what it stands for. */
export interface Shown {
  readonly choice: Choice;
  readonly element: HTMLElement;
}

/** The card that says why an edit was made. */
export interface ReasonCard {
  /** Shows why; without a mark, goes away in a moment, unless the pointer is on its way to the card. */
  readonly show: (shown: Shown | undefined) => void;
  readonly hide: () => void;
}

/** Turns an element into the card: shown beside the mark that is pointed at or has the focus, closed with Escape. */
export function makeReasonCard(card: HTMLElement): ReasonCard {
  let leave: ReturnType<typeof setTimeout> | undefined;
  let described: HTMLElement | undefined;
  const hide = (): void => {
    card.hidden = true;
    described?.removeAttribute('aria-describedby');
  };
  const show = (shown: Shown | undefined): void => {
    clearTimeout(leave);
    if (!shown) {
      leave = setTimeout(hide, 150);
      return;
    }
    described?.removeAttribute('aria-describedby');
    described = shown.element;
    described.setAttribute('aria-describedby', card.id);
    fill(card, shown.choice);
    card.hidden = false;
    place(card, shown.element);
  };
  card.addEventListener('pointerenter', () => clearTimeout(leave));
  card.addEventListener('pointerleave', () => show(undefined));
  addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') hide();
  });
  addEventListener('scroll', () => {
    if (described && !card.hidden) place(card, described);
  }, { passive: true, capture: true });
  return { show, hide };
}

/** A probability as people read it; nothing is certain. */
export function percent(probability: number): string {
  const figure = probability > 0.99 ? '>\u00a099' : probability < 0.01 ? '<\u00a01' : Math.round(probability * 100);
  return `${figure}\u00a0%`;
}

function fill(card: HTMLElement, { edit, sure, own, on }: Choice): void {
  card.replaceChildren(
    make('p', 'swap', make('del', '', edit.observed || 'nothing'), ' → ', make('ins', '', edit.replacement || 'nothing')),
    make('p', 'state', `${on ? 'In the text' : sure ? 'Taken back' : 'Too unsure to be made'}; press to ${on ? 'take it back' : 'make it'}.`),
    listOf([
      ['Right with probability', percent(edit.probability)],
      ['Kind', edit.type],
      ['Entry', own ? `${edit.entry} (yours)` : edit.entry],
      ['Found', MATCHES[edit.evidence.match]],
      ['Passage', `${edit.evidence.family}, probability ${percent(edit.evidence.document)}`],
      ['Other readings', edit.alternatives.slice(0, 3).map(({ text, probability }) => `${text || 'nothing'} (${percent(probability)})`).join(', ')],
    ]),
  );
}

function listOf(rows: readonly (readonly [name: string, value: string])[]): HTMLElement {
  return make('dl', '', ...rows.filter(([, value]) => value).flatMap(([name, value]) => [make('dt', '', name), make('dd', '', value)]));
}

/** Below the first line of the mark, or above it where there is no room; narrow windows keep the card at their foot or, for low marks, their head (see style.css). */
function place(card: HTMLElement, mark: HTMLElement): void {
  const box = mark.getClientRects()[0] ?? mark.getBoundingClientRect();
  const below = box.bottom + 6 + card.offsetHeight < innerHeight;
  card.style.left = `${Math.max(8, Math.min(box.left, document.documentElement.clientWidth - card.offsetWidth - 8))}px`;
  card.classList.toggle('high', box.bottom > innerHeight / 2);
  card.style.top = `${below ? box.bottom + 6 : Math.max(8, box.top - card.offsetHeight - 6)}px`;
}
