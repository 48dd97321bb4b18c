import type { Mode, Restoration } from '../../../src/lite.js';

/** Which build of the library does the work. */
export type Build = 'full' | 'lite';

/** What is to be restored, and how. */
export interface Task {
  readonly text: string;
  readonly mode: Mode;
  /** Take the text to be spun, whatever the evidence says. */
  readonly assume: boolean;
  /** Own entries as typed: lines such as `war: [warfare]`, or a whole dictionary file. */
  readonly entries: string;
}

/** From the page to a worker. `base` is the address of the page's folder. */
export interface Request {
  readonly id: number;
  readonly base: string;
  readonly task: Task;
}

/** From a worker to the page. */
export type Answer =
  | { readonly id: number; readonly kind: 'loading' }
  | { readonly id: number; readonly kind: 'done'; readonly restoration: Restoration; readonly own: readonly string[] }
  | { readonly id: number; readonly kind: 'failed'; readonly part: 'entries' | 'text'; readonly message: string };
