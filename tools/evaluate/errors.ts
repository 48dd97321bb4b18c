import type { Span } from '../../src/types.js';
import { restoredStretch, type Group, type Score } from '../score.js';

const CONTEXT = 35;

/** Every miss, wrong and spurious edit of a text in its context, one a line: outcome, type, `[observed → restored]`, what gold allows. */
export function listErrors(text: string, { groups }: Pick<Score, 'groups'>): string[] {
  return groups.filter(({ outcome }) => outcome !== 'right' && outcome !== 'free').map((group) => errorLine(text, group));
}

/** A stretch of a text with some words around it, on one line; `shown` stands for the stretch. */
export function inContext(text: string, { start, end }: Span, shown: string): string {
  const before = text.slice(Math.max(0, start - CONTEXT), start);
  const after = text.slice(end, end + CONTEXT);
  const opening = start > CONTEXT ? '…' : '';
  const closing = end + CONTEXT < text.length ? '…' : '';
  return `${opening}${before}[${shown}]${after}${closing}`.replace(/\s+/g, ' ');
}

function errorLine(text: string, group: Group): string {
  const observed = text.slice(group.start, group.end);
  const shown = group.edits.length === 0 ? observed : `${observed} → ${restoredStretch(text, group)}`;
  const type = group.marks[0]?.type ?? group.edits[0]?.type ?? 'lexical';
  const gold = group.marks.map(({ observed: left, rights, required }) => `${left}=${required ? '' : '?'}>${rights.join('|')}`).join('; ');
  const sure = group.edits.flatMap(({ probability }) => (probability === undefined ? [] : [probability.toFixed(2)])).join(' ');
  const cells = [group.outcome.padEnd(8), type.padEnd(10), sure.padEnd(4), inContext(text, group, shown), gold && `gold ${gold}`];
  return cells.filter(Boolean).join('  ');
}
