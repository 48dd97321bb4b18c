import type { Edit } from '../types.js';
import { placeFinder, type Change } from './changes.js';
import { attribute, content } from './escape.js';
import { evidenceOf } from './evidence.js';
import { familyName, grouped, shownProbability } from './words.js';

/** The list of all edits and suggestions, each with its reasons. The cards that the script shows beside the text are copies of these. */
export function renderReasons(text: string, changes: readonly Change[]): string {
  if (changes.length === 0) return '';
  const placeOf = placeFinder(text);
  return `<section id="reasons" class="reasons" aria-labelledby="reasons-title">
<h2 id="reasons-title">Edits and why</h2>
<ol>
${changes.map((change) => renderReason(change, placeOf(change.edit.start))).join('\n')}
</ol>
</section>`;
}

function renderReason({ number, edit, applied }: Change, { line, column }: { line: number; column: number }): string {
  const { type, observed, replacement, probability, entry, evidence, alternatives } = edit;
  return `<li id="edit-${number}" class="reason type-${attribute(type)}" data-edit="${number}">
<p class="change"><del>${content(observed)}</del> <span class="arrow" role="img" aria-label="becomes">→</span> <ins>${content(replacement)}</ins></p>
<p class="facts"><span class="badge">${content(type)}</span> <span class="probability">probability ${shownProbability(probability)}</span> <span class="state">${applied ? 'applied' : 'suggested only'}</span></p>
<dl>
<dt>Entry</dt><dd><code>${content(entry)}</code></dd>
<dt>Family</dt><dd>${content(familyName(evidence.family))}</dd>
<dt>Evidence</dt><dd><ul>${evidenceOf(edit).map((sentence) => `<li>${content(sentence)}</li>`).join('')}</ul></dd>
<dt>Other readings</dt><dd>${renderAlternatives(alternatives, observed)}</dd>
<dt>Place</dt><dd>line ${grouped(line)}, column ${grouped(column)}</dd>
</dl>
</li>`;
}

function renderAlternatives(alternatives: Edit['alternatives'], observed: string): string {
  if (alternatives.length === 0) return 'none of weight';
  const items = alternatives.map(({ text, probability }) => {
    const kept = text === observed ? ' <span class="quiet">(keep)</span>' : '';
    return `<li><q>${content(text)}</q>${kept} ${shownProbability(probability)}</li>`;
  });
  return `<ul>${items.join('')}</ul>`;
}
