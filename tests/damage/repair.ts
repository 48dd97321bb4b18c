import type { Detector } from '../../src/damage/finding.js';
import { readProse } from '../../src/damage/prose.js';
import { applyEdits } from '../../src/rewrite/apply.js';
import { tokenize } from '../../src/text/tokenize.js';

/** The text after everything that one detector would change, however probable. */
export function repair(detector: Detector, text: string): string {
  const changes = suspicions(detector, text).flatMap(({ start, end, replacement, also = [] }) =>
    replacement === undefined ? [] : [{ start, end, replacement }, ...also],
  );
  const edits = changes.sort((a, b) => a.start - b.start).map((change) => ({ ...change, observed: text.slice(change.start, change.end) }));
  return applyEdits(text, edits);
}

/** What one detector points at. */
export function reported(detector: Detector, text: string): string[] {
  return suspicions(detector, text).map(({ start, end }) => text.slice(start, end));
}

export function suspicions(detector: Detector, text: string): ReturnType<Detector['find']> {
  return detector.find(readProse(tokenize(text)));
}
