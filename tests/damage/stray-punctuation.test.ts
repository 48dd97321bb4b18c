import { describe, expect, test } from 'vitest';
import { strayPunctuation } from '../../src/damage/stray-punctuation.js';
import { repair, reported } from './repair.js';

describe('punctuation that no one sets is mended', () => {
  test.each([
    ['a second period apart', 'The pumps failed. . The crew left.', 'The pumps failed. The crew left.'],
    ['a second period at the end', 'The pumps failed. .', 'The pumps failed.'],
    ['a period inside a list', 'They invited Anna Wu., and Paul Roy.', 'They invited Anna Wu, and Paul Roy.'],
    ['a period and a comma apart', 'In the town of Halden. , most shops shut.', 'In the town of Halden, most shops shut.'],
    ['two commas', 'The mayor,, who left early, smiled.', 'The mayor, who left early, smiled.'],
    ['a comma before the period', 'They waited for hours,. Nobody came.', 'They waited for hours. Nobody came.'],
    ['a space before the comma', 'The dam , built in 1931, broke.', 'The dam, built in 1931, broke.'],
  ])('%s', (_, damaged, repaired) => expect(repair(strayPunctuation, damaged)).toBe(repaired));
});

describe('rightful punctuation stays', () => {
  test.each([
    ['an ellipsis', 'He paused . . . and left. . . .'],
    ['a company', 'Harlow Inc., and Bates Corp., merged with Dunn Co., of Leeds.'],
    ['initials', 'Moss, A., Hill, J., and others wrote it.'],
    ['an initialism', 'He lived in Washington, D.C., and in the U.S., mostly.'],
    ['a unit', 'The dose was 4 mg., then 8.'],
    ['a domain', 'Addresses in .org, .net, and .com end so.'],
    ['a ticker', 'The index .GDX , which fell, and the SPX , which rose.'],
    ['a text cut into tokens', 'Well , he said , it rained , and so , at last , they left .'],
    ['decimals', 'It fell .5 percent, then .7 percent.'],
  ])('%s', (_, text) => expect(reported(strayPunctuation, text)).toEqual([]));
});

test('a gap of a hundred thousand blanks is read in no time', () => {
  const started = performance.now();
  expect(reported(strayPunctuation, `one.${' '.repeat(100_000)}two,${' '.repeat(100_000)}three`)).toEqual([]);
  expect(performance.now() - started).toBeLessThan(500);
});
