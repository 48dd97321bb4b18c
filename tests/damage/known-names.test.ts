import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { knownNames } from '../../src/damage/known-names.js';
import { readEntries } from '../../src/dictionary/read.js';
import { createRestorer } from '../../src/index.js';
import { ROOT } from '../../tools/dictionary-files.js';
import { repair, reported, suspicions } from './repair.js';
import { tableOf } from './tables.js';

const TABLE = tableOf('names', '  Beijing: [Bejing, Pékin]\n  Xi Jinping: [Xi Jin-ping]\n  Moscow: [Moskau]\n  Kim Jong Un: [Kim Yong Un]\n');

describe('names get the spelling of the news', () => {
  test.each([
    ['misspelt', 'He flew to Bejing.', 'He flew to Beijing.'],
    ['of another language', 'He flew to Moskau on Monday.', 'He flew to Moscow on Monday.'],
    ['with letters of another language', 'Talks in Pékin failed.', 'Talks in Beijing failed.'],
    ['with a hyphen', 'He met Xi Jin-ping there.', 'He met Xi Jinping there.'],
    ['owning', "Bejing's envoy left.", "Beijing's envoy left."],
    ['of several words', 'He wrote to Kim Yong Un twice.', 'He wrote to Kim Jong Un twice.'],
    ['at the end', 'He left Moskau.', 'He left Moscow.'],
  ])('%s', (_, damaged, repaired) => expect(repair(knownNames, damaged, TABLE)).toBe(repaired));
});

test.each([
  'He flew to Beijing.',
  'The BEJING file is lost.',
  'He typed bejing and moskau.',
  'Kim Yong Unger sang.',
  'Xi, Jin-ping and Li met.',
  'Kim Yong, un ami, sang.',
])('%s stays', (text) => expect(repair(knownNames, text, TABLE)).toBe(text));

describe('one name in two rightful spellings', () => {
  const usual = 'Zelensky spoke. Zelensky left. Zelensky wrote.';

  it('is reported, without an edit', () => {
    const found = suspicions(knownNames, `${usual} Zelenskiy slept.`);
    expect(found.map(({ replacement, evidence }) => [replacement, evidence])).toEqual([[undefined, '"Zelenskiy" once, "Zelensky" elsewhere']]);
  });

  test.each([`${usual} Zelenskiy slept. Zelenskiy woke.`, usual, 'Zelenskiy met Zelensky.'])('%s: nothing to report', (text) =>
    expect(reported(knownNames, text)).toEqual([]),
  );
});

describe('the packaged names', () => {
  const file = join(ROOT, 'dictionaries/round-trip/names.yaml');
  const { entries, problems } = readEntries(readFileSync(file, 'utf8'), file);
  const restorer = createRestorer({ assume: 'round-trip' });

  it('are at least 150', () => {
    expect(problems).toEqual([]);
    expect(entries.length).toBeGreaterThanOrEqual(150);
  });

  it('are restored in a text known to be translated', () => {
    const sentence = (name: string): string => `The minister spoke of ${name} again.`;
    const wrong = entries.flatMap(({ intended, observed }) =>
      observed.filter((form) => restorer.restore(sentence(form)).text !== sentence(intended)).map((form) => `${form} → ${intended}`),
    );
    expect(wrong).toEqual([]);
  });

  it('stay as they are where they are right', () => {
    const changed = entries.filter(({ intended }) => restorer.restore(`The minister spoke of ${intended} again.`).edits.length > 0);
    expect(changed.map(({ intended }) => intended)).toEqual([]);
  });
});
