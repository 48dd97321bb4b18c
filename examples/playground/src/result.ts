import type { Choice } from './choices.js';
import { make } from './elements.js';
import type { Shown } from './reason.js';

/** What happens on the marks of a result. */
export interface MarkEvents {
  /** A mark is pointed at or has the focus; undefined when none has any more. */
  readonly onShow: (mark: Shown | undefined) => void;
  readonly onToggle: (choice: Choice) => void;
}

/**
 * Shows a text with its choices as marks: buttons within the text. One of them is reached with Tab, the others with the arrow keys, so that a long text
 * is no trap for the keyboard.
 */
export function showResult(box: HTMLElement, text: string, choices: readonly Choice[], events: MarkEvents): void {
  const pieces: (Node | string)[] = [];
  let from = 0;
  for (const choice of choices) {
    pieces.push(text.slice(from, choice.edit.start), markOf(choice, events));
    from = choice.edit.end;
  }
  box.replaceChildren(...pieces, text.slice(from));
  const first = box.querySelector<HTMLElement>('.mark');
  if (first) first.tabIndex = 0;
}

/** Moves between marks with the arrow keys, and from one end to the other with Home and End. Called once for the box. */
export function followKeys(box: HTMLElement): void {
  box.addEventListener('keydown', (event) => {
    const marks = Array.from(box.querySelectorAll<HTMLElement>('.mark'));
    const at = marks.indexOf(event.target as HTMLElement);
    const to = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: marks.length - 1 }[event.key];
    if (at < 0 || to === undefined) return;
    event.preventDefault();
    marks[Math.min(Math.max(to, 0), marks.length - 1)]?.focus();
  });
  box.addEventListener('focusin', ({ target }) => {
    for (const mark of box.querySelectorAll<HTMLElement>('.mark[tabindex="0"]')) mark.tabIndex = -1;
    (target as HTMLElement).tabIndex = 0;
  });
}

function markOf(choice: Choice, { onShow, onToggle }: MarkEvents): HTMLElement {
  const element = make('span', '');
  element.setAttribute('role', 'button');
  element.tabIndex = -1;
  dress(element, choice);
  const toggle = (): void => {
    choice.on = !choice.on;
    dress(element, choice);
    onToggle(choice);
    onShow({ choice, element });
  };
  element.addEventListener('click', toggle);
  element.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    toggle();
  });
  for (const type of ['pointerenter', 'focus']) element.addEventListener(type, () => onShow({ choice, element }));
  for (const type of ['pointerleave', 'blur']) element.addEventListener(type, () => onShow(undefined));
  return element;
}

function dress(element: HTMLElement, { edit, sure, own, on }: Choice): void {
  element.className = ['mark', on ? 'on' : sure ? 'off' : 'maybe', own ? 'own' : ''].join(' ').trim();
  element.setAttribute('aria-pressed', String(on));
  const now = make(on ? 'ins' : 'span', 'now', (on ? edit.replacement : edit.observed) || '‸');
  element.replaceChildren(...(on ? [make('span', 'was', make('del', '', edit.observed), ' ')] : []), now);
}

