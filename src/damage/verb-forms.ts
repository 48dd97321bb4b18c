import { GAP_STOP } from '../text/characters.js';
import { LOWER } from '../text/tokenize.js';
import type { Detector, Suspicion } from './finding.js';
import { adjoins, spanOf, type Prose } from './prose.js';
import { verbOf, type Verb } from './verbs.js';
import { DETERMINERS, MODALS, POSSESSIVES, SUBJECTS } from './words.js';

/** Verbs behind which another verb ends in -ing. */
const BEFORE_GERUND = new Set('stop avoid finish quit'.split(' '));
/** Prepositions that never begin a clause and so want -ing. */
const BEFORE_NOUN = new Set('of without despite upon'.split(' '));
const BEFORE_ROW = new Set('and of by with'.split(' '));
const BEFORE_INFINITIVE = new Set('to will would must can could should not'.split(' '));
const VAGUE = new Set('sort kind instead'.split(' '));
const SHORTEST_GERUND = 5;
const NEGATED = new Set('do does did don doesn didn won wouldn couldn shouldn can'.split(' '));
const BEFORE_OWNER = new Set('for of in with by about on from'.split(' '));
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
  if (word !== verb.base) return wantsBase(prose, i, verb, governor);
  return wantsGerund(prose, i, verb, governor) ?? wantsParticiple(prose, i, verb, governor) ?? owned(prose, i, verb);
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
  if (governor !== i - 1) return undefined;
  const before = words[governor]!;
  const earlier = words[governor - 1] ?? '';
  const evidence = `"${verb.base}" behind "${before}"`;
  if (BEFORE_GERUND.has(before) && BEFORE_INFINITIVE.has(earlier)) return change(prose, i, verb.gerund, evidence, 0.9);
  if (BEFORE_NOUN.has(before) && !VAGUE.has(earlier) && takesObject(prose, i)) return change(prose, i, verb.gerund, evidence, 0.75);
  const row = before === 'and' && adjoins(prose, governor) && verb.base !== 'have' && continuesGerunds(prose, governor);
  return row ? change(prose, i, verb.gerund, 'a bare verb in a row of -ing forms', 0.75) : undefined;
}

/** Whether what "and" joins is a row of -ing forms behind a preposition, with no other verb on the way that "and" could join. */
function continuesGerunds(prose: Prose, and: number): boolean {
  const { words } = prose;
  let gerunds = 0;
  for (let i = and - 1; i > 0 && i > and - REACH; i--) {
    const word = words[i]!;
    if (word.length > SHORTEST_GERUND && word.endsWith('ing') && BEFORE_ROW.has(words[i - 1]!)) {
      gerunds++;
      if (words[i - 1] !== 'and') return gerunds > 1;
    } else if (endsRow(prose, i)) return false;
  }
  return false;
}

/** Whether "and" behind token `i` could join another verb than the -ing forms before it. */
function endsRow({ words, tokens }: Prose, i: number): boolean {
  const word = words[i]!;
  const verb = verbOf(word);
  const finite = verb !== undefined && verb.plain && verb.gerund !== word;
  return finite || word === 'to' || MODALS.has(word) || SUBJECTS.has(word) || (tokens.gap[i]! & GAP_STOP) !== 0;
}

/** "has provide". */
function wantsParticiple(prose: Prose, i: number, verb: Verb, governor: number): Suspicion | undefined {
  const { words } = prose;
  if (verb.participle === verb.base || (words[governor] !== 'has' && words[governor] !== 'had')) return undefined;
  if (governor !== i - 1 || !takesObject(prose, i) || DETERMINERS.has(words[governor - 1] ?? '')) return undefined;
  return change(prose, i, verb.participle, `"${verb.base}" behind "${words[governor]!}"`, 0.8);
}

/** "for his provide": something is owned that is no thing; what was meant is not to be told. */
function owned(prose: Prose, i: number, verb: Verb): Suspicion | undefined {
  const { words } = prose;
  const owner = words[i - 1]!;
  if (!POSSESSIVES.has(owner) || owner === 'her' || owner === 'its' || !BEFORE_OWNER.has(words[i - 2] ?? '')) return undefined;
  return { ...spanOf(prose, i - 1, i), type: 'grammar', evidence: `the bare verb "${verb.base}" behind "${owner}"`, probability: 0.7 };
}

/** "will provides", "to provides", "did not provided". */
function wantsBase(prose: Prose, i: number, verb: Verb, governor: number): Suspicion | undefined {
  const { words } = prose;
  const word = words[i]!;
  const before = words[i - 1]!;
  if (word === verb.gerund || governor > i - 1) return undefined;
  const negated = (before === 'not' || before === "'t") && NEGATED.has(words[i - 2]!);
  if (negated) return change(prose, i, verb.base, `"${word}" behind a negated auxiliary`, 0.85);
  const governed = isModal(prose, i - 1) || (before === 'to' && word === verb.third);
  return governed ? change(prose, i, verb.base, `"${word}" behind "${before}"`, 0.85) : undefined;
}

/** Whether the word is a modal verb, and not a noun or a month. */
function isModal({ words, tokens }: Prose, i: number): boolean {
  const owner = words[i - 1] ?? '';
  return MODALS.has(words[i]!) && words[i] !== 'may' && tokens.shape[i] === LOWER && !DETERMINERS.has(owner) && owner !== "'s";
}

/** Whether a noun phrase follows, as behind a verb that acts on something. */
function takesObject(prose: Prose, i: number): boolean {
  const next = prose.words[i + 1];
  return next !== undefined && adjoins(prose, i + 1) && (DETERMINERS.has(next) || /^(?:it|them|him|us|me|such|new|more)$/.test(next));
}

function change(prose: Prose, i: number, replacement: string, evidence: string, probability: number): Suspicion {
  return { ...spanOf(prose, i), replacement, type: 'grammar', evidence, probability };
}
