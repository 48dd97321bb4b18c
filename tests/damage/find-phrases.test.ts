import { describe, expect, it, test } from 'vitest';
import { findPhrases } from '../../src/damage/find-phrases.js';
import { phraseTable } from '../../src/damage/phrase-table.js';
import { lexiconOf, loadDictionary } from '../../src/dictionary/dictionary.js';
import { tokenize } from '../../src/text/tokenize.js';
import { tableOf } from './tables.js';

const TABLE = tableOf(
  'translation',
  '  Oval Office: [Oval Cabinet]\n  war: [fight of arms, fight]\n  gunfight: [fight of arms and fire]\n  "Washington, D.C.": ["Washington, Colombia"]\n' +
    "  mother's day: [mothers' day day]\n  rest:\n    observed: [pause]\n    unless: [a pause for breath, pause button]\n",
);

const found = (text: string): string[] => {
  const tokens = tokenize(text);
  return findPhrases(tokens, TABLE).map(({ from, to }) => text.slice(tokens.start[from], tokens.end[to - 1]));
};

test.each([
  ['a phrase with capitals', 'in the Oval Cabinet.', ['Oval Cabinet']],
  ['not in lower case', 'an oval cabinet', []],
  ['a raised first letter', 'Fight was hard.', ['Fight']],
  ['not all capitals', 'the FIGHT of arms', []],
  ['the longest', 'a fight of arms and fire', ['fight of arms and fire']],
  ['a shorter one, where the longest breaks off', 'a fight of arms and men', ['fight of arms']],
  ['several', 'a fight, a fight of arms', ['fight', 'fight of arms']],
  ['over a comma that it has', 'He flew to Washington, Colombia.', ['Washington, Colombia']],
  ['not over another mark', 'a fight, of arms', ['fight']],
  ['not over a line break', 'a fight of\narms', ['fight']],
  ['with a hard space', 'a fight of\u00a0arms', ['fight of\u00a0arms']],
  ['with a curly apostrophe', 'on mothers\u2019 day day', ['mothers\u2019 day day']],
  ['not where a longer phrase begins before it', 'It took a pause for breath.', []],
  ['not where a longer phrase goes on behind it', 'He hit the Pause button.', []],
  ['elsewhere in the same text', 'A pause button, and a pause.', ['pause']],
  ['at the very end', 'no fight', ['fight']],
  ['nothing in nothing', '', []],
])('%s', (_, text, phrases) => expect(found(text)).toEqual(phrases));

describe('the table', () => {
  const dictionary = loadDictionary({
    file: 'test.yaml', text: 'family: round-trip\ntopic: words\nentries:\n  raid: [blow]\n  strike: [blow]\n  boat: [bark]\n',
  });
  const phrases = [...phraseTable(lexiconOf([dictionary]), 'round-trip').byFirst.values()].flat();

  it('is sure of a phrase of one reading', () => {
    expect(phrases.map(({ text, sure }) => [text, sure]).sort()).toEqual([['bark', true], ['blow', false]]);
  });

  it('is empty for a family that the dictionary does not have', () => {
    expect(phraseTable(lexiconOf([dictionary]), 'none').byFirst.size).toBe(0);
  });

  it('leaves out what options switch off', () => {
    const lexicon = lexiconOf([dictionary], (_family, _topic, head) => head() !== 'boat');
    expect([...phraseTable(lexicon, 'round-trip').byFirst.values()].flat().map(({ text }) => text)).toEqual(['blow']);
  });
});
