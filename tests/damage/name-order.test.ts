import { describe, expect, test } from 'vitest';
import { nameOrder } from '../../src/damage/name-order.js';
import { repair, reported } from './repair.js';

describe('a name gets its order back', () => {
  test.each([
    [
      'as the document has it',
      'Ships crossed the East Siberian Sea and left. The Siberian Sea East froze.',
      'Ships crossed the East Siberian Sea and left. The East Siberian Sea froze.',
    ],
    ['a sea', 'They patrol the China Sea East at night.', 'They patrol the East China Sea at night.'],
    ['a name everyone knows', 'Talks at the House White ended.', 'Talks at the White House ended.'],
    ['a court', 'The Court Supreme ruled.', 'The Supreme Court ruled.'],
    ['an adjective of origin', 'Members of the Socialist Party French met.', 'Members of the French Socialist Party met.'],
    ['an adjective of origin before a verb', 'the Foreign Ministry Russian said so.', 'the Russian Foreign Ministry said so.'],
  ])('%s', (_, damaged, repaired) => expect(repair(nameOrder, damaged)).toBe(repaired));
});

describe('names in their order stay', () => {
  test.each([
    'They patrol the South China Sea.',
    'They live in New York New Jersey suburbs.',
    'He chairs the House White Water committee.',
    'The Otay Mesa East crossing and the East Otay Mesa crossing, near Otay Mesa East, opened.',
    'Fans of the Premier League English clubs sang.',
    'She teaches Modern Languages. French is hard.',
    'He learned the Old French language.',
  ])('%s', (text) => expect(reported(nameOrder, text)).toEqual([]));
});
