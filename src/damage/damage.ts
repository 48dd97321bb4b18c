import type { Tokens } from '../text/tokenize.js';
import type { Edit, Span } from '../types.js';
import { roundTripProbability } from './density.js';
import type { Detector, Finding, Suspicion } from './finding.js';
import { readProse } from './prose.js';
import { DETECTORS } from './registry.js';

export { damageScore, roundTripProbability } from './density.js';
export type { Finding } from './finding.js';

/** What is left of a suspicion's probability in a document that is sure to be clean: a slip there is the writer's own. */
const IN_CLEAN = 0.45;
/** Repairs at least this probable are put inside an opening mark. */
const GOOD = 0.75;
const DEFAULTS: FindOptions = {};

/** How to look for damage. */
export interface FindOptions {
  /** Take the document to be damaged without asking the density of its findings. Default: false. */
  readonly assume?: boolean;
}

/**
 * Finds what translation there and back has damaged: sorted, never overlapping, each with a probability that takes the density of
 * findings in the whole document into account. Findings without a replacement are only reported.
 *
 * @example damageEdits(findDamage(tokenize(text)), 0.7)
 */
export function findDamage(tokens: Tokens, { assume = false }: FindOptions = DEFAULTS): Finding[] {
  const prose = readProse(tokens);
  const suspicions = DETECTORS.flatMap((detector) => detector.find(prose).map((suspicion) => ({ ...suspicion, detector })));
  if (suspicions.length === 0) return [];
  const chosen = withoutOverlaps(compose(suspicions), tokens.text.length);
  const weighed = chosen.map(({ detector, weight = detector.weight }) => ({ detector: detector.name, weight }));
  const document = assume ? 1 : roundTripProbability(weighed, tokens.count);
  return chosen.flatMap((suspicion) => findingsOf(suspicion, tokens.text, document)).sort((a, b) => a.start - b.start);
}

/** The findings with a replacement and at least probability `least`, as edits; their entry ids are `round-trip/<topic>/<detector>`. */
export function damageEdits(findings: readonly Finding[], least: number): Edit[] {
  return findings.flatMap((finding) => {
    const { start, end, detector, type, observed, probability, replacement, document } = finding;
    if (replacement === undefined || probability < least) return [];
    const context = Math.log(probability / (1 - probability));
    const evidence = { family: 'round-trip', document, survivors: 0, context, match: 'exact' } as const;
    return [{ start, end, observed, replacement, type, probability, alternatives: [], entry: entryOf(detector), evidence }];
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
  const { type, evidence } = first;
  const probability = first.probability * (IN_CLEAN + (1 - IN_CLEAN) * document);
  return [first, ...also].map(({ start, end, replacement }, part) => ({
    start, end, detector: detector.name, type, observed: text.slice(start, end), evidence, probability, document,
    weight: part === 0 ? weight : 0,
    ...(replacement === undefined ? {} : { replacement }),
  }));
}

const TOPICS = new Map(DETECTORS.map(({ name, topic }) => [name, topic]));

function entryOf(detector: string): string {
  return `round-trip/${TOPICS.get(detector)!}/${detector}`;
}
