import { describe, expect, test } from 'vitest';
import { damageScore, mostProbability, roundTripProbability, type Weighed } from '../../src/damage/density.js';

const finding = (detector: string, weight: number): Weighed => ({ detector, weight });
const KINDS = ['a', 'b', 'c', 'd'].map((name) => finding(name, 3));

describe('the score', () => {
  test('grows with every finding', () => {
    const scores = [0, 1, 2, 3, 4].map((count) => damageScore(KINDS.slice(0, count), 300));
    expect(scores).toEqual([...scores].sort((x, y) => x - y));
    expect(new Set(scores).size).toBe(5);
  });

  test('several kinds weigh more than one kind several times', () => {
    expect(damageScore(KINDS, 300)).toBeGreaterThan(damageScore(Array.from({ length: 4 }, () => finding('a', 3)), 300));
  });

  test('falls with the length', () => expect(damageScore(KINDS, 3000)).toBeLessThan(damageScore(KINDS, 300)));
});

describe('the probability', () => {
  test('is 0 for nothing', () => {
    expect(roundTripProbability([], 500)).toBe(0);
    expect(roundTripProbability([], 0)).toBe(0);
  });

  test('is high for dense damage of several kinds', () => expect(roundTripProbability(KINDS, 300)).toBeGreaterThan(0.9));

  test('is low for one slip', () => expect(roundTripProbability(KINDS.slice(0, 1), 500)).toBeLessThan(0.1));

  test('is low for a clumsy writer: many slips such as people make', () => {
    const clumsy = Array.from({ length: 60 }, (_, i) => finding('agreement articles tense verbs doubled'.split(' ')[i % 5]!, 1.5));
    expect(roundTripProbability(clumsy, 600)).toBeLessThan(0.2);
  });

  test('abstains below 150 words, but not before overwhelming damage', () => {
    expect(roundTripProbability(KINDS.slice(0, 3), 60)).toBeLessThan(0.5);
    expect(roundTripProbability(KINDS.slice(0, 3), 160)).toBeGreaterThan(0.5);
    expect(roundTripProbability([...KINDS, finding('e', 4), finding('f', 4)], 60)).toBeGreaterThan(0.9);
  });
});

describe('what strong findings leave open', () => {
  const slips = Array.from({ length: 40 }, (_, i) => finding(`slip ${i}`, 1.5));

  test.each([0, 1, 2, 3, 4])('no slips lift %i strong findings above it', (count) => {
    const strong = KINDS.slice(0, count);
    expect(roundTripProbability([...strong, ...slips], 400)).toBeLessThanOrEqual(mostProbability(strong, 400));
  });

  test('nothing strong leaves nothing open', () => expect(mostProbability([], 400)).toBeLessThan(0.5));
  test('is 0 for no words', () => expect(mostProbability(KINDS, 0)).toBe(0));
});
