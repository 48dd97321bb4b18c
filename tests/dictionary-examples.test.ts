import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { readEntries } from '../src/dictionary/read.js';
import { checkExamples, longForms } from '../tools/check-examples.js';
import { ROOT, dictionaryFiles } from '../tools/dictionary-files.js';
import { parseGold } from '../tools/gold.js';

const FILES = dictionaryFiles().map((file) => relative(ROOT, file)).filter((file) => file.startsWith('dictionaries/synonym-spin/'));
const WITH_EXAMPLES = FILES.filter((file) => entriesOf(file).length > 0);

describe('long forms, where the text is known to be spun', () => {
  // One line a failure; "npm run check:examples" prints the same list with what came out.
  test.each(WITH_EXAMPLES)('%s: examples are restored, allows stay', (file) => {
    const failures = checkExamples(entriesOf(file)).map(({ where, reason, sentence, restored }) => `${where}: ${reason}: ${sentence} → ${restored}`);
    expect(failures).toEqual([]);
  });

  it('each have an example that shows one of their observed forms, and an allows', () => {
    const wrong = FILES.flatMap(entriesOf).filter(({ intended, observed, examples, allows }) => {
      const shown = examples.flatMap((example) => parseGold(example).marks).filter(({ rights }) => rights.includes(intended));
      return allows.length === 0 || !shown.some((mark) => observed.some((form) => mark.observed.includes(form)));
    });
    expect(wrong.map(({ where, id }) => `${where}: ${id}`)).toEqual([]);
  });

  it('are at least 1,500', () => {
    expect(FILES.flatMap(entriesOf).length).toBeGreaterThanOrEqual(1500);
  });
});

function entriesOf(file: string): ReturnType<typeof longForms> {
  return longForms(readEntries(readFileSync(join(ROOT, file), 'utf8'), file).entries);
}
