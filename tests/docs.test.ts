import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import * as unspun from '../src/index.js';
import { ROOT } from '../tools/dictionary-files.js';
import { readBlocks, type Block } from '../tools/guides/blocks.js';
import { checkTypes } from '../tools/guides/check-types.js';
import { isAsShown, refreshed } from '../tools/guides/compare.js';
import { readGuides } from '../tools/guides/list.js';
import { makeWorkshop, type Workshop } from '../tools/guides/workshop.js';

const GUIDES = readGuides();
const README = GUIDES.find(({ file }) => file === 'README.md')!.text;
const SCRIPTS = (JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: Record<string, string> }).scripts;

let workshop: Workshop;
beforeAll(() => {
  workshop = makeWorkshop();
});
afterAll(() => workshop.remove());

describe.each(GUIDES)('$file', ({ file, text, blocks, steps, outputs }) => {
  let folder: string;
  beforeAll(() => {
    folder = workshop.open();
  });

  it('shows nothing that is not run, but where it says so', () => {
    if (file.startsWith('examples/')) return;
    expect(blocks.filter(({ kind }) => kind === 'loose').map(({ line, text: found }) => `line ${line}: ${firstLine(found)}`)).toEqual([]);
  });

  it('leads to places that exist', () => {
    expect(linksOf(text).filter((link) => !leadsSomewhere(link, file))).toEqual([]);
  });

  it('names scripts that exist', () => {
    expect([...text.matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => name!).filter((name) => !Object.hasOwn(SCRIPTS, name))).toEqual([]);
  });

  test.each(steps.map((block) => [block.line, firstLine(block.text), block] as const))('line %i works and prints what is shown: %s', async (_line, _text, block) => {
    const printed = await workshop.run(block, folder);
    const shown = outputs.get(block);
    if (shown && !isAsShown(shown.text, printed)) expect(printed).toBe(shown.text);
  });
});

describe('the guides', () => {
  it('hold programs of the right types', () => {
    const programs = GUIDES.flatMap(({ file, steps }) => steps.filter(({ kind }) => kind === 'program').map((block) => ({ guide: file, block })));
    expect(programs.length).toBeGreaterThan(10);
    expect(checkTypes(programs, workshop)).toEqual([]);
  });
});

describe('the README', () => {
  test.each(Object.keys(unspun))('names the export %s', (name) => {
    expect(README).toContain(`\`${name}`);
  });

  it('names every command', () => {
    const help = execFileSync(process.execPath, [join(ROOT, 'dist', 'cli.js'), '--help'], { encoding: 'utf8' });
    const commands = [.../^Commands:\n((?:  .*\n)+)/m.exec(help)![1]!.matchAll(/^  (\w+(?: \w+)?)  /gm)].map(([, name]) => name!);
    expect(commands).toEqual(expect.arrayContaining(['restore', 'filter', 'dictionary check']));
    expect(commands.filter((name) => !README.includes(`\`unspun ${name}`))).toEqual([]);
  });
});

describe('what is shown, compared with what is printed', () => {
  test.each<[string, string, string, boolean]>([
    ['the same', 'a\nb', 'a\nb\n', true],
    ['another line', 'a\nb', 'a\nc', false],
    ['a line too few', 'a', 'a\nb', false],
    ['a line too many', 'a\nb', 'a', false],
    ['anything within a line', 'in … s', 'in 0.3 s', true],
    ['anything at the end of a line', 'in …', 'in 0.3 s\nand more', false],
    ['a line cut at its end', '{"id":1,…', '{"id":1,"text":"a"}', true],
    ['the end after anything', 'a … c', 'a b d', false],
    ['any lines', 'a\n…\nd', 'a\nb\nc\nd', true],
    ['any lines, and then another end', 'a\n…\nd', 'a\nb\nc', false],
    ['the same words twice', 'ab…ab', 'ab', false],
  ])('%s', (_, shown, printed, same) => {
    expect(isAsShown(shown, printed)).toBe(same);
  });
});

describe('what a guide is to show instead', () => {
  test.each<[string, string, string, string]>([
    ['what varies stays as it was written', 'took … s\nold', 'took 2 s\nnew', 'took … s\nnew'],
    ['another number of lines is taken whole', 'took … s', 'took 2 s\nnew', 'took 2 s\nnew'],
    ['an empty block is filled', '', 'new', 'new'],
  ])('%s', (_, shown, printed, expected) => {
    expect(refreshed(shown, printed)).toBe(expected);
  });
});

describe('the types of a program', () => {
  it('are wrong with the guide and the line', () => {
    const [block] = readBlocks("```ts\nimport { restore } from 'unspun';\n\nrestore('text', { mode: 'safe' });\n```");
    expect(checkTypes([{ guide: 'docs/x.md', block: block! }], workshop)).toEqual([expect.stringMatching(/^docs\/x\.md:4: Type '"safe"' is not assignable/)]);
  });
});

describe('the blocks of a guide', () => {
  test.each<[string, string, string[]]>([
    ['a program and its output', '```ts\nf();\n```\n\n```text\n1\n```', ['program', 'output']],
    ['a program, words, and a block', '```ts\nf();\n```\nLike so:\n```text\n1\n```', ['program', 'loose']],
    ['a file', '```yaml mine.yaml\na: b\n```', ['file']],
    ['commands of unspun', '```sh\ncat a | unspun restore\n```', ['commands']],
    ['commands that install', '```sh\nnpm install unspun\n```', ['shown']],
    ['what is not run', '```js ignore\nunified()\n```', ['shown']],
  ])('%s', (_, markdown, kinds) => {
    expect(readBlocks(markdown).map(({ kind }: Block) => kind)).toEqual(kinds);
  });
});

function firstLine(text: string): string {
  return text.split('\n', 1)[0]!;
}

/** Relative links and pictures, outside of blocks. */
function linksOf(text: string): string[] {
  const prose = text.replace(/^```[\s\S]*?^```$/gm, '');
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => link!).filter((link) => !/^[a-z]+:/.test(link));
}

function leadsSomewhere(link: string, from: string): boolean {
  const [path, anchor] = link.split('#') as [string, string?];
  const file = path === '' ? join(ROOT, from) : join(ROOT, dirname(from), path);
  return existsSync(file) && (anchor === undefined || anchorsOf(readFileSync(file, 'utf8')).includes(anchor));
}

function anchorsOf(text: string): string[] {
  return [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading]) => heading!.toLowerCase().replace(/[^\p{L}\p{N}\s_-]/gu, '').replace(/\s/g, '-'));
}

