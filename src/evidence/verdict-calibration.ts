/**
 * From score and length to a probability. Logistic in the score per square root of the length and in the length's logarithm; the coefficients are
 * fitted by `npm run calibrate` on simulated and clean texts of outlets that no other part of the library has seen.
 */
export interface VerdictCoefficients {
  readonly constant: number;
  readonly score: number;
  readonly perRoot: number;
  readonly length: number;
}

/** Prior odds are those of a crawl in which one text in fifty is spun. */
export const VERDICT: VerdictCoefficients = { constant: -6, score: 0.3, perRoot: 0, length: 0 };

/** Probability that a text of `words` words with this displacement score is machine-paraphrased. */
export function verdictProbability(score: number, words: number): number {
  if (words === 0) return 0;
  const { constant, score: byScore, perRoot, length } = VERDICT;
  const logit = constant + byScore * score + (perRoot * score) / Math.sqrt(words) + length * Math.log(words / 200);
  return 1 / (1 + Math.exp(-logit));
}
