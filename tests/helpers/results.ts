import { applyEdits, type Edit, type EditType, type Restoration, type Verdict } from '../../src/index.js';

/** An edit of a hand-made result. */
export interface Change {
  readonly observed: string;
  readonly replacement: string;
  readonly type?: EditType;
  readonly probability?: number;
  /** Default: true; otherwise it is a suggestion. */
  readonly applied?: boolean;
}

/** A hand-made result: the changes are looked for in the text from left to right. Throws where one is not there. */
export function resultFor(text: string, changes: readonly Change[], verdict: Partial<Verdict> = {}): Restoration {
  let from = 0;
  const all = changes.map((change) => {
    const start = text.indexOf(change.observed, from);
    if (start < 0) throw new Error(`"${change.observed}" is not in the text behind ${from}`);
    from = start + change.observed.length;
    return { edit: editAt(start, change), applied: change.applied ?? true };
  });
  const edits = all.filter(({ applied }) => applied).map(({ edit }) => edit);
  const suggestions = all.filter(({ applied }) => !applied).map(({ edit }) => edit);
  return { text: applyEdits(text, edits), edits, suggestions, verdict: { ...VERDICT, passages: [{ start: 0, end: text.length, family: 'synonym-spin', probability: 0.97 }], ...verdict } };
}

/** An edit at a place, with reasons made up. */
export function editAt(start: number, { observed, replacement, type = 'lexical', probability = 0.8 }: Change): Edit {
  return {
    start, end: start + observed.length, observed, replacement, type, probability,
    alternatives: [{ text: `${replacement}-other`, probability: 0.12 }, { text: observed, probability: 0.08 }],
    entry: `synonym-spin/test/${replacement}`,
    evidence: { family: 'synonym-spin', document: 0.97, survivors: 2, context: 3, match: 'exact' },
  };
}

const VERDICT: Verdict = {
  probability: 0.97, family: 'synonym-spin', words: 40, score: 21.5,
  displaced: [{ observed: 'warfare', intended: 'war', count: 2, weight: 6 }, { observed: 'stated', intended: 'said', count: 1, weight: 3 }],
  phrases: ['in opposition to'], passages: [],
};
