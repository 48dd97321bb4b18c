import { expect, test } from 'vitest';
import { personsOf } from '../../src/damage/persons.js';
import { readProse } from '../../src/damage/prose.js';
import { tokenize } from '../../src/text/tokenize.js';

function people(text: string): Record<string, string | undefined> {
  return Object.fromEntries(personsOf(readProse(tokenize(text))).gender);
}

test.each([
  ['by a first name', 'Robert Haldane met Susan J. Marlowe.', { haldane: 'he', marlowe: 'she' }],
  ['by a title', 'Mrs. Marlowe met Sir Haldane.', { marlowe: 'she', haldane: 'he' }],
  [
    'without a gender, by an office or a verb of saying',
    'President Varga spoke. Later Horn said no.',
    { varga: undefined, horn: undefined },
  ],
  ['two of one name', 'Robert Haldane met Susan Haldane.', { haldane: undefined }],
  ['places and unions are nobody', 'Rain fell in Norway. Norway said no. The United Nations said yes.', {}],
])('%s', (_, text, expected) => expect(people(text)).toEqual(expected));

test('marks where each is named', () => {
  const prose = readProse(tokenize('Robert Haldane spoke. Then Haldane left.'));
  expect(personsOf(prose).at).toEqual(['', 'haldane', '', '', 'haldane', '']);
});
