import { CARD } from './behaviour-card.js';
import { CONTROLS } from './behaviour-controls.js';
import { MARKS } from './behaviour-marks.js';

/**
 * Script of a report: views, filters, cards, and the restored text to copy or download. It is text, not a function made text, so that no build step
 * can change what the policy's hash is made from. The page can be read without it.
 */
export const BEHAVIOUR = `
'use strict';
(() => {
  const { text, file, edits } = JSON.parse(byId('data').textContent);
  const texts = byId('texts');
  const card = byId('card');
  const reasons = byId('reasons');
  const marks = edits.map((_, number) => [...texts.querySelectorAll('[data-edit="' + number + '"]')]);
  const chosen = new Map();
  let open = { number: -1, mark: undefined, pinned: false };
  let timer = 0;
  let pointer = { x: -1, y: -1 };

  byId('controls').hidden = false;
  if (edits.length > 0) {
    addButtons();
    addMarks();
    addViews();
    addFilters();
    addCard();
  }
  addText();
  refresh();

  function byId(id) {
    return document.getElementById(id);
  }

  // What is shown, and what is applied

  function least() {
    return Number(byId('least').value);
  }

  function isShown({ type, probability }, types, from) {
    return types.has(type) && probability >= from;
  }

  function shownTypes() {
    return new Set([...document.querySelectorAll('input[name=type]:checked')].map((box) => box.value));
  }

  function states() {
    if (edits.length === 0) return [];
    const types = shownTypes();
    const from = least();
    return edits.map((edit, number) => {
      const shown = isShown(edit, types, from);
      return { shown, applied: shown && (chosen.get(number) ?? edit.applied) };
    });
  }

  function restoredText() {
    let result = '';
    let from = 0;
    states().forEach(({ applied }, number) => {
      if (!applied) return;
      const { start, end, replacement } = edits[number];
      result += text.slice(from, start) + replacement;
      from = end;
    });
    return result + text.slice(from);
  }

  function refresh() {
    const all = states();
    all.forEach((state, number) => refreshEdit(number, state));
    for (const pane of ['observed', 'restored']) keepOneTabStop(pane);
    const applied = all.filter((state) => state.applied).length;
    const shown = all.filter((state) => state.shown).length;
    byId('status').textContent = edits.length === 0 ? '' : applied + (applied === 1 ? ' edit' : ' edits') + ' applied, ' + (shown - applied) + ' only shown, ' + (edits.length - shown) + ' filtered out';
  }

  function refreshEdit(number, { shown, applied }) {
    for (const mark of marks[number]) {
      mark.classList.toggle('filtered', !shown);
      mark.classList.toggle('applied', applied);
      mark.classList.toggle('suggested', !applied);
      if (shown) mark.setAttribute('role', 'button');
      else mark.removeAttribute('role');
      for (const [name, value] of descriptionOf(number, applied)) {
        if (shown) mark.setAttribute(name, value);
        else mark.removeAttribute(name);
      }
    }
    const reason = byId('edit-' + number);
    reason.hidden = !shown;
    label(reason, applied);
    if (open.number === number) label(card, applied);
  }

  function descriptionOf(number, applied) {
    const { observed, replacement, type, probability } = edits[number];
    const words = '“' + observed + '” ' + (replacement === '' ? 'goes' : 'becomes “' + replacement + '”');
    return [
      ['aria-description', words + ', ' + type + ', probability ' + probability.toFixed(2) + (applied ? ', applied' : ', left as found')],
      ['aria-haspopup', 'dialog'],
      ['aria-expanded', String(open.pinned && open.number === number)],
    ];
  }

  function label(place, applied) {
    place.querySelector('.state').textContent = applied ? 'applied' : 'left as found';
    place.querySelector('.toggle').textContent = applied ? 'Take this edit back' : 'Put this edit in';
  }

  function toggle(number) {
    chosen.set(number, !states()[number].applied);
    refresh();
  }
${MARKS}${CARD}${CONTROLS}})();
`;
