import { KNOTS } from '../calibrated.js';

/**
 * The probability that an edit with this posterior is right: isotonic regression on simulated text, as a piecewise-linear function. The decoder's own
 * posteriors are over-confident in the middle, for near-synonyms differ in ways that no trigram sees.
 */
export function calibrate(posterior: number, knots: readonly (readonly [number, number])[] = KNOTS): number {
  let [lowX, lowY] = knots[0]!;
  for (const [x, y] of knots) {
    if (posterior <= x) return x === lowX ? y : lowY + ((y - lowY) * (posterior - lowX)) / (x - lowX);
    lowX = x;
    lowY = y;
  }
  return lowY;
}
