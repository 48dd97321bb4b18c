import { expect, test } from 'vitest';
import { differingFact, type Words } from '../../src/sources/facts.js';
import { tokenize } from '../../src/text/tokenize.js';

/** The words in brackets, in their text. */
function marked(text: string): Words {
  const tokens = tokenize(text.replace(/[[\]]/g, ''));
  const start = text.indexOf('[');
  const end = text.indexOf(']') - 1;
  const inside = Array.from({ length: tokens.count }, (_, i) => i).filter((i) => tokens.start[i]! >= start && tokens.end[i]! <= end);
  return { tokens, from: inside[0]!, to: inside.at(-1)! + 1 };
}

test.each<[left: string, right: string, expected: string | undefined]>([
  ['It cost [12] dollars.', 'It cost [14] dollars.', 'number'],
  ['It cost [two] dollars.', 'It cost [2] dollars.', undefined],
  ['It cost [1,200] dollars.', 'It cost [1200] dollars.', undefined],
  ['It cost [two million] dollars.', 'It cost [two billion] dollars.', 'number'],
  ['They met [on Tuesday].', 'They met [on Monday].', 'name'],
  ['They met [Ann Roe].', 'They met [a friend].', 'name'],
  ['[Officers] met.', '[Officials] met.', undefined],
  ['He said, “[Officers] met.”', 'He said, “[Officials] met.”', undefined],
  ['She [did not] pay.', 'She [did] pay.', 'negation'],
  ["She [didn't] pay.", 'She [did not] pay.', undefined],
  ['She paid [without delay].', 'She paid [with delay].', 'negation'],
  ['a [chilly] day', 'a [cold] day', undefined],
])('%s / %s', (left, right, expected) => {
  expect(differingFact(marked(left), marked(right))).toBe(expected);
});
