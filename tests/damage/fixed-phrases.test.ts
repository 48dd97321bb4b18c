import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { fixedPhrases } from '../../src/damage/fixed-phrases.js';
import { readEntries } from '../../src/dictionary/read.js';
import { checkExamples, longForms } from '../../tools/check-examples.js';
import { ROOT } from '../../tools/dictionary-files.js';
import { repair, reported, suspicions } from './repair.js';
import { tableOf } from './tables.js';

const TABLE = tableOf(
  'translation',
  '  Oval Office: [Oval Cabinet]\n  snap election: [anticipated election, advanced election]\n' +
    '  supply chain:\n    observed: [delivery chain]\n    unless: [pizza delivery chain]\n  depends on:\n    observed: [depends of]\n    type: function\n' +
    '  air raid: [air blow]\n  air strike: [air blow]\n  eyewitness: [eyesightwitness]\n',
);

describe('wordings of translators', () => {
  test.each([
    ['a name', 'They met in the Oval Cabinet.', 'They met in the Oval Office.'],
    ['in lower case', 'It broke the delivery chain.', 'It broke the supply chain.'],
    ['at the start', 'Delivery chain trouble hit the port.', 'Supply chain trouble hit the port.'],
    ['behind an article', 'He called an anticipated election.', 'He called a snap election.'],
    ['behind an article at the start', 'An advanced election is near.', 'A snap election is near.'],
    ['grammar', 'It depends of the weather.', 'It depends on the weather.'],
    ['a curly apostrophe near it', 'It’s the Oval Cabinet’s door.', 'It’s the Oval Office’s door.'],
  ])('%s', (_, damaged, repaired) => expect(repair(fixedPhrases, damaged, TABLE)).toBe(repaired));
});

test.each([
  'They met in the Oval Office.',
  'The dealer sold an oval cabinet.',
  'He owns a pizza delivery chain.',
  'The DELIVERY CHAIN broke.',
  'The delivery, chain and all, is late.',
  'The delivery chains broke.',
])('%s stays', (text) => expect(reported(fixedPhrases, text, TABLE)).toEqual([]));

describe('what a phrase says', () => {
  const [term, slip, doubtful, word] = ['the Oval Cabinet', 'it depends of it', 'an air blow', 'an eyesightwitness'].map(
    (text) => suspicions(fixedPhrases, text, TABLE)[0]!,
  );

  it('a term word by word speaks louder than one word, that louder than a slip, and two readings hardly at all', () => {
    const weights = [term, word, slip, doubtful].map((suspicion) => suspicion!.weight!);
    expect(weights).toEqual([...weights].sort((a, b) => b - a));
    expect(new Set(weights).size).toBe(4);
  });

  it('one of two readings is never sure enough to be applied', () => expect(doubtful!.probability).toBeLessThan(0.7));

  it('it names its entry', () => expect(term!.entry).toBe('round-trip/translation/Oval Office'));
});

describe('the packaged phrases', () => {
  const file = join(ROOT, 'dictionaries/round-trip/translation.yaml');
  const entries = longForms(readEntries(readFileSync(file, 'utf8'), file).entries);

  it('are restored in their examples and stay in their counter-examples', () => {
    const failures = checkExamples(entries).map(({ id, reason, sentence, restored }) => `${id}: ${reason}: ${sentence} → ${restored}`);
    expect(failures).toEqual([]);
  });

  it('have an example and a counter-example each', () => {
    expect(entries.filter(({ examples, allows }) => examples.length === 0 || allows.length === 0).map(({ id }) => id)).toEqual([]);
  });
});
