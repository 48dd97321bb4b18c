import { describe, expect, test } from 'vitest';
import { pointsOf } from '../../src/integrations/points.js';

describe('pointsOf', () => {
  test.each<[string, number, [line: number, column: number]]>([
    ['', 0, [1, 1]],
    ['one', 3, [1, 4]],
    ['one\ntwo', 3, [1, 4]],
    ['one\ntwo', 4, [2, 1]],
    ['one\r\ntwo', 4, [1, 5]],
    ['one\r\ntwo', 5, [2, 1]],
    ['one\rtwo', 4, [2, 1]],
    ['one\n\r\ntwo', 6, [3, 1]],
    ['one\n', 4, [2, 1]],
    ['😀\n😀x', 5, [2, 3]],
  ])('%j, offset %i', (text, offset, [line, column]) => {
    expect(pointsOf(text)(offset)).toEqual({ line, column, offset });
  });
});
