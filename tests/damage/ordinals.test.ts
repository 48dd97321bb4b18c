import { describe, expect, test } from 'vitest';
import { ordinals } from '../../src/damage/ordinals.js';
import { repair, reported } from './repair.js';

describe('ordinals of another language are mended', () => {
  test.each([
    ['21th', 'The 21th of May.', 'The 21st of May.'],
    ['2th', 'His 2th term.', 'His 2nd term.'],
    ['13rd', 'The 13rd man.', 'The 13th man.'],
    ['103th', 'The 103th day.', 'The 103rd day.'],
    ['Roman', 'Early in the XIX century it burned.', 'Early in the 19th century it burned.'],
    ['Roman plural', 'From the XVI to the XX centuries.', 'From the XVI to the 20th centuries.'],
    ['dotted', 'War shaped the 20. century.', 'War shaped the 20th century.'],
  ])('%s', (_, damaged, repaired) => expect(repair(ordinals, damaged)).toBe(repaired));
});

test.each([
  'The 21st of May.',
  'The 11th man.',
  'The 112th day.',
  'He weighs 11st 4lb.',
  'The XIX Century Club.',
  'The I century mark.',
  'It was no. 20. Century later it fell.',
  'A Pope Pius XII biography.',
])('%s stays', (text) => expect(reported(ordinals, text)).toEqual([]));
