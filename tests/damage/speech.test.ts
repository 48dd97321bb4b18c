import { describe, expect, test } from 'vitest';
import { readProse } from '../../src/damage/prose.js';
import { attributionAt } from '../../src/damage/speech.js';
import { tokenize } from '../../src/text/tokenize.js';

/** The attribution behind "X," as the reader cuts it: the verb, and the words of it all. */
function attribution(text: string): [verb: string, all: string] | undefined {
  const prose = readProse(tokenize(`X, ${text}`));
  const found = attributionAt(prose, 1, prose.tokens.count);
  return found && [prose.words[found.verb]!, prose.words.slice(found.from, found.to).join(' ')];
}

describe('attributions', () => {
  test.each([
    ['Dahl said.', 'said', 'dahl said'],
    ['he said', 'said', 'he said'],
    ['she also noted.', 'noted', 'she also noted'],
    ['said Dahl.', 'said', 'said dahl'],
    ['said a fisherman from the north.', 'said', 'said a fisherman from the north'],
    ['harbour master Ingrid Dahl said.', 'said', 'harbour master ingrid dahl said'],
    ['a second senior official said on Friday.', 'said', 'a second senior official said on friday'],
    ['Dahl told reporters at the port.', 'told', 'dahl told reporters at the port'],
    ['Dahl said, adding that it rained.', 'said', 'dahl said'],
    ['Dahl said in Oslo, before the vote that the board had called.', 'said', undefined],
    ['the chair of the board explained last week.', 'explained', 'the chair of the board explained last week'],
  ])('%s', (text, verb, all) => expect(attribution(text)).toEqual(all === undefined ? undefined : [verb, all]));
});

describe('no attributions', () => {
  test.each([
    'Dahl said the pier would close.',
    'Dahl said that it rained.',
    'Dahl said Monday it would rain.',
    'the company he founded said.',
    'and then it rained.',
    'which Dahl said.',
    'Dahl.',
    'said nobody who was there.',
    'fishing boats said.',
  ])('%s', (text) => expect(attribution(text)).toBeUndefined());
});
