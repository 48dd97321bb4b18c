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
    ['commas with a space before them', `${FILLER}Rain fell , the crew slept , nobody rowed , and it was late.`, true],
    ['commas before fractions', `${FILLER}It rose 3,5 percent, then 12,75 percent, then fell 0,4 percent.`, true],
    ['commas in thousands and lists', `${FILLER}Some 3,500 of 12,750 sailors, 1,2 or more, lost 4,000 nets in 2,000 days.`, false],
    ['marks of another language', `${FILLER}He called it \u201ea bargain\u201c at once.`, true],
    ['wide commas', `${FILLER}It was late\uff0c the crew slept.`, true],
    ['a short text', REPORT.repeat(2), false],
    ['nothing', '', false],
  ])('%s', (_, text, expected) => {
    expect(mayBeDamaged(text)).toBe(expected);
  });
});
