import type { Change } from './changes.js';
import { attribute, content } from './escape.js';
import { TYPE_MEANINGS, sortTypes } from './words.js';

/** View switch, filters and buttons. They do nothing without the script, which takes their attribute `hidden` away. */
export function renderControls(changes: readonly Change[]): string {
  const filters = changes.length === 0 ? '' : renderFilters(changes);
  return `<section id="controls" class="controls" aria-label="View and filters" hidden>
${changes.length === 0 ? '' : renderViews()}
${filters}
<div class="actions">
<button type="button" id="copy">Copy restored text</button>
<button type="button" id="download">Download restored text</button>
${changes.length === 0 ? '' : '<button type="button" id="reset" class="plain">Reset</button>'}
<p id="status" role="status"></p>
</div>
${changes.length === 0 ? '' : HINT}
</section>`;
}

const HINT = `<p class="hint" id="keys">Point at an edit or move to it with Tab and the arrow keys to see why; click it or press Enter to take it back or put it in. What you filter out or take back stays as found in the restored text.</p>`;

const VIEWS: readonly (readonly [view: string, name: string])[] = [
  ['side', 'Side by side'],
  ['inline', 'Inline'],
  ['list', 'List'],
];

function renderViews(): string {
  const choices = VIEWS.map(([view, name]) => `<label><input type="radio" name="view" value="${view}"${view === 'side' ? ' checked' : ''}><span>${name}</span></label>`);
  return `<fieldset class="views"><legend>View</legend><div class="segments">${choices.join('')}</div></fieldset>`;
}

function renderFilters(changes: readonly Change[]): string {
  const counts = new Map<string, number>();
  for (const { edit: { type } } of changes) counts.set(type, (counts.get(type) ?? 0) + 1);
  const boxes = sortTypes(counts.keys()).map((type) => {
    const meaning = (TYPE_MEANINGS as Readonly<Record<string, string>>)[type] ?? 'a type of its own';
    const box = `<input type="checkbox" name="type" value="${attribute(type)}" checked>`;
    return `<label class="type-${attribute(type)}" title="${attribute(meaning)}">${box}<span class="badge">${content(type)}</span> <span class="quiet">${counts.get(type)!}</span></label>`;
  });
  return `<fieldset class="types"><legend>Types</legend><div class="choices">${boxes.join('')}</div></fieldset>
<div class="least"><label for="least">Least probability</label><input type="range" id="least" min="0" max="1" step="0.01" value="0" aria-describedby="least-value"><output id="least-value" for="least">0.00</output></div>`;
}
