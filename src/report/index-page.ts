import type { Restoration } from '../types.js';
import { attribute, content, safeAddress } from './escape.js';
import { INDEX_BEHAVIOUR } from './index-behaviour.js';
import { renderPage } from './page.js';
import { binned, renderColumns, type Bar } from './plots.js';
import { STYLE } from './style.js';
import { CAUTION } from './verdict.js';
import { count, grouped, shownProbability, sortTypes } from './words.js';

/** What the index says of one document; small, so that an index of many documents needs none of their texts. */
export interface IndexedDocument {
  /** Name to show. */
  readonly name: string;
  /** Address of its report, relative to the index or `https:`. */
  readonly link?: string;
  /** Who corrupted it; `none` where nobody seems to have. */
  readonly family: string;
  /** Probability that the document is machine-paraphrased, 0 to 1. */
  readonly probability: number;
  /** Number of words read. */
  readonly words: number;
  /** Number of edits applied. */
  readonly edits: number;
  /** Number of edits only suggested. */
  readonly suggestions: number;
  /** Number of applied edits of each type. */
  readonly types: Readonly<Record<string, number>>;
}

/** Options of {@link renderIndex}. */
export interface IndexOptions {
  /** Heading of the page. Default: "Reports". */
  readonly title?: string;
}

/** What the index needs of a result of `restore`; `link` is the address of its report. */
export function indexedDocument(name: string, { verdict, edits, suggestions }: Restoration, link?: string): IndexedDocument {
  const types = new Map<string, number>();
  for (const { type } of edits) types.set(type, (types.get(type) ?? 0) + 1);
  const { family, probability, words } = verdict;
  return {
    name, ...(link !== undefined && { link }), family, probability, words,
    edits: edits.length, suggestions: suggestions.length, types: Object.fromEntries(types),
  };
}

/**
 * Renders an index of many documents as one self-contained page: how verdicts and edits are distributed, and a table that can be sorted by each column.
 *
 * @example renderIndex(files.map(({ name, result }) => indexedDocument(name, result, `${name}.html`)))
 */
export function renderIndex(documents: readonly IndexedDocument[], { title = 'Reports' }: IndexOptions = {}): string {
  const spun = documents.filter(({ family }) => family !== 'none').length;
  const edits = documents.reduce((sum, document) => sum + document.edits, 0);
  const words = documents.reduce((sum, document) => sum + document.words, 0);
  const body = `<header><h1 dir="auto">${content(title)}</h1>
<p class="quiet">${count(documents.length, 'document')} · ${count(words, 'word')} · ${grouped(spun)} with signs of machine paraphrase · ${count(edits, 'edit')}</p>
<p class="caution">${CAUTION}</p></header>
<main>
${renderPlots(documents)}
${renderTable(documents)}
</main>
<footer><p>Made by unspun. This page loads nothing and sends nothing anywhere.</p></footer>`;
  return renderPage({ title: `${title} – unspun`, body, style: STYLE, script: INDEX_BEHAVIOUR });
}

const TENTHS = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];
const DENSITIES = [0, 0.5, 2, 5, 10, 15, 20, 25];
const DENSITY_LABELS = ['<½', '½–2', '2–5', '5–10', '10–15', '15–20', '20–25', '25+'];

function renderPlots(documents: readonly IndexedDocument[]): string {
  const tenths = TENTHS.map((from) => `.${from * 10}`);
  const probabilities = binned(documents.map(({ probability }) => probability), TENTHS, tenths);
  const densities = binned(documents.map(density), DENSITIES, DENSITY_LABELS);
  return `<section class="plots" aria-label="Distributions">
${renderColumns('Documents by probability of machine paraphrase', probabilities, 'document')}
${renderColumns('Documents by edits in 100 words', densities, 'document')}
${renderColumns('Edits by type', typeBars(documents), 'edit')}
</section>`;
}

/** The commonest types, six at most, so that their names can stand under the columns. */
function typeBars(documents: readonly IndexedDocument[]): Bar[] {
  const totals = new Map<string, number>();
  for (const { types } of documents) for (const [type, number] of Object.entries(types)) totals.set(type, (totals.get(type) ?? 0) + number);
  const commonest = [...totals].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, 6);
  return sortTypes(commonest.map(([type]) => type)).map((type) => ({ label: type, value: totals.get(type)!, kind: `type-${type}` }));
}

function density({ edits, words }: IndexedDocument): number {
  return words === 0 ? 0 : (100 * edits) / words;
}

const COLUMNS: readonly (readonly [name: string, kind: 'text' | 'number'])[] = [
  ['Document', 'text'], ['Probability', 'number'], ['Family', 'text'], ['Words', 'number'],
  ['Edits', 'number'], ['Suggestions', 'number'], ['Edits in 100 words', 'number'],
];

function renderTable(documents: readonly IndexedDocument[]): string {
  const heads = COLUMNS.map(([name, kind]) => `<th scope="col"${kind === 'number' ? ' class="number"' : ''}>${name}</th>`);
  return `<section aria-labelledby="documents-title"><h2 id="documents-title">Documents</h2>
<div class="scroll" tabindex="0" role="group" aria-labelledby="documents-title"><table class="documents" id="documents">
<thead><tr>${heads.join('')}</tr></thead>
<tbody>
${documents.map(renderDocument).join('\n')}
</tbody></table></div>
<p id="status" role="status"></p></section>`;
}

function renderDocument(document: IndexedDocument): string {
  const { name, link, family, probability, words, edits, suggestions } = document;
  const shown = link === undefined ? content(name) : `<a href="${attribute(safeAddress(link))}">${content(name)}</a>`;
  const number = (value: number, text: string): string => `<td class="number" data-value="${value}">${text}</td>`;
  return `<tr><th scope="row">${shown}</th>${number(probability, shownProbability(probability))}<td>${content(family)}</td>${number(words, grouped(words))}${
    number(edits, grouped(edits))}${number(suggestions, grouped(suggestions))}${number(density(document), density(document).toFixed(1))}</tr>`;
}
