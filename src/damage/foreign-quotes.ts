import type { Detector, Suspicion } from './finding.js';
import type { Prose } from './prose.js';

/** Quotation marks that English never sets, with what may close them; blanks inside belong to the marks, as in French. */
const PAIRS: readonly (readonly [open: RegExp, close: RegExp])[] = [
  [/\u00ab[ \u00a0\u202f]?(?=\S)/g, /[ \u00a0\u202f]?\u00bb/g],
  [/\u00bb(?=[\p{L}\p{N}])/gu, /\u00ab/g],
  [/\u201e(?=\S)/g, /[\u201c\u201d\u201f"]/g],
  [/(?<![\w,.]),,(?=[\p{L}\p{N}])/gu, /''|[\u201c\u201d"]/g],
  [/[\u300c\u300e](?=\S)/g, /[\u300d\u300f]/g],
];
const LONGEST = 1500;

/** „so“, « so », »so«, 「so」: quotation marks of another language. */
export const foreignQuotes: Detector = { name: 'foreign-quotes', topic: 'quotes', weight: 2, find };

function find(prose: Prose): Suspicion[] {
  const { text } = prose.tokens;
  const [left, right] = /[\u2019\u201d]/.test(text) ? ['\u201c', '\u201d'] : ['"', '"'];
  const found: Suspicion[] = [];
  let taken = 0;
  for (const [open, close] of PAIRS) {
    taken = 0;
    for (const mark of text.matchAll(open)) {
      const end = mark.index < taken ? undefined : closing(text, mark.index + mark[0].length, close);
      if (!end) continue;
      taken = end.end;
      found.push({
        start: mark.index, end: mark.index + mark[0].length, replacement: left!, also: [{ ...end, replacement: right! }], type: 'punct',
        evidence: 'quotation marks of another language', probability: 0.93,
      });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** The mark that closes a quotation open since `from`, in the same paragraph and not too far. */
function closing(text: string, from: number, close: RegExp): { start: number; end: number } | undefined {
  close.lastIndex = from;
  const mark = close.exec(text.slice(0, from + LONGEST));
  if (!mark || text.slice(from, mark.index).includes('\n\n')) return undefined;
  return { start: mark.index, end: mark.index + mark[0].length };
}
