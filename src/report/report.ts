import type { Restoration } from '../types.js';
import { BEHAVIOUR } from './behaviour.js';
import { changesOf, rowsOf, type Change } from './changes.js';
import { renderControls } from './controls.js';
import { attribute, content, dataBlock, safeAddress } from './escape.js';
import { renderPage } from './page.js';
import { renderReasons } from './reasons.js';
import { STYLE } from './style.js';
import { renderTexts } from './texts.js';
import { renderVerdict } from './verdict.js';

/** Options of {@link renderReport}. */
export interface ReportOptions {
  /** Heading of the page. Default: the name, or "Report". */
  readonly title?: string;
  /** Name of the document, such as its file; the downloaded text is named after it. Default: `text`. */
  readonly name?: string;
  /** Language of the text, as in HTML's `lang`. Default: `en`. */
  readonly language?: string;
  /** Address of a page to lead back to, relative or `https:`. Default: none. */
  readonly index?: string;
}

/**
 * Renders a restoration as one self-contained page: verdict, both texts with the edits marked, and the reasons for each. The page loads nothing from
 * anywhere, runs one script, and shows whatever the text holds as text.
 *
 * @example writeFileSync('report.html', renderReport(text, restore(text)))
 * @throws {TypeError} where the text is not a string or the result is not that of the text.
 */
export function renderReport(text: string, result: Restoration, options: ReportOptions = {}): string {
  if (typeof text !== 'string') throw new TypeError(`got ${typeof text} as the text, expected the string that was restored`);
  const changes = changesOf(text, result);
  const { name = 'text', language = 'en' } = options;
  const title = options.title ?? options.name ?? 'Report';
  const body = `${renderHeader(title, options)}
<main>
${renderVerdict(text, result)}
${renderControls(changes)}
${renderTexts({ text, rows: rowsOf(text, changes), passages: result.verdict.passages, language })}
<div id="card" class="card" role="dialog" aria-label="Why this edit" hidden></div>
${renderReasons(text, changes)}
</main>
<footer><p>Made by unspun. This page is complete in itself and sends nothing anywhere.</p></footer>
<script type="application/json" id="data">${dataBlock(dataOf(text, name, changes))}</script>`;
  return renderPage({ title: `${title} – unspun`, body, style: STYLE, script: BEHAVIOUR });
}

function renderHeader(title: string, { title: given, name, index }: ReportOptions): string {
  const back = index === undefined ? '' : `<nav><a href="${attribute(safeAddress(index))}">All documents</a></nav>`;
  const document = given !== undefined && name !== undefined && name !== given ? `<p class="quiet">${content(name)}</p>` : '';
  return `<header>${back}<h1 dir="auto">${content(title)}</h1>${document}</header>`;
}

/** What the script needs to make the restored text. */
function dataOf(text: string, name: string, changes: readonly Change[]): object {
  const edits = changes.map(({ applied, edit: { start, end, observed, replacement, type, probability } }) => (
    { start, end, observed, replacement, type, probability, applied }));
  return { text, file: fileName(name), edits };
}

/** A file name for the restored text. */
function fileName(name: string): string {
  const last = name.split(/[/\\]/).at(-1)!.replace(/\.[\p{L}\p{N}]{1,8}$/u, '');
  return `${last.replace(/[^\p{L}\p{N}._-]+/gu, '-').slice(0, 80) || 'text'}.restored.txt`;
}
