import { describe, expect, test } from 'vitest';
import { lostQuotes } from '../../src/damage/lost-quotes.js';
import { repair, reported, suspicions } from './repair.js';

/** A report in which two speakers have lost their marks beyond doubt: what stands behind it is judged in that light. */
const LOST =
  'The harbour board met in Bergen on Monday to weigh a new pier, which the town has wanted for years.\n\n' +
  'Fishing boats have had to wait offshore for a berth since spring.\n\n' +
  "We can't wait another winter, harbour master Ingrid Dahl said.\n\n" +
  "I'll vote for it and my colleagues will too, Dahl said.\n\n";

function behind(text: string): string {
  const repaired = repair(lostQuotes, LOST + text);
  return repaired.slice(repaired.indexOf('Dahl said.\n\n', repaired.indexOf('colleagues')) + 'Dahl said.\n\n'.length);
}

describe('speech gets both its marks back', () => {
  test.each([
    ['first person, name behind', 'We need this pier, Dahl said.', '"We need this pier," Dahl said.'],
    ['first person, verb before the speaker', 'We need this pier, said a fisherman.', '"We need this pier," said a fisherman.'],
    [
      'with a place and a day',
      'We need this pier, Dahl told reporters in Bergen on Tuesday.',
      '"We need this pier," Dahl told reporters in Bergen on Tuesday.',
    ],
    [
      'with an afterthought',
      'We need this pier, Dahl said, adding that it would be wide.',
      '"We need this pier," Dahl said, adding that it would be wide.',
    ],
    [
      'commas inside',
      'If the storms come, and they will, we need this pier, Dahl said.',
      '"If the storms come, and they will, we need this pier," Dahl said.',
    ],
    [
      'third person, a human speaker',
      'The pier is no longer a dream, a second senior town official said.',
      '"The pier is no longer a dream," a second senior town official said.',
    ],
    [
      'behind a reporter\'s that',
      'Town clerk Per Moe said Friday that we are ready and will start at once.',
      'Town clerk Per Moe said Friday that "we are ready and will start at once."',
    ],
    [
      'a question inside',
      "Why should we pay for it, and who asked us, she said.",
      '"Why should we pay for it, and who asked us," she said.',
    ],
  ])('%s', (_, damaged, repaired) => expect(behind(damaged)).toBe(repaired));
});

describe('speech goes on behind its attribution', () => {
  test.each([
    [
      'to the end of the paragraph',
      'The pier is a lifeline, a second town official said. They need it. It keeps the fleet at home and it keeps our shops open.',
      '"The pier is a lifeline," a second town official said. "They need it. It keeps the fleet at home and it keeps our shops open."',
    ],
    [
      'a country spoken of as a person',
      'Norway cannot stand aside, Dahl said. He cannot claim to want trade and have no ports.\n\nShips in Norway wait.',
      '"Norway cannot stand aside," Dahl said. "It cannot claim to want trade and have no ports."\n\nShips in Norway wait.',
    ],
    [
      'not into the reporter\'s own words',
      'We need this pier, Dahl said. The board of 12 members voted against the Hansen and Lund plans in 2019.',
      '"We need this pier," Dahl said. The board of 12 members voted against the Hansen and Lund plans in 2019.',
    ],
  ])('%s', (_, damaged, repaired) => expect(behind(damaged)).toBe(repaired));
});

test('speech before its attribution opens with the first of its sentences', () => {
  expect(behind("We have waited for years. And we don't want to wait again. This is our chance, the official said.")).toBe(
    '"We have waited for years. And we don\'t want to wait again. This is our chance," the official said.',
  );
});

test('marks are those of the document', () => {
  expect(repair(lostQuotes, `“Good,” she said.\n\n${LOST}`)).toContain('“We can\'t wait another winter,” harbour');
  expect(repair(lostQuotes, `'Good,' she said.\n\n${LOST}`)).toContain("'We can't wait another winter,' harbour");
  expect(repair(lostQuotes, LOST.replace(/'/g, '\u2019'))).toContain('\u201cWe can\u2019t wait another winter,\u201d harbour');
});

test('a stop too many stays outside', () => {
  const repaired = '"We need this pier," Dahl said. "We don\'t have another." .';
  expect(behind("We need this pier, Dahl said. We don't have another. .")).toBe(repaired);
});

describe('what was not spoken stays', () => {
  test.each([
    ['a report', 'The official said that the pier would be closed on Monday.'],
    ['a report without that', 'On Tuesday, Dahl said the pier would close.'],
    ['a phrase before the verb', 'In a statement, the board said the pier would close.'],
    ['quoted speech', '"We need this pier," Dahl said. "It is our lifeline."'],
    ['half quoted', 'The pier is "our lifeline, we love it," Dahl said.'],
    ['a list before a verb', 'After the storm, the mayor explained the plan to the crew.'],
  ])('%s', (_, text) => expect(behind(text)).toBe(text));
});

test('a writer who says "I" all through is no speaker', () => {
  const column = `${'I walk to the shore and I look at the boats. '.repeat(12)}We should go home, my brother said.`;
  expect(suspicions(lostQuotes, column).every(({ probability }) => probability < 0.5)).toBe(true);
});

test('one plain attribution among quotations is hardly suspect', () => {
  const text = '"We need it," Dahl said.\n\n"I love it," Moe said.\n\n"It is ours," Berg said.\n\nThe pier is cheap, a town official said.';
  expect(suspicions(lostQuotes, text).every(({ probability, weight }) => probability < 0.5 && weight === 0)).toBe(true);
});

test('US the country is no "us"', () => {
  const text = 'The weather turned.\n\nIt rained.\n\nThe US exports are no longer growing, an official said.';
  expect(suspicions(lostQuotes, text).map(({ weight }) => weight)).toEqual([0]);
});

test('texts without words report nothing', () => {
  expect(reported(lostQuotes, '')).toEqual([]);
  expect(reported(lostQuotes, '  \n\n ,,, "" ')).toEqual([]);
});
