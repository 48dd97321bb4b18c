import { CAPITALS, LOWER } from '../text/tokenize.js';
import type { Detector, Suspicion } from './finding.js';
import { adjoins, spanOf, unbroken, type Prose } from './prose.js';
import { verbOf } from './verbs.js';
import { AUXILIARIES, PREPOSITIONS } from './words.js';

const SINGULAR = new Set('he she it'.split(' '));
const PLURAL = new Set('they we'.split(' '));
const POINTING = new Set('these those many several both'.split(' '));
const TO_SINGULAR = new Map([['have', 'has'], ['are', 'is'], ['do', 'does']]);
const TO_PLURAL = new Map([['has', 'have'], ['is', 'are'], ['was', 'were'], ['does', 'do']]);
/** Words before a subject that leave its verb bare, or make it part of a longer one: "did it have", "let them be", "that he have". */
const BARING = new Set(
  ('let lets make makes made help helps see saw watch hear have has had that if lest and or than nor as what whatever').split(' '),
);

/** "it have", "they was", "these rules is": a verb that does not agree with its subject. */
export const agreement: Detector = { name: 'agreement', topic: 'grammar', weight: 1, find };

function find(prose: Prose): Suspicion[] {
  const found: Suspicion[] = [];
  for (let i = 0; i + 1 < prose.tokens.count; i++) {
    const suspicion = pronoun(prose, i) ?? pointed(prose, i);
    if (suspicion) found.push(suspicion);
  }
  return found;
}

function pronoun(prose: Prose, i: number): Suspicion | undefined {
  const { words, tokens } = prose;
  const singular = SINGULAR.has(words[i]!);
  if ((!singular && !PLURAL.has(words[i]!)) || !adjoins(prose, i + 1) || tokens.shape[i + 1] !== LOWER) return undefined;
  if (tokens.shape[i] === CAPITALS || prose.quotations.inside[i] === 1 || isBared(prose, i)) return undefined;
  const right = singular ? TO_SINGULAR.get(words[i + 1]!) : (TO_PLURAL.get(words[i + 1]!) ?? plainForm(words[i + 1]!));
  if (right === undefined || (words[i + 1] === 'have' && words[i + 2] === 'to' && words[i - 1] === 'of')) return undefined;
  return change(prose, i + 1, right, `"${words[i]!} ${words[i + 1]!}"`, 0.82);
}

/** Whether the word before makes the verb behind the subject bare, or no verb of that subject. */
function isBared(prose: Prose, i: number): boolean {
  const before = prose.words[i - 1]!;
  return adjoins(prose, i) && (AUXILIARIES.has(before) || BARING.has(before) || PREPOSITIONS.has(before));
}

/** "they provides". */
function plainForm(word: string): string | undefined {
  const verb = verbOf(word);
  return verb?.plain && verb.third === word ? verb.base : undefined;
}

/** "These rules is": a plural that a pointing word leaves no doubt of, as a subject of its own. */
function pointed(prose: Prose, i: number): Suspicion | undefined {
  const { words, tokens } = prose;
  if (!POINTING.has(words[i]!) || tokens.shape[i] === CAPITALS || adjoins(prose, i) || !unbroken(prose, i, i + 3)) return undefined;
  const right = TO_PLURAL.get(words[i + 2] ?? '');
  if (right === undefined || !/[^s]s$/.test(words[i + 1]!) || prose.quotations.inside[i] === 1) return undefined;
  return change(prose, i + 2, right, `"${words[i]!} ${words[i + 1]!} ${words[i + 2]!}"`, 0.82);
}

function change(prose: Prose, i: number, replacement: string, evidence: string, probability: number): Suspicion {
  return { ...spanOf(prose, i), replacement, type: 'grammar', evidence, probability };
}
