import { readFileSync } from 'node:fs';
import { fold } from '../src/text/tokenize.js';
import { alignTokens } from '../src/sources/align.js';

/** Swaps read off one page: what stands there, and what probably stood before it. */
export interface WildPage {
  readonly page: string;
  readonly family: string;
  readonly topic: string;
  readonly pairs: readonly { readonly observed: string; readonly intended: readonly string[] }[];
}

/** A swap cut to the words that differ, folded. */
export interface Swap {
  readonly observed: string;
  readonly intended: string;
}

/** Reads pages.jsonl. */
export function readPages(file: string): WildPage[] {
  return readFileSync(file, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line) as WildPage);
}

/** Every fifth page is set aside, never read by an author: those whose number leaves 4 over 5. */
export function isSetAside({ page }: { page: string }): boolean {
  return Number(page.replace(/\D/g, '')) % 5 === 4;
}

/** The distinct swaps of a page, cut to the words that differ; `likeliest`: only by the first intended wording of each pair. */
export function swapsOf(page: WildPage, likeliest = false): Swap[] {
  const swaps = new Map<string, Swap>();
  for (const { observed, intended } of page.pairs) {
    for (const wording of likeliest ? intended.slice(0, 1) : intended) {
      for (const swap of cut(observed, wording)) swaps.set(`${swap.observed}\n${swap.intended}`, swap);
    }
  }
  return [...swaps.values()];
}

function cut(observed: string, intended: string): Swap[] {
  const left = words(observed);
  const right = words(intended);
  const differences = alignTokens(left, right) ?? [];
  const paired = differences.every(({ left: [a, b], right: [c, d] }) => a < b && c < d);
  if (!paired) return [{ observed: left.join(' '), intended: right.join(' ') }];
  return differences.map(({ left: [a, b], right: [c, d] }) => ({ observed: left.slice(a, b).join(' '), intended: right.slice(c, d).join(' ') }));
}

function words(text: string): string[] {
  return fold(text).split(/\s+/).map((word) => word.replace(/^[.,;:"\u201c\u201d()]+|[.,;:"\u201c\u201d()]+$/g, '')).filter(Boolean);
}
