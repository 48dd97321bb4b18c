import type { Tokens } from '../text/tokenize.js';
import type { Edit, Span } from '../types.js';
import { SLIP, mostProbability, roundTripProbability } from './density.js';
import type { Detector, Finding, Suspicion } from './finding.js';
import type { PhraseTable } from './phrase-table.js';
import { readProse, type Prose } from './prose.js';
import { DETECTORS } from './registry.js';

export { damageScore, roundTripProbability } from './density.js';
export type { Finding } from './finding.js';

/** What is left of a suspicion's probability in a document that is sure to be clean: a slip there is the writer's own. */
const IN_CLEAN = 0.45;
/** Repairs at least this probable are put inside an opening mark. */
const GOOD = 0.75;
const DEFAULTS: FindOptions = {};
const STRONG = DETECTORS.filter(({ weight }) => weight > SLIP);

/** How to look for damage. */
export interface FindOptions {
  /** Take the document to be damaged without asking the density of its findings. Default: false. */
  readonly assume?: boolean;
  /** Phrases of the dictionary that only translation makes. Default: none. */
  readonly phrases?: PhraseTable;
  /** Which detectors are asked, by their ids' last two parts; those that speak for dictionary entries always are. Default: all. */
  readonly keep?: ((topic: string, name: string) => boolean) | undefined;
}

/**
 * Finds what translation there and back has damaged: sorted, never overlapping, each with a probability that takes the density of
 * findings in the whole document into account. Findings without a replacement are only reported.
 *
 * @example damageEdits(findDamage(tokenize(text)), 0.7)
 */
export function findDamage(tokens: Tokens, { phrases, ...options }: FindOptions = DEFAULTS): Finding[] {
  return findInProse(readProse(tokens, phrases), options);
}

/** As {@link findDamage}, in a text that has been prepared. */
export function findInProse(prose: Prose, { assume = false, keep }: FindOptions): Finding[] {
  const { tokens } = prose;
  const asked = keep ? DETECTORS.filter(({ topic, name, fromDictionary }) => fromDictionary || keep(topic, name)) : DETECTORS;
  const suspicions = asked.flatMap((detector) => detector.find(prose).map((suspicion) => ({ ...suspicion, detector })));
  if (suspicions.length === 0) return [];
  const chosen = withoutOverlaps(compose(suspicions), tokens.text.length);
  const weighed = chosen.map(({ detector, weight = detector.weight }) => ({ detector: detector.name, weight }));
  const document = assume ? 1 : roundTripProbability(weighed, tokens.count);
  return chosen.flatMap((suspicion) => findingsOf(suspicion, tokens.text, document)).sort((a, b) => a.start - b.start);
}

/**
 * Whether what the strong kinds of damage say leaves it open that the document was translated. Slips such as people make cannot decide,
 * however many, so where this says no the other detectors need not be asked.
 */
export function mayBeTranslated(prose: Prose): boolean {
  const strong = STRONG.flatMap(({ name: detector, weight, find }) =>
    find(prose).map((suspicion) => ({ detector, weight: suspicion.weight ?? weight })),
  );
  return mostProbability(strong, prose.tokens.count) >= 0.5;
}

/**
 * The findings with a replacement and at least probability `least`, as edits; their entry ids are `round-trip/<topic>/<detector>`, or the
 * dictionary's.
 */
export function damageEdits(findings: readonly Finding[], least: number): Edit[] {
  return findings.flatMap((finding) => {
    const { start, end, detector, type, observed, probability, replacement, document, entry = entryOf(detector) } = finding;
    if (replacement === undefined || probability < least) return [];
    const context = Math.log(probability / (1 - probability));
    const evidence = { family: 'round-trip', document, survivors: 0, context, match: 'exact' } as const;
    return [{ start, end, observed, replacement, type, probability, alternatives: [], entry, evidence }];
  });
}

interface Attributed extends Suspicion {
  readonly detector: Detector;
}

/** An opening mark and a good repair of the same first word become one. */
function compose(suspicions: readonly Attributed[]): Attributed[] {
  const opened = new Map(suspicions.filter(({ also }) => also).map((suspicion) => [suspicion.start, suspicion]));
  if (opened.size === 0) return [...suspicions];
  const composed = new Map<Suspicion, Attributed>();
  const left: Attributed[] = [];
  for (const suspicion of suspicions) {
    const fits = !suspicion.also && suspicion.replacement !== undefined && suspicion.probability >= GOOD;
    const outer = fits ? opened.get(suspicion.start) : undefined;
    if (!outer || composed.has(outer)) left.push(suspicion);
    else composed.set(outer, joinRepairs(outer, suspicion));
  }
  return left.map((suspicion) => composed.get(suspicion) ?? suspicion);
}

function joinRepairs(outer: Attributed, { end, replacement, probability, weight, detector }: Attributed): Attributed {
  const mark = outer.replacement![0]!;
  return {
    ...outer, end, replacement: mark + replacement!, probability: Math.min(outer.probability, probability),
    weight: (outer.weight ?? outer.detector.weight) + (weight ?? detector.weight),
  };
}

/** Keeps, of suspicions that overlap, the likeliest; those that come in several parts stand or fall together. */
function withoutOverlaps(suspicions: readonly Attributed[], length: number): Attributed[] {
  const taken = new Uint8Array(length);
  return suspicions
    .map((suspicion, order) => ({ suspicion, order }))
    .sort((a, b) => b.suspicion.probability - a.suspicion.probability || a.order - b.order)
    .filter(({ suspicion }) => take(taken, [suspicion, ...(suspicion.also ?? [])]))
    .map(({ suspicion }) => suspicion);
}

function take(taken: Uint8Array, parts: readonly Span[]): boolean {
  if (parts.some(({ start }, part) => part > 0 && start < parts[part - 1]!.end)) return false;
  for (const { start, end } of parts) for (let at = start; at < end; at++) if (taken[at] === 1) return false;
  for (const { start, end } of parts) taken.fill(1, start, end);
  return true;
}

function findingsOf({ detector, also = [], weight = detector.weight, ...first }: Attributed, text: string, document: number): Finding[] {
  const { type, evidence, entry } = first;
  const probability = first.probability * (IN_CLEAN + (1 - IN_CLEAN) * document);
  return [first, ...also].map(({ start, end, replacement }, part) => ({
    start, end, detector: detector.name, type, observed: text.slice(start, end), evidence, probability, document,
    weight: part === 0 ? weight : 0,
    ...(replacement === undefined ? {} : { replacement }),
    ...(entry === undefined ? {} : { entry }),
  }));
}

const TOPICS = new Map(DETECTORS.map(({ name, topic }) => [name, topic]));

function entryOf(detector: string): string {
  return `round-trip/${TOPICS.get(detector)!}/${detector}`;
}
