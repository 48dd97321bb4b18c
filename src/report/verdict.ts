import type { Restoration, Verdict } from '../types.js';
import { placeFinder } from './changes.js';
import { content } from './escape.js';
import { renderBar } from './plots.js';
import { count, familyName, grouped, shownProbability } from './words.js';

/** How a verdict is meant; stands on every page. */
export const CAUTION = 'A verdict is a risk marker, never an accusation: it says how a text reads to a statistical model, not who wrote it or why. Look at the evidence before you act on it.';

/** The verdict on the text: how probable, by what, the displaced pairs as a chart, telling phrases, passages. */
export function renderVerdict(text: string, { verdict, edits, suggestions }: Restoration): string {
  const { probability, family, words, score } = verdict;
  return `<section class="verdict" aria-labelledby="verdict-title">
<div class="summary">
<h2 id="verdict-title">Verdict</h2>
<p class="figure"><strong>${shownProbability(probability)}</strong> <span>${says(verdict)}</span></p>
${renderBar(probability)}
<p class="facts">${count(words, 'word')} · ${count(edits.length, 'edit')} · ${count(suggestions.length, 'suggestion')} · evidence score ${score.toFixed(1)}${family === 'none' ? '' : ` · family <code>${content(family)}</code>`}</p>
${renderPassages(text, verdict)}
<p class="caution">${CAUTION}</p>
</div>
${renderEvidence(verdict)}
</section>`;
}

function says({ family, words }: Verdict): string {
  if (words === 0) return 'There are no words to judge.';
  if (family === 'none') return 'probability that the text was paraphrased by a machine: it shows no sign of it.';
  return `probability that the text, or a passage of it, was paraphrased by a machine; it reads like the work of ${content(familyName(family))}.`;
}

function renderPassages(text: string, { passages }: Verdict): string {
  if (passages.length === 0) return '';
  const placeOf = placeFinder(text);
  const shown = passages.map(({ start, end, probability }) => {
    const first = placeOf(start).line;
    const last = placeOf(Math.max(start, end - 1)).line;
    return `${first === last ? `line ${grouped(first)}` : `lines ${grouped(first)} to ${grouped(last)}`} (${shownProbability(probability)})`;
  });
  return `<p class="facts">${passages.length === 1 ? 'Passage' : 'Passages'}: ${shown.join(', ')}</p>`;
}

function renderEvidence({ family, displaced, phrases }: Verdict): string {
  if (family === 'none' || displaced.length + phrases.length === 0) return '';
  return `<div class="evidence">${renderPairs(displaced)}${renderPhrases(phrases.filter((phrase) => !displaced.some(({ observed }) => observed === phrase)))}</div>`;
}

/** Pairs that the chart shows at once; the others can be opened. */
const SHOWN = 8;

function renderPairs(displaced: Verdict['displaced']): string {
  if (displaced.length === 0) return '';
  const rest = displaced.slice(SHOWN);
  const most = Math.max(...displaced.map(({ weight }) => weight));
  const more = rest.length === 0 ? '' : `<details><summary>${count(rest.length, 'further pair')}</summary>${renderTable(rest, most, 'Further displaced pairs')}</details>`;
  return renderTable(displaced.slice(0, SHOWN), most, 'Displaced pairs: what stands there, where the other was to be expected') + more;
}

function renderTable(displaced: Verdict['displaced'], most: number, caption: string): string {
  const rows = displaced.map(({ observed, intended, count: times, weight }) => {
    const pair = `<th scope="row">${content(observed)}</th><td class="quiet">${content(intended)}</td>`;
    return `<tr>${pair}<td class="number">${grouped(times)}</td><td class="weight"><div>${renderBar(weight / most)}<span>${weight.toFixed(1)}</span></div></td></tr>`;
  });
  return `<table class="pairs">
<caption>${caption}</caption>
<thead><tr><th scope="col">found</th><th scope="col">expected</th><th scope="col" class="number">times</th><th scope="col" class="weight">weight of evidence</th></tr></thead>
<tbody>${rows.join('\n')}</tbody>
</table>`;
}

function renderPhrases(phrases: readonly string[]): string {
  if (phrases.length === 0) return '';
  return `<h3>Further telling phrases</h3><ul class="phrases">${phrases.map((phrase) => `<li>${content(phrase)}</li>`).join('')}</ul>`;
}
