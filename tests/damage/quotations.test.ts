import { describe, expect, test } from 'vitest';
import { readProse } from '../../src/damage/prose.js';
import { tokenize } from '../../src/text/tokenize.js';

/** The words, those inside quotation marks in capitals. */
function quoted(text: string): string {
  const { words, quotations } = readProse(tokenize(text));
  return words.map((word, i) => (quotations.inside[i] === 1 ? word.toUpperCase() : word)).join(' ');
}

describe('which words are quoted', () => {
  test.each([
    ['straight', 'He said "we won" again.', 'he said WE WON again'],
    ['curly', 'He said “we won” again.', 'he said WE WON again'],
    ['single', "'We won,' he said.", 'WE WON he said'],
    ['single, with apostrophes inside', "'We don't lose,' he said.", "WE DON 'T LOSE he said"],
    ['guillemets', 'He said «we won» again.', 'he said WE WON again'],
    ['one inside another', '"He said ‘yes’ to me," she said.', 'HE SAID YES TO ME she said'],
    ['open to the end of the paragraph', '“We won.\n\nHe left.', 'WE WON he left'],
    ['a mark that only closes', 'We won," he said.', 'WE WON he said'],
    ['possessive plurals are no marks', "The players' bus left the fans' town.", 'the players bus left the fans town'],
    ['shortened years are no marks', "In '98 and the '60s.", 'in 98 and the 60s'],
  ])('%s', (_, text, expected) => expect(quoted(text)).toBe(expected));
});

describe('the marks of the document', () => {
  test.each([
    ['those it uses', "'Yes,' he said. 'No,' she said. \"Ha\"", "'", "'"],
    ['curly, by its apostrophes', 'It’s late.', '“', '”'],
    ['straight, without any', 'It is late.', '"', '"'],
  ])('%s', (_, text, open, close) => {
    const { quotations } = readProse(tokenize(text));
    expect([quotations.open, quotations.close]).toEqual([open, close]);
  });
});
