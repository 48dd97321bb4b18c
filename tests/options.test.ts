import { describe, expect, it, test } from 'vitest';
import { builtin, createRestorer, loadDictionary, type Options } from '../src/index.js';
import { MODES, checkOptions, describe as shown } from '../src/options.js';

describe('checkOptions', () => {
  it('fills in the defaults', () => {
    expect(checkOptions()).toEqual({ least: MODES.balanced, dictionaries: undefined, ignore: new Set(), topics: undefined, assume: undefined });
  });

  test.each<[Options, number]>([
    [{ mode: 'certain' }, MODES.certain],
    [{ mode: 'balanced' }, MODES.balanced],
    [{ mode: 'suggest' }, Infinity],
    [{ minProbability: 0.2 }, 0.2],
    [{ minProbability: 0 }, 0],
    [{ minProbability: 1 }, 1],
    [{ mode: 'suggest', minProbability: 0.5 }, 0.5],
  ])('%j applies edits from a probability of %d', (options, least) => {
    expect(checkOptions(options).least).toBe(least);
  });

  it('knows the modes that the types name', () => {
    expect(Object.keys(MODES)).toEqual(['certain', 'balanced', 'suggest']);
    expect(MODES.balanced).toBeGreaterThan(0.5);
    expect(MODES.certain).toBeGreaterThan(MODES.balanced);
    expect(MODES.certain).toBeLessThanOrEqual(1);
  });

  test.each([
    [null, 'got null as options, expected an object with any of mode, minProbability, dictionaries, ignore, topics, assume'],
    ['certain', 'got "certain" as options, expected an object with any of mode, minProbability, dictionaries, ignore, topics, assume'],
    [[], 'got an array as options, expected an object with any of mode, minProbability, dictionaries, ignore, topics, assume'],
    [{ minprobability: 1 }, 'unknown option "minprobability"; known: mode, minProbability, dictionaries, ignore, topics, assume'],
    [{ mode: 'safe' }, 'got mode "safe", expected certain, balanced, suggest'],
    [{ mode: 'constructor' }, 'got mode "constructor", expected certain, balanced, suggest'],
    [{ mode: 3 }, 'got mode 3, expected certain, balanced, suggest'],
    [{ minProbability: 1.5 }, 'got minProbability 1.5, expected a number from 0 to 1'],
    [{ minProbability: -0.1 }, 'got minProbability -0.1, expected a number from 0 to 1'],
    [{ minProbability: NaN }, 'got minProbability NaN, expected a number from 0 to 1'],
    [{ minProbability: '0.9' }, 'got minProbability "0.9", expected a number from 0 to 1'],
    [{ dictionaries: 'mine.yaml' }, 'got dictionaries "mine.yaml", expected an array of what loadDictionary returns, or builtin'],
    [{ dictionaries: ['mine.yaml'] }, 'got dictionaries an array, expected an array of what loadDictionary returns, or builtin'],
    [{ dictionaries: [{ family: 'f' }] }, 'got dictionaries an array, expected an array of what loadDictionary returns, or builtin'],
    [{ ignore: 'synonym-spin' }, 'got ignore "synonym-spin", expected an array of strings'],
    [{ ignore: [1] }, 'got ignore an array, expected an array of strings'],
    [{ topics: {} }, 'got topics an object, expected an array of strings'],
    [{ assume: true }, 'got assume true, expected a family such as "synonym-spin"'],
  ])('%j throws a TypeError', (options, message) => {
    expect(() => checkOptions(options as never)).toThrow(TypeError);
    expect(() => checkOptions(options as never)).toThrow(message);
  });

  it('checks before any text is read', () => {
    expect(() => createRestorer({ mode: 'safe' } as never)).toThrow(TypeError);
  });

  it('takes the built-in dictionary and loaded ones', () => {
    const mine = loadDictionary({ family: 'f', topic: 't', entries: { war: ['warfare'] } });
    expect(checkOptions({ dictionaries: [builtin, mine] }).dictionaries).toEqual([builtin, mine]);
    expect(checkOptions({ dictionaries: [] }).dictionaries).toEqual([]);
  });
});

describe('describe', () => {
  test.each([
    [undefined, 'undefined'],
    [null, 'null'],
    ['short', '"short"'],
    ['x'.repeat(50), `"${'x'.repeat(40)}…"`],
    [3, '3'],
    [false, 'false'],
    [[1], 'an array'],
    [{}, 'an object'],
    [describe, 'function'],
    [1n, 'bigint'],
  ])('shows %s', (value, text) => {
    expect(shown(value)).toBe(text);
  });
});
