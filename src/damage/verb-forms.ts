import { LOWER } from '../text/tokenize.js';
import type { Detector, Suspicion } from './finding.js';
import { adjoins, type Prose } from './prose.js';
import { verbOf, type Verb } from './verbs.js';
import { DETERMINERS, MODALS, POSSESSIVES, SUBJECTS } from './words.js';

/** Verbs behind which another verb ends in -ing. */
const BEFORE_GERUND = new Set('stop avoid finish quit'.split(' '));
/** Prepositions that never begin a clause and so want -ing. */
const BEFORE_NOUN = new Set('of without despite upon'.split(' '));
const BEFORE_ROW = new Set('and of by with'.split(' '));
const ADVERB = /^(?:not|also|never|already|always|still|just|now|[a-z]{3,}ly)$/;
const REACH = 30;

/** "to stop provide", "will provides", "did not provided": a verb in a form that its place does not allow. */
export const verbForms: Detector = { name: 'verb-forms', topic: 'grammar', weight: 1.5, find };

function find(prose: Prose): Suspicion[] {
  const found: Suspicion[] = [];
  for (let i = 1; i < prose.tokens.count; i++) {
    if (prose.tokens.shape[i] !== LOWER || !adjoins(prose, i)) continue;
    const verb = verbOf(prose.words[i]!);
    if (!verb?.plain) continue;
    const suspicion = judge(prose, i, verb);
    if (suspicion) found.push(suspicion);
  }
  return found;
}

function judge(prose: Prose, i: number, verb: Verb): Suspicion | undefined {
  const word = prose.words[i]!;
  const governor = governorOf(prose, i);
  if (word === verb.base) return wantsGerund(prose, i, verb, governor) ?? wantsParticiple(prose, i, verb, governor) ?? owned(prose, i, verb);
  return wantsBase(prose, i, verb, governor);
}

/** Place of the word that governs the verb: the one before it, adverbs apart. */
function governorOf(prose: Prose, i: number): number {
  let at = i - 1;
  while (at > 0 && at > i - 3 && ADVERB.test(prose.words[at]!) && adjoins(prose, at)) at--;
  return at;
}

/** "to stop provide", "without provide", "coercing … and sow". */
function wantsGerund(prose: Prose, i: number, verb: Verb, governor: number): Suspicion | undefined {
  const { words } = prose;
  const before = words[governor]!;
  const stopped = BEFORE_GERUND.has(before) && governor === i - 1 && /^(?:to|will|would|must|can|could|should|not)$/.test(words[i - 2] ?? '');
  if (stopped || (BEFORE_NOUN.has(before) && governor === i - 1 && takesObject(prose, i) && !/^(?:sort|kind|instead)$/.test(words[i - 2] ?? ''))) {
    return change(prose, i, i, verb.gerund, `"${verb.base}" behind "${before}"`, stopped ? 0.9 : 0.75);
  }
  return before === 'and' && governor === i - 1 && adjoins(prose, governor) && verb.base !== 'have' && continuesGerunds(prose, i - 1) ? change(prose, i, i, verb.gerund, 'a bare verb in a row of -ing forms', 0.75) : undefined;
}

/** Whether what "and" joins is a row of -ing forms behind a preposition, with no other verb on the way that "and" could join. */
function continuesGerunds({ words, tokens }: Prose, and: number): boolean {
  let gerunds = 0;
  for (let i = and - 1; i > 0 && i > and - REACH; i--) {
    const word = words[i]!;
    const verb = verbOf(word);
    if (word.length > 5 && word.endsWith('ing') && BEFORE_ROW.has(words[i - 1]!)) {
      gerunds++;
      if (words[i - 1] !== 'and') return gerunds > 1;
    } else if (word === 'to' || MODALS.has(word) || SUBJECTS.has(word) || (tokens.gap[i]! & 4) !== 0 || (verb && verb.gerund !== word && verb.plain)) return false;
  }
  return false;
}

/** "has provide". */
function wantsParticiple(prose: Prose, i: number, verb: Verb, governor: number): Suspicion | undefined {
  const { words } = prose;
  if (verb.participle === verb.base || (words[governor] !== 'has' && words[governor] !== 'had')) return undefined;
  if (governor !== i - 1 || !takesObject(prose, i) || DETERMINERS.has(words[governor - 1] ?? '')) return undefined;
  return change(prose, i, i, verb.participle, `"${verb.base}" behind "${words[governor]!}"`, 0.8);
}

/** "for his provide": something is owned that is no thing; what was meant is not to be told. */
function owned(prose: Prose, i: number, verb: Verb): Suspicion | undefined {
  const { words, tokens } = prose;
  const owner = words[i - 1]!;
  if (!POSSESSIVES.has(owner) || owner === 'her' || owner === 'its' || !/^(?:for|of|in|with|by|about|on|from)$/.test(words[i - 2] ?? '')) return undefined;
  return { start: tokens.start[i - 1]!, end: tokens.end[i]!, type: 'grammar', evidence: `the bare verb "${verb.base}" behind "${owner}"`, probability: 0.7 };
}

/** "will provides", "to provides", "did not provided". */
function wantsBase(prose: Prose, i: number, verb: Verb, governor: number): Suspicion | undefined {
  const { words } = prose;
  const before = words[governor]!;
  const word = words[i]!;
  const modal = MODALS.has(before) && !DETERMINERS.has(words[governor - 1] ?? '') && words[governor - 1] !== "'s" && prose.tokens.shape[governor] === LOWER && before !== 'may';
  const negated = (words[i - 1] === 'not' || words[i - 1] === "'t") && /^(?:do|does|did|don|doesn|didn|won|wouldn|couldn|shouldn|can)$/.test(words[i - 2]!);
  if (word === verb.gerund || verbOf(word)!.base === word) return undefined;
  if (modal && governor === i - 1) return change(prose, i, i, verb.base, `"${word}" behind "${before}"`, 0.85);
  if (negated) return change(prose, i, i, verb.base, `"${word}" behind a negated auxiliary`, 0.85);
  return before === 'to' && governor === i - 1 && word === verb.third ? change(prose, i, i, verb.base, `"${word}" behind "to"`, 0.85) : undefined;
}

/** Whether a noun phrase follows, as behind a verb that acts on something. */
function takesObject(prose: Prose, i: number): boolean {
  const next = prose.words[i + 1];
  return next !== undefined && adjoins(prose, i + 1) && (DETERMINERS.has(next) || /^(?:it|them|him|us|me|such|new|more)$/.test(next));
}

function change(prose: Prose, from: number, last: number, replacement: string, evidence: string, probability: number): Suspicion {
  const { start, end } = prose.tokens;
  return { start: start[from]!, end: end[last]!, replacement, type: 'grammar', evidence, probability };
}
