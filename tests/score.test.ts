import { describe, expect, test } from 'vitest';
import { parseGold } from '../tools/gold.js';
import { addScores, rates, restoredStretch, score, scoreByType, type Group, type Score, type ScoredEdit } from '../tools/score.js';

/** An edit as a test writes it: the words it replaces (they stand once in the text), and what it puts there. */
type Change = readonly [observed: string, replacement: string];

function scoreOf(marked: string, changes: readonly Change[]): Score {
  const gold = parseGold(marked);
  const edits = changes.map(([observed, replacement]): ScoredEdit => {
    const start = gold.text.indexOf(observed);
    expect(start, `"${observed}" in "${gold.text}"`).toBeGreaterThanOrEqual(0);
    return { start, end: start + observed.length, replacement };
  });
  return score(gold, edits);
}

type Outcome = Group['outcome'];
/** TP, FP, FN by hand. */
type Counts = readonly [truePositives: number, falsePositives: number, falseNegatives: number];

type Case = readonly [title: string, marked: string, changes: readonly Change[], counts: Counts, outcomes: readonly Outcome[]];

const PHRASE = 'A {{chilly struggle=>cold war}} began.';
const POLICE = 'The {{officers=>police|cops}} left at noon.';
const OPTIONAL = 'The mayor {{uttered=?>said|declared}} little.';
const BESIDE = 'A {{chilly=>cold}} {{struggle=>war|conflict}} began.';
const MIXED = 'A {{chilly=>cold|cool}} {{struggle=?>war}} began.';

const CASES: readonly Case[] = [
  ['right: the first wording', POLICE, [['officers', 'police']], [1, 0, 0], ['right']],
  ['right: another wording that gold lists', POLICE, [['officers', 'cops']], [1, 0, 0], ['right']],
  ['wrong: the right place, another wording', POLICE, [['officers', 'clerks']], [0, 1, 1], ['wrong']],
  ['wrong: the case counts', POLICE, [['officers', 'Police']], [0, 1, 1], ['wrong']],
  ['missed: no edit', POLICE, [], [0, 0, 1], ['missed']],
  ['spurious: an edit where gold has no mark', POLICE, [['noon', 'twelve']], [0, 1, 1], ['missed', 'spurious']],
  ['spurious: an edit that only touches a mark', POLICE, [['The ', 'Some ']], [0, 1, 1], ['spurious', 'missed']],
  ['a clean text left alone counts nothing', 'Rain fell on Porto.', [], [0, 0, 0], []],
  ['a clean text edited', 'Rain fell on Porto.', [['Rain', 'Snow']], [0, 1, 0], ['spurious']],

  ['optional: left as it is', OPTIONAL, [], [0, 0, 0], ['free']],
  ['optional: changed to a right counts neither way', OPTIONAL, [['uttered', 'declared']], [0, 0, 0], ['free']],
  ['optional: changed to something else is a wrong edit', OPTIONAL, [['uttered', 'whispered']], [0, 1, 0], ['wrong']],

  ['wider than the mark, the rest unchanged', POLICE, [['officers left', 'police left']], [1, 0, 0], ['right']],
  ['wider than the mark, the rest changed too', POLICE, [['officers left', 'police went']], [0, 1, 1], ['wrong']],
  ['two edits in one mark make one right', PHRASE, [['chilly', 'cold'], ['struggle', 'war']], [1, 0, 0], ['right']],
  ['half of a mark is a wrong edit', PHRASE, [['chilly', 'cold']], [0, 1, 1], ['wrong']],
  ['both halves wrong are two wrong edits', PHRASE, [['chilly', 'cool'], ['struggle', 'war']], [0, 2, 1], ['wrong']],

  ['two marks, two edits', BESIDE, [['chilly', 'cold'], ['struggle', 'war']], [2, 0, 0], ['right', 'right']],
  ['two marks, one edit over both', BESIDE, [['chilly struggle', 'cold war']], [2, 0, 0], ['right']],
  ['two marks, one edit, another combination', BESIDE, [['chilly struggle', 'cold conflict']], [2, 0, 0], ['right']],
  ['two marks, one edit, one half wrong', BESIDE, [['chilly struggle', 'cool war']], [0, 1, 2], ['wrong']],
  ['two marks, one edit that leaves a required one', BESIDE, [['chilly struggle', 'cold struggle']], [0, 1, 2], ['wrong']],
  ['required and optional under one edit: both changed', MIXED, [['chilly struggle', 'cool war']], [1, 0, 0], ['right']],
  ['required and optional under one edit: the optional one left', MIXED, [['chilly struggle', 'cold struggle']], [1, 0, 0], ['right']],
  ['required and optional under one edit: the required one left', MIXED, [['chilly struggle', 'chilly war']], [0, 1, 1], ['wrong']],
  [
    'a chain: one edit bridges two marks, another ends in the second',
    'She {{paid=>spent}} the {{invoice quickly=>bill fast}} today.',
    [['paid the invoice', 'spent the bill'], ['quickly', 'fast']],
    [2, 0, 0],
    ['right'],
  ],
  [
    'a right that begins with another right needs looking further',
    'The {{sum=>total|total cost}}{{ of it=> thereof}} grew.',
    [['sum of it', 'total cost thereof']],
    [2, 0, 0],
    ['right'],
  ],

  ['quotes are compared straight: curly in gold', 'It {{wasn\u2019t=>isn\u2019t}} so.', [['wasn\u2019t', "isn't"]], [1, 0, 0], ['right']],
  [
    'quotes are compared straight: curly in the edit',
    'He {{yelled "go"=>said "go"}}.',
    [['yelled "go"', 'said \u201cgo\u201d']],
    [1, 0, 0],
    ['right'],
  ],
  ['a deletion made', 'It was {{very=>#repeat}} tall.', [['very', '']], [1, 0, 0], ['right']],
  ['a deletion missed', 'It was {{very=>#repeat}} tall.', [], [0, 0, 1], ['missed']],
  ['a deletion not wanted', POLICE, [['officers', '']], [0, 1, 1], ['wrong']],
  ['leaked braces taken away', 'It cost nine {{{dollars}=>dollars#markup}}.', [['{dollars}', 'dollars']], [1, 0, 0], ['right']],
  ['leaked braces taken away by two edits', 'It cost nine {{{dollars}=>dollars#markup}}.', [['{', ''], ['}', '']], [1, 0, 0], ['right']],
  ['one leaked brace left', 'It cost nine {{{dollars}=>dollars#markup}}.', [['{dollars', 'dollars']], [0, 1, 1], ['wrong']],
];

describe('score', () => {
  test.each(CASES)('%s', (_title, marked, changes, [truePositives, falsePositives, falseNegatives], outcomes) => {
    const result = scoreOf(marked, changes);
    expect(result).toMatchObject({ truePositives, falsePositives, falseNegatives });
    expect(result.groups.map(({ outcome }) => outcome)).toEqual(outcomes);
  });

  test('span detection counts places, whatever was put there', () => {
    const marked = 'The {{officers=>police}} {{uttered=?>said}} {{small=>little}} on {{yr=>year}} end.';
    const result = scoreOf(marked, [['officers', 'clerks'], ['uttered', 'said'], ['end', 'close']]);
    expect(result).toMatchObject({ marks: 3, marksFound: 1, edits: 3, editsOnMarks: 2 });
  });

  test('an edit over two marks finds both', () => {
    expect(scoreOf(BESIDE, [['chilly struggle', 'cool row']])).toMatchObject({ marks: 2, marksFound: 2, edits: 1, editsOnMarks: 1 });
  });

  test('a group covers its marks and edits from end to end', () => {
    const { groups } = scoreOf(BESIDE, [['struggle began', 'war began']]);
    expect(groups.map(({ start, end }) => [start, end])).toEqual([[2, 8], [9, 23]]);
  });
});

describe('restoredStretch', () => {
  test('applies the edits and keeps what lies between', () => {
    const edits = [{ start: 2, end: 8, replacement: 'cold' }, { start: 9, end: 17, replacement: 'war' }];
    expect(restoredStretch('A chilly struggle began.', { start: 0, end: 23, edits })).toBe('A cold war began');
  });
});

describe('rates', () => {
  // F0.5 = 1.25 · P · R / (0.25 · P + R)
  test.each([
    ['three of four right, three of six found', [3, 1, 3], [3 / 4, 3 / 6, 0.46875 / 0.6875]],
    ['all right', [5, 0, 0], [1, 1, 1]],
    ['everything wrong', [0, 2, 3], [0, 0, 0]],
    ['nothing proposed', [0, 0, 4], [NaN, 0, 0]],
    ['nothing to be found, something proposed', [0, 2, 0], [0, NaN, 0]],
    ['nothing to be found, nothing proposed', [0, 0, 0], [NaN, NaN, NaN]],
  ] as const)('%s', (_title, [truePositives, falsePositives, falseNegatives], [precision, recall, f]) => {
    const result = rates({ truePositives, falsePositives, falseNegatives });
    const digits = (value: number): string => value.toFixed(9);
    expect([result.precision, result.recall, result.f].map(digits)).toEqual([precision, recall, f].map(digits));
  });
});

describe('adding up', () => {
  const right = scoreOf('The {{officers=>police#term}} {{exit=>left}}.', [['officers', 'police']]);
  const wrong = scoreOf('{{Cash=>Money}} {{speaks=>talks#idiom}} loudly now.', [['speaks', 'shouts'], ['loudly', 'aloud']]);

  test('addScores sums every count and keeps the groups', () => {
    expect(addScores([right, wrong])).toMatchObject({
      truePositives: 1, falsePositives: 2, falseNegatives: 3, marks: 4, marksFound: 2, edits: 3, editsOnMarks: 2,
    });
    expect(addScores([right, wrong]).groups).toHaveLength(5);
  });

  test('scoreByType counts a group under its mark, a spurious edit under its own type', () => {
    expect(Object.fromEntries(scoreByType(addScores([right, wrong])))).toEqual({
      term: { truePositives: 1, falsePositives: 0, falseNegatives: 0 },
      idiom: { truePositives: 0, falsePositives: 1, falseNegatives: 1 },
      lexical: { truePositives: 0, falsePositives: 1, falseNegatives: 2 },
    });
  });
});
