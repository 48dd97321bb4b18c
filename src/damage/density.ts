import type { Finding } from './finding.js';

/**
 * Prior log odds that a text went through translation and back: one in 250. Expected log likelihood of the damage that a thousand words
 * would show if it had: what a longer text does not show speaks against it.
 */
const PRIOR = -5.5;
const PER_THOUSAND = 2.5;

/** Share of its weight that the first, second, … finding of one detector adds: whoever slips so once slips so again. */
const DECAY = [1, 0.65, 0.45, 0.35, 0.25, 0.2, 0.15, 0.1];
const LAST_DECAY = 0.05;

/** Findings up to this weight are slips that people and spinners make too: together they count this much at most, however many. */
export const SLIP = 2;
const MOST_OF_SLIPS = 4.5;
/** What slips may add beyond that by standing in one place with a strong finding. */
const COMPOSED = 1;

/** Below this length a text must make up for what it cannot show. */
const SHORT = 150;
const SHORTNESS = 7;

/** What the density of findings needs of one. */
export type Weighed = Pick<Finding, 'detector' | 'weight'>;

/** Natural-log likelihood ratio, damaged by translation and back against clean or clumsy, of all findings in a text of `words` words. */
export function damageScore(findings: readonly Weighed[], words: number): number {
  const { strong, slips } = sumsOf(findings);
  return strong + Math.min(slips, MOST_OF_SLIPS) - (PER_THOUSAND * words) / 1000;
}

/** The weights of the strong findings and of the slips, summed, less for every repetition. */
function sumsOf(findings: readonly Weighed[]): { strong: number; slips: number } {
  const byDetector = new Map<string, number[]>();
  for (const { detector, weight } of findings) {
    const weights = byDetector.get(detector);
    if (weights) weights.push(weight);
    else byDetector.set(detector, [weight]);
  }
  let slips = 0;
  let strong = 0;
  for (const weights of byDetector.values()) {
    weights.sort((a, b) => b - a).forEach((weight, nth) => {
      if (weight > SLIP) strong += weight * (DECAY[nth] ?? LAST_DECAY);
      else slips += weight * (DECAY[nth] ?? LAST_DECAY);
    });
  }
  return { strong, slips };
}

/** Probability that a text of `words` words went through translation and back. Low for short texts that show nothing overwhelming. */
export function roundTripProbability(findings: readonly Weighed[], words: number): number {
  if (words === 0 || findings.length === 0) return 0;
  return probabilityOf(damageScore(findings, words), words);
}

/** What the probability of a text with these strong findings comes to at most, whatever slips are found beside them. */
export function mostProbability(findings: readonly Weighed[], words: number): number {
  return words === 0 ? 0 : probabilityOf(sumsOf(findings).strong + MOST_OF_SLIPS + COMPOSED - (PER_THOUSAND * words) / 1000, words);
}

function probabilityOf(score: number, words: number): number {
  const shortness = SHORTNESS * Math.max(0, 1 - words / SHORT);
  return 1 / (1 + Math.exp(shortness - PRIOR - score));
}
