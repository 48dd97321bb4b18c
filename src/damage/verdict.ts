import type { Tokens } from '../text/tokenize.js';
import type { Span, Verdict } from '../types.js';
import { damageScore, findInProse, mayBeTranslated, roundTripProbability, type FindOptions, type Finding } from './damage.js';
import { readProse } from './prose.js';

const SHOWN = 12;

/** The verdict on a text, and what it rests on. */
export interface Judgement {
  readonly verdict: Verdict;
  readonly findings: readonly Finding[];
  readonly tokens: Tokens;
}

/**
 * The verdict on a text that translation there and back has damaged, with the findings; undefined where it has probably not. With
 * `assume`, every text is taken to be damaged.
 */
export function judgeDamage(tokens: Tokens, options: FindOptions = {}): Judgement | undefined {
  const prose = readProse(tokens, options.phrases);
  if (!options.assume && !mayBeTranslated(prose)) return undefined;
  const findings = findInProse(prose, options);
  const probability = options.assume ? 1 : roundTripProbability(findings, tokens.count);
  if (probability < 0.5) return undefined;
  const strongest = [...findings].sort((a, b) => b.weight - a.weight || a.start - b.start).slice(0, SHOWN);
  const verdict: Verdict = {
    probability,
    family: 'round-trip',
    words: tokens.count,
    score: damageScore(findings, tokens.count),
    displaced: [],
    phrases: strongest.map(({ detector, observed, evidence }) => `${detector}: "${observed}" (${evidence})`),
    passages: tokens.count === 0 ? [] : [{ ...wholeOf(tokens), family: 'round-trip', probability }],
  };
  return { verdict, findings, tokens };
}

/** From the first word to the last. */
function wholeOf({ start, end, count }: Tokens): Span {
  return { start: start[0]!, end: end[count - 1]! };
}
