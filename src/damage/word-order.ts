import { LOWER } from '../text/tokenize.js';
import type { Detector, Suspicion } from './finding.js';
import { rawWord, spanOf, unbroken, type Prose } from './prose.js';
import { verbOf } from './verbs.js';

const DEEMING = new Set('deem deems deemed consider considers considered declare declares declared call calls called'.split(' '));
const MANNER = new Set(
  ('wrongly wrongfully unlawfully illegally unjustly unfairly arbitrarily improperly falsely seriously severely gravely newly ' +
    'recently').split(' '),
);
const CROWDS = new Set(
  ('officials experts analysts people observers critics lawmakers leaders residents diplomats economists scientists ' +
    'researchers investors voters').split(' '),
);
const THINKING = new Set('believe think hope know fear expect'.split(' '));

/** "deemed jailed unlawfully", "officials I believe": adverbs and subjects in the order of another language. */
export const wordOrder: Detector = { name: 'word-order', topic: 'grammar', weight: 2, find };

function find(prose: Prose): Suspicion[] {
  const found: Suspicion[] = [];
  for (let i = 0; i + 2 < prose.tokens.count; i++) {
    const suspicion = adverbBehind(prose, i) ?? secondSubject(prose, i);
    if (suspicion) found.push(suspicion);
  }
  return found;
}

function adverbBehind(prose: Prose, i: number): Suspicion | undefined {
  const { words } = prose;
  if (!DEEMING.has(words[i]!) || !unbroken(prose, i, i + 3) || !MANNER.has(words[i + 2]!)) return undefined;
  if (verbOf(words[i + 1]!)?.participle !== words[i + 1] && !/ed$/.test(words[i + 1]!)) return undefined;
  return {
    ...spanOf(prose, i + 1, i + 2), replacement: `${rawWord(prose, i + 2)} ${rawWord(prose, i + 1)}`, type: 'order',
    evidence: 'an adverb behind the word it belongs to', probability: 0.85,
  };
}

/** "Town officials I believe Norway will": a speaker's "I" beside the reporter's subject. */
function secondSubject(prose: Prose, i: number): Suspicion | undefined {
  const { words, tokens } = prose;
  if (words[i] !== 'i' || !CROWDS.has(words[i - 1]!) || !THINKING.has(words[i + 1]!) || !unbroken(prose, i - 1, i + 2)) return undefined;
  if (prose.quotations.inside[i] === 1 || tokens.shape[i + 2] === LOWER) return undefined;
  return {
    ...spanOf(prose, i - 1, i + 1), replacement: `${rawWord(prose, i - 1)} ${rawWord(prose, i + 1)}`, type: 'grammar',
    evidence: 'two subjects for one verb', probability: 0.8,
  };
}
