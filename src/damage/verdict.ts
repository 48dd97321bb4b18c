import type { Tokens } from '../text/tokenize.js';
import type { Verdict } from '../types.js';
import { damageScore, findDamage, roundTripProbability, type Finding } from './damage.js';

const SHOWN = 12;

/** The verdict on a text that translation there and back has damaged, with the findings; undefined where it has probably not. */
export function judgeDamage(tokens: Tokens): { verdict: Verdict; findings: readonly Finding[] } | undefined {
  const findings = findDamage(tokens);
  const probability = roundTripProbability(findings, tokens.count);
  if (probability < 0.5) return undefined;
  const strongest = [...findings].sort((a, b) => b.weight - a.weight || a.start - b.start).slice(0, SHOWN);
  const verdict: Verdict = {
    probability,
    family: 'round-trip',
    words: tokens.count,
    score: damageScore(findings, tokens.count),
    displaced: [],
    phrases: strongest.map(({ detector, observed, evidence }) => `${detector}: "${observed}" (${evidence})`),
    passages: [{ start: tokens.start[0]!, end: tokens.end[tokens.count - 1]!, family: 'round-trip', probability }],
  };
  return { verdict, findings };
}
