import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { damageEdits, findDamage, roundTripProbability } from '../../src/damage/damage.js';
import { DETECTORS } from '../../src/damage/registry.js';
import { applyEdits, revertEdits } from '../../src/rewrite/apply.js';
import { tokenize } from '../../src/text/tokenize.js';
import { parseGold, type Gold } from '../../tools/gold.js';
import { rates, score, scoreByType } from '../../tools/score.js';

const CLEAN =
  'The harbour board of Solvik met on Monday to weigh a new pier, the third plan for the bay in ten years.\n\n' +
  'Harbour master Ingrid Dahl told the board that the old pier, built of timber in 1931, would not last another winter, and that ' +
  'repairs would cost more than a new one.\n\n' +
  '"We can\'t wait for another storm to decide for us," Dahl said. "Every boat we have depends on that pier."\n\n' +
  'The board will vote in June. Its chairman, Per Moe, has said he wants the state to pay half of the cost, which engineers put ' +
  'at 40 million kroner.\n\n' +
  '"I have asked the ministry, and I am still waiting for an answer," Moe said at a meeting in Bergen last week.\n\n' +
  'Fishermen and traders have pressed for a larger basin since 2015, when a gale sank four boats at their moorings. Dahl\'s own ' +
  'report, sent to the ministry in March, called the bay unsafe and put the blame on the owners of the sheds.\n\n' +
  'The plan has its critics. A group of residents fears for the beach north of the pier, and says the noise of the works will ' +
  'drive away summer guests.\n\n' +
  'Moe said the works would stop from June to August, and that the beach would be restored with sand from the north shore.';

const DAMAGED =
  'The harbour board of Solvik met on Monday to weigh a new pier, the third plan for the bay in ten years.\n\n' +
  'Harbour master Ingrid Dahl told the board that the old pier, built of timber in 1931, will not last another winter. and that ' +
  'repairs would cost more than a new one. .\n\n' +
  'We can\'t wait for another storm to decide for us, Dahl said. Every boat we have depends on that pier.\n\n' +
  'The board will vote in June. Its chairman, Per Moe., has has said he wants the state to pay half of the cost, which engineers ' +
  'put at 40 million kroner.\n\n' +
  'I have asked the ministry, and I am still waiting for an answer, Moe said at a meeting in Bergen last week.\n\n' +
  "Fishermen and traders have pressed for a larger basin since 2015, when a gale sank boats and sheds. cranes. Dahls' own report, sent " +
  'to the ministry in March, called the bay unsafe and put the blame on the owner of the owners of the sheds.\n\n' +
  'The plan has its critics. A group of residents fears for the beach north of the pier, and says the noise of the works will ' +
  'drive away summer guests.\n\n' +
  'Moe said the works would stop from June to August, and that the beach would be restored with sand from the north shore.';

const restored = (text: string, least = 0.7): string => applyEdits(text, damageEdits(findDamage(tokenize(text)), least));

describe('a clean report', () => {
  test('has nothing to mend', () => expect(restored(CLEAN)).toBe(CLEAN));
  test('is not taken for translated', () => expect(roundTripProbability(findDamage(tokenize(CLEAN)), 230)).toBeLessThan(0.02));
  test('with one doubled word keeps it: a slip of the writer\'s own', () => {
    const slip = CLEAN.replace('has said he', 'has has said he');
    expect(restored(slip)).toBe(slip);
    expect(findDamage(tokenize(slip)).map(({ observed, replacement }) => [observed, replacement])).toContainEqual(['has has', 'has']);
  });
});

describe('a damaged report', () => {
  const findings = findDamage(tokenize(DAMAGED));

  test('is taken for translated', () => expect(roundTripProbability(findings, 230)).toBeGreaterThan(0.95));

  test('is mended, every kind of damage', () => {
    const text = restored(DAMAGED);
    expect(text).toContain('another winter and that repairs');
    expect(text).toContain('than a new one.\n\n"We can\'t wait for another storm to decide for us," Dahl said.');
    expect(text).toContain('Dahl said. "Every boat we have depends on that pier."\n\n');
    expect(text).toContain('Per Moe, has said he');
    expect(text).toContain('"I have asked the ministry, and I am still waiting for an answer," Moe said');
    expect(text).toContain('sank boats, sheds and cranes.');
    expect(text).toContain("Dahl's own report");
    expect(text).toContain('the blame on the owners of the sheds.');
  });

  test('what was whole stays', () => {
    const whole = CLEAN.slice(CLEAN.indexOf('The plan has its critics.'));
    expect(restored(DAMAGED).endsWith(whole)).toBe(true);
  });

  test('findings are sorted, never overlap, and quote the text', () => {
    findings.forEach(({ start, end, observed }, i) => {
      expect(DAMAGED.slice(start, end)).toBe(observed);
      if (i > 0) expect(start).toBeGreaterThanOrEqual(findings[i - 1]!.end);
    });
  });

  test('edits can be undone, and name their detector', () => {
    const edits = damageEdits(findings, 0.7);
    expect(revertEdits(applyEdits(DAMAGED, edits), edits)).toBe(DAMAGED);
    expect(edits.map(({ entry }) => entry)).toContain('round-trip/quotes/lost-quotes');
    expect(edits.every(({ evidence }) => evidence.family === 'round-trip' && evidence.document > 0.95)).toBe(true);
  });
});

describe('probabilities', () => {
  const [alone] = findDamage(tokenize('The council has has voted.'));
  const [assumed] = findDamage(tokenize('The council has has voted.'), { assume: true });

  test('of a lone sentence stay below what is applied', () => expect(alone!.probability).toBeLessThan(0.7));
  test('speak up where the caller knows the text to be damaged', () => expect(assumed!.probability).toBeGreaterThan(0.9));
});

describe('findings on one place', () => {
  const observed = (text: string): [string, string | undefined][] =>
    findDamage(tokenize(text), { assume: true }).map((finding) => [finding.observed, finding.replacement]);

  test('an opening mark takes in the repair of its first word', () => {
    const text = 'Rain fell.\n\nIt was cold.\n\nWe we won\'t go, Dahl said.';
    expect(observed(text)).toEqual([['We we', '"We'], [',', ',"']]);
  });

  test('the likelier one stands', () => {
    const found = observed('He met. secretary of the treasury Henry Fowler in Oslo.');
    expect(found).toEqual([['secretary of the treasury', 'Treasury Secretary']]);
  });
});

test('every detector has its own name', () => expect(new Set(DETECTORS.map(({ name }) => name)).size).toBe(DETECTORS.length));

describe('any string', () => {
  test.each([
    '',
    ' ',
    '\n\n',
    '"',
    '. .',
    '\ud800',
    'constructor __proto__ toString',
    '\u200b,\u00a0,',
    'a'.repeat(10_000),
    '😀 has has 😀',
    "'s 's 's",
  ])('%j', (text) => {
    for (const { start, end, observed } of findDamage(tokenize(text), { assume: true })) expect(text.slice(start, end)).toBe(observed);
  });

  test.each([
    ['doubled words', 'the the '],
    ['commas', 'we said, '],
    ['attributions', 'We go, he said. '],
    ['stops', 'a. b . . , '],
    ['quotation marks', '" \' “ '],
    ['names', 'Robert Haldane Haldanes\' '],
    ['pronouns', 'Robert Haldane saw her. '],
    ['fragments', 'Oslo. ships and. during '],
    ['gerunds', 'and building and sow '],
    ['blanks', '  \n'],
    ['open foreign marks', '«a „b ,,c '],
    ['dates', 'on 5 of May '],
    ['names in two spellings', 'Zelensky Zelenskiy '],
    ['titles', 'the Mr Smith '],
    ['numbers', '3,5 % 12 millions of 500 $ '],
    ['comparisons', 'more better most of the biggest since years '],
    ['wide commas', 'a，b。'],
  ])('time grows in line with the length: %s', (_, unit) => {
    const text = unit.repeat(Math.ceil(300_000 / unit.length));
    const started = performance.now();
    findDamage(tokenize(text));
    expect(performance.now() - started).toBeLessThan(4000);
  });
});

describe('the translated article of the corpus', () => {
  const gold = readGold('001');
  const found = score(gold, damageEdits(findDamage(tokenize(gold.text)), 0.7));

  test('precision and recall of required marks', () => {
    const { precision, recall } = rates(found);
    expect(precision).toBeGreaterThanOrEqual(0.9);
    expect(recall).toBeGreaterThanOrEqual(0.55);
  });

  test('punctuation', () => expect(rates(scoreByType(found).get('punct')!).f).toBeGreaterThanOrEqual(0.9));

  test.each(['000', '002', '003', '004'])('%s was not translated', (article) => {
    const { text } = readGold(article);
    const tokens = tokenize(text);
    expect(roundTripProbability(findDamage(tokens), tokens.count)).toBeLessThan(0.1);
    expect(damageEdits(findDamage(tokens), 0.7)).toEqual([]);
  });
});

function readGold(article: string): Gold {
  const folder = new URL('../../corpus/', import.meta.url);
  const name = readdirSync(folder).find((entry) => entry.startsWith(`${article}_`) && entry.endsWith('.gold.txt'))!;
  return parseGold(readFileSync(new URL(name, folder), 'utf8'));
}
