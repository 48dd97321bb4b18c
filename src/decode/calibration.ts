/**
 * From the decoder's posterior to a probability that holds: isotonic regression on simulated text, as knots of a piecewise-linear function.
 * Written by `npm run calibrate`; see there for the texts it was fitted on.
 */
export const KNOTS: readonly (readonly [posterior: number, probability: number])[] = [
  [0, 0],
  [1, 1],
];

/** The calibrated probability of a posterior. */
export function calibrate(posterior: number, knots: readonly (readonly [number, number])[] = KNOTS): number {
  let [lowX, lowY] = knots[0]!;
  for (const [x, y] of knots) {
    if (posterior <= x) return x === lowX ? y : lowY + ((y - lowY) * (posterior - lowX)) / (x - lowX);
    lowX = x;
    lowY = y;
  }
  return lowY;
}
