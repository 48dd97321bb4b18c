import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { UsageError } from '../../src/cli/command.js';
import { explain } from '../../src/cli/explain.js';
import { describeKept, wordsAt } from '../../src/cli/explain-kept.js';
import { offsetOf, readPlace } from '../../src/cli/place.js';
import { restore, type Verdict } from '../../src/index.js';
import { CLEAN_LINES, SPUN_LINES, folderWith, type Run } from '../helpers/cli.js';
import { entriesFrom } from '../helpers/lexicons.js';
import { runCommand } from '../helpers/terminal.js';

describe('places', () => {
  test.each<[title: string, text: string, place: string, offset: number | string]>([
    ['the start', 'abc', '1:1', 0],
    ['the end of a line', 'abc\ndef', '1:4', 3],
    ['the second line', 'abc\ndef', '2:2', 5],
    ['the line behind the last break', 'abc\n', '2:1', 4],
    ['an empty text', '', '1:1', 0],
    ['behind an emoji, two units wide', '😀x', '1:3', 2],
    ['behind a byte order mark', '\ufeffabc', '1:2', 2],
    ['in a Windows file', 'abc\r\ndef', '2:1', 5],
    ['behind a line', 'abc\ndef', '1:5', 'got column 5 in line 1, expected 1 to 4; the line ends there'],
    ['the line break of a Windows file', 'abc\r\ndef', '1:5', 'got column 5 in line 1, expected 1 to 4; the line ends there'],
    ['behind the text', 'abc\ndef', '3:1', 'got line 3, expected 1 to 2; the text ends there'],
  ])('%s', (_, text, place, offset) => {
    expect(offsetOf(text, readPlace('--at', place))).toBe(offset);
  });

  test.each(['', '3', '3:', ':3', '0:1', '1:0', '1:2:3', '-1:2', 'a:b', '1e3:2', '9999999999:1'])('"%s" is none', (value) => {
    expect(() => readPlace('--at', value)).toThrow(UsageError);
  });
});

describe('words at a place', () => {
  test.each<[place: string, text: string, at: number, words: string[]]>([
    ['inside a word', 'in the end', 4, ['the end', 'in the', 'the']],
    ['at its end', 'in the end', 6, ['the end', 'in the', 'the']],
    ['between two words, the one that begins there', "the nation's", 10, ["nation's", "'s"]],
    ['before the first word', '  in', 0, []],
    ['behind a full stop', 'in. ', 3, []],
    ['in a text without words', '— !', 1, []],
  ])('%s', (_, text, at, words) => {
    expect(wordsAt(text, at, 2).map((run) => run.text)).toEqual(words);
  });
});

describe('why a match is kept', () => {
  const ENTRIES = [
    ...entriesFrom('war: [warfare]\nclub: {observed: [firm], unless: [law firm], examples: ["The {{firm=>club}} won."], allows: ["A law firm."]}\nbill: {observed: [invoice], pos: noun, examples: ["An {{invoice=>bill}}."], allows: ["They invoice us."]}'),
    ...entriesFrom('People: {observed: [Folks], examples: ["{{Folks=>People}} came."], allows: ["Folks."]}'),
    ...entriesFrom('combat: [warfare]', 'other-spin'),
  ];
  const spun: Verdict = { probability: 1, family: 'synonym-spin', words: 9, score: 20, displaced: [], phrases: [], passages: [{ start: 0, end: 60, family: 'synonym-spin', probability: 1 }] };
  const clean: Verdict = { ...spun, probability: 0, family: 'none', passages: [] };

  test.each<[title: string, text: string, word: string, verdict: Verdict, lines: RegExp[]]>([
    ['in a clean text', 'The warfare', 'warfare', clean, [/^"warfare" is kept$/, /may stand for/, /general\/war: "war"; not weighed, for the text shows no sign of machine paraphrase$/]],
    ['in a spun text', 'The warfare', 'warfare', spun, [/synonym-spin\/general\/war: "war"; not likelier than keeping, among these words$/, /other-spin\/general\/combat: "combat"; not weighed, for the text speaks another dialect/]],
    ['outside the spun passages', `${'x '.repeat(40)}warfare`, 'warfare', spun, [/not weighed, for this passage does not look paraphrased/]],
    ['in a longer phrase that stays', 'The law  firm won', 'firm', spun, [/not weighed, for it stands in "law firm"/]],
    ['asked for as a part of speech', 'They invoice us', 'invoice', spun, [/looked at only where it is used as a noun/]],
    ['listed in another case', 'the folks', 'folks', spun, [/listed as "Folks", in another case/]],
    ['a wording that spinners replace', 'The war', 'war', spun, [/^"war" is kept$/, /"war" is a wording that spinners replace/, /synonym-spin\/general\/war: by "warfare"/]],
  ])('%s', (_, text, word, verdict, lines) => {
    const found = describeKept(text, text.lastIndexOf(word) + 1, verdict, ENTRIES);
    for (const line of lines) expect(found).toContainEqual(expect.stringMatching(line));
  });

  it('is unknown where no entry has the words', () => {
    expect(describeKept('The harbor', 5, spun, ENTRIES)).toBeUndefined();
  });
});

describe('unspun explain', () => {
  let folder: string;
  let remove: () => void;
  beforeAll(() => void ({ folder, remove } = folderWith({ 'spun.txt': SPUN_LINES, 'clean.txt': CLEAN_LINES, 'mine.yaml': 'family: mine\ntopic: t\nentries:\n  oven: [bakery]\n' })));
  afterAll(() => remove());

  const run = (file: string, at: string, ...more: string[]): Promise<Run> => runCommand(explain, [join(folder, file), '--at', at, ...more]);

  it('says why an edit was made', async () => {
    const { code, out, err } = await run('spun.txt', '1:31');
    expect([code, err]).toEqual([0, '']);
    const edit = restore(SPUN_LINES).edits.find(({ observed }) => observed === 'stated')!;
    const lines = out.trimEnd().split('\n');
    expect(lines[0]).toBe(`${join(folder, 'spun.txt')}:1:31: "stated" → "said", applied (probability ${edit.probability.toFixed(3)})`);
    expect(lines[1]).toBe(`  entry: ${edit.entry} (lexical; a synonym spinner)`);
    expect(out).toMatch(/ {2}evidence: stands as listed\n {2}evidence: words around and dictionary: .* to 1 for the replacement\n/);
    expect(out).toMatch(/\n {2}other readings: /);
    expect(out).toMatch(/\n {2}passage: lines 1 to 3, a synonym spinner, probability 1\.000\n {2}document: a synonym spinner, probability 1\.000\n$/);
  });

  it('says why an edit is only suggested', async () => {
    const { code, out } = await run('spun.txt', '1:31', '--mode', 'suggest');
    expect(code).toBe(0);
    expect(out).toMatch(/"stated" → "said", only suggested \(probability 0\.\d{3}; the mode "suggest" applies none\)/);
  });

  it('says why a word is left in a clean text, with a dictionary of one’s own', async () => {
    const { code, out } = await run('clean.txt', '1:5', '--dictionary', join(folder, 'mine.yaml'));
    expect(code).toBe(0);
    expect(out).toContain('mine/t/oven: "oven"; not weighed, for the text shows no sign of machine paraphrase');
    expect(out).toMatch(/\n {2}document: no sign of machine paraphrase, probability 0\.0\d\d\n$/);
  });

  test.each<[title: string, at: string, message: string]>([
    ['a place behind the text', '99:1', 'got line 99, expected 1 to 4; the text ends there'],
    ['a place behind the line', '3:400', 'got column 400 in line 3, expected 1 to 53; the line ends there'],
    ['a word of no entry', '2:2', 'nothing is known of "Maria"; no entry observes or intends it'],
    ['no word', '4:1', 'there is no word; name the place of one'],
  ])('fails for %s', async (_, at, message) => {
    expect(await run('clean.txt', at)).toEqual({ code: 1, out: '', err: `${join(folder, 'clean.txt')}:${at}: ${message}\n` });
  });

  test.each<[args: string[], message: RegExp]>([
    [[], /got 0 files, expected one/],
    [['a.txt', 'b.txt', '--at', '1:1'], /got 2 files, expected one/],
    [['a.txt'], /expected --at LINE:COL/],
    [['a.txt', '--at', '12'], /got --at "12", expected LINE:COL, both from 1/],
    [['a.txt', '--at', '1:1', '--mode', 'x'], /got --mode "x", expected certain, balanced, suggest/],
  ])('%j is wrong usage', async (args, message) => {
    await expect(runCommand(explain, args)).rejects.toThrow(UsageError);
    await expect(runCommand(explain, args)).rejects.toThrow(message);
  });
});
