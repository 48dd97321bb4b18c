import { VERDICT } from '../calibrated.js';

/**
 * Probability that a text with this displacement score is machine-paraphrased: logistic, fitted at lengths from 50 to 500 words. Prior odds are those of a crawl in
 * which one text in fifty is spun; `doubt` is taken off the logit.
 */
export function verdictProbability(score: number, doubt = 0): number {
  return 1 / (1 + Math.exp(doubt - (VERDICT.constant + VERDICT.slope * score)));
}
