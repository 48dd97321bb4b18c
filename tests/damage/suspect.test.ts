import { describe, expect, it } from 'vitest';
import { mayBeDamaged } from '../../src/damage/suspect.js';

const FILLER = 'The ferry crossed the bay in calm weather and the passengers slept below deck for most of the way. '.repeat(8);
const REPORT = 'The harbour will open in May, the mayor said. The pilots will be paid by the town, a clerk said. ';

describe('mayBeDamaged', () => {
  it.each<[string, string, boolean]>([
    ['attributions and no quotation mark', FILLER + REPORT.repeat(2), true],
    ['attributions and a double quotation mark', `${FILLER}${REPORT.repeat(2)}"No," he said.`, false],
    ['attributions and single quotation marks', `${FILLER}${REPORT.repeat(2)}He called it 'a bargain' at once.`, false],
    ['few attributions', FILLER + REPORT, false],
    ['sentences that begin in lower case', `${FILLER}It was late. the crew slept. nobody rowed. everyone waited.`, true],
    ['abbreviations before lower case', `${FILLER}Acme Inc. said at 9 a.m. that Corp. shares, vs. those of Beta Co. that fell, rose.`, false],
    ['a short text', REPORT.repeat(2), false],
    ['nothing', '', false],
  ])('%s', (_, text, expected) => {
    expect(mayBeDamaged(text)).toBe(expected);
  });
});
