import { describe, expect, it, test } from 'vitest';
import { KNOTS } from '../../src/calibrated.js';
import { calibrate } from '../../src/decode/calibration.js';

describe('calibrate', () => {
  const knots = [[0, 0.1], [0.5, 0.2], [1, 0.9]] as const;
  test.each([
    [0, 0.1],
    [0.25, 0.15],
    [0.5, 0.2],
    [0.75, 0.55],
    [1, 0.9],
    [1.5, 0.9],
    [-1, 0.1],
  ])('a posterior of %d is a probability of %d', (posterior, probability) => {
    expect(calibrate(posterior, knots)).toBeCloseTo(probability, 10);
  });

  it('never falls as the posterior rises, and stays between 0 and 1', () => {
    let before = 0;
    for (let posterior = 0; posterior <= 1; posterior += 0.001) {
      const probability = calibrate(posterior);
      expect(probability).toBeGreaterThanOrEqual(before);
      expect(probability).toBeLessThanOrEqual(1);
      before = probability;
    }
  });

  it('reaches the highest probability that was fitted', () => {
    expect(calibrate(1)).toBe(Math.max(...KNOTS.map(([, probability]) => probability)));
  });
});
