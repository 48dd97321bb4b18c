import { describe, expect, it } from 'vitest';
import { cutDocument, pairSentences } from '../../src/sources/document.js';

const SENTENCES = [
  'The ferry from Ardmore to Skellan sank in a storm on Monday.',
  'Rescuers in three helicopters lifted 41 passengers from the water.',
  'The coastguard blamed an overloaded car deck for the accident.',
  'Captain Ewan Reith had warned the owners about it in March.',
  'Relatives gathered in a school hall near the harbour.',
];

/** For each sentence of the first text, its partner's number in the second; -1 for none. */
function partners(first: readonly string[], second: readonly string[]): number[] {
  const [places] = pairSentences([cutDocument(first.join(' ')), cutDocument(second.join(' '))]);
  return places!.map(([place]) => place?.sentence ?? -1);
}

describe('sentences are paired', () => {
  it('in order', () => {
    expect(partners(SENTENCES, SENTENCES)).toEqual([0, 1, 2, 3, 4]);
  });

  it('where some are missing', () => {
    expect(partners(SENTENCES, [SENTENCES[0]!, SENTENCES[3]!])).toEqual([0, -1, -1, 1, -1]);
  });

  it('in any order', () => {
    expect(partners(SENTENCES, [...SENTENCES].reverse())).toEqual([4, 3, 2, 1, 0]);
  });

  it('where some of their words are others', () => {
    expect(partners(SENTENCES, ['Rescuers in 3 choppers raised 41 passengers out of the water.'])).toEqual([-1, 0, -1, -1, -1]);
  });

  it('and none where the texts have only common words in common', () => {
    expect(partners(SENTENCES, ['A council voted to cut a tax.', 'The vote was close, and few had come.'])).toEqual([-1, -1, -1, -1, -1]);
  });
});

it('pairs the sentences of the first texts alone, where only they are wanted', () => {
  const documents = [SENTENCES, SENTENCES, SENTENCES].map((sentences) => cutDocument(sentences.join(' ')));
  const pairs = pairSentences(documents, 1);
  expect(pairs).toHaveLength(1);
  expect(pairs[0]![0]).toEqual([{ text: 1, sentence: 0 }, { text: 2, sentence: 0 }]);
});
