import { describe, expect, it, test } from 'vitest';
import { entriesProblem, sourceOf } from '../../examples/playground/src/own-entries.js';
import { loadDictionary } from '../../src/lite.js';

describe('sourceOf', () => {
  test.each(['', '  \n\n', '# nothing yet', '\n  # nothing\n'])('%j is no dictionary', (typed) => {
    expect(sourceOf(typed)).toBeUndefined();
  });

  test.each([
    ['one line', 'port: [harbor]', ['synonym-spin/yours/port']],
    ['lines, a comment and a blank line', 'port: [harbor]\n\n# a comment\nwall of stone: [barrier]\n', ['synonym-spin/yours/port', 'synonym-spin/yours/wall of stone']],
    ['a long form', 'port:\n  observed: [harbor]\n  examples: ["A {{harbor=>port}}."]\n  allows: ["A harbor."]', ['synonym-spin/yours/port']],
    ['a whole file', 'family: mine\ntopic: sea\nentries:\n  port: [harbor]\n', ['mine/sea/port']],
    ['a whole file in JSON', '{"family": "mine", "topic": "sea", "entries": {"port": ["harbor"]}}', ['mine/sea/port']],
  ])('%s is a dictionary', (_, typed, ids) => {
    expect(loadDictionary(sourceOf(typed)!).entries.map(({ id }) => id)).toEqual(ids);
  });
});

describe('entriesProblem', () => {
  test.each([
    ['a list without its end', 'port: [harbor]\nwall: [barrier', /^Line 2: /],
    ['a head without forms', 'port: [harbor]\n\nwall:', /^Line 3: /],
    ['an entry equal to its head, in the first line', 'port: [port]', /^Line 1: /],
    ['a mistake in a whole file', 'family: mine\ntopic: sea\nentries:\n  port: [port]\n', /^Line 4: /],
    ['two mistakes', 'port: [port]\nwall: [wall]', /^Line 1: .*\nLine 2: /],
  ])('gives the line of %s as typed', (_, typed, expected) => {
    expect(problemOf(typed)).toMatch(expected);
  });

  it('says what it was given where that is no mistake in the entries', () => {
    expect(entriesProblem(new RangeError('too long'), 'port: [harbor]')).toBe('RangeError: too long');
  });
});

function problemOf(typed: string): string {
  try {
    loadDictionary(sourceOf(typed)!);
  } catch (error) {
    return entriesProblem(error, typed);
  }
  return 'no problem';
}
