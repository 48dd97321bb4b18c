import type { Detector } from '../../src/damage/finding.js';
import type { PhraseTable } from '../../src/damage/phrase-table.js';
import { readProse } from '../../src/damage/prose.js';
import { applyEdits } from '../../src/rewrite/apply.js';
import { tokenize } from '../../src/text/tokenize.js';

/** The text after everything that one detector would change, however probable. */
export function repair(detector: Detector, text: string, table?: PhraseTable): string {
  const changes = suspicions(detector, text, table).flatMap(({ start, end, replacement, also = [] }) =>
    replacement === undefined ? [] : [{ start, end, replacement }, ...also],
  );
  const edits = changes.sort((a, b) => a.start - b.start).map((change) => ({ ...change, observed: text.slice(change.start, change.end) }));
  return applyEdits(text, edits);
}

/** What one detector points at. */
export function reported(detector: Detector, text: string, table?: PhraseTable): string[] {
  return suspicions(detector, text, table).map(({ start, end }) => text.slice(start, end));
}

export function suspicions(detector: Detector, text: string, table?: PhraseTable): ReturnType<Detector['find']> {
  return detector.find(readProse(tokenize(text), table));
}
