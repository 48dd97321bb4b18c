import type { TextlintResult } from '@textlint/types';
import { createLinter, loadTextlintrc } from 'textlint';
import { describe, expect, it, test } from 'vitest';
import { builtin, loadDictionary, restore } from '../../src/index.js';
import rule, { textlintUnspun, type TextlintUnspunOptions } from '../../src/integrations/textlint.js';
import { CLEAN, SPUN } from '../helpers/articles.js';

const MINE = { family: 'mine', topic: 't', entries: { council: ['assembly room'] } };

/** A document with the same damage in prose, code, an address, raw HTML and a comment. */
const MARKDOWN = `# Folks in opposition

${SPUN}

Run \`in opposition to folks\` or [read what **folks** say](https://example.org/folks/mentioned "folks").

\`\`\`
At the very least 12 folks have been taken to hospital
\`\`\`

<p class="folks">in opposition to folks</p>

<!-- At the very least 12 folks -->

- The police mentioned on Monday that folks in opposition to
  taxes on meals had come.
`;

async function linterOf(options: TextlintUnspunOptions | true = true): Promise<ReturnType<typeof createLinter>> {
  const plugins = await loadTextlintrc({ configFilePath: '/no/such/file' });
  return createLinter({ descriptor: plugins.shallowMerge({ rules: [{ ruleId: 'unspun', rule, options }] }) });
}

async function lint(text: string, { options, file = 'a.txt' }: { options?: TextlintUnspunOptions; file?: string } = {}): Promise<TextlintResult> {
  return (await linterOf(options)).lintText(text, file);
}

describe('the textlint rule', () => {
  it('reports each edit at its place with its fix', async () => {
    const { messages } = await lint(SPUN);
    const { edits } = restore(SPUN);
    expect(edits.length).toBeGreaterThan(5);
    expect(messages.map(({ range, fix }) => ({ range, fix }))).toEqual(
      edits.map(({ start, end, replacement }) => ({ range: [start, end], fix: { range: [start, end], text: replacement } })),
    );
  });

  it('says what, how sure and which entry, and offers the other wordings', async () => {
    const { messages } = await lint(SPUN);
    const folks = messages.find(({ message }) => message.includes('`folks`'));
    expect(folks).toMatchObject({ ruleId: 'unspun', loc: { start: { line: 1, column: SPUN.indexOf('folks') + 1 }, end: { line: 1, column: SPUN.indexOf('folks') + 6 } } });
    expect(folks?.message).toMatch(/^Unexpected `folks`, expected `people`\. Right with probability .*; entry synonym-spin\/[a-z-]+\/people$/);
    const choice = restore(SPUN).edits.find(({ observed, alternatives }) => alternatives.some(({ text }) => text !== observed))!;
    const offered = messages.find(({ range }) => range[0] === choice.start)!.suggestions!;
    expect(offered.map(({ fix }) => fix.text)).toEqual(choice.alternatives.map(({ text }) => text).filter((text) => text !== choice.observed));
    expect(new Set(offered.map(({ id }) => id)).size).toBe(offered.length);
  });

  it('restores plain text as restore does', async () => {
    const text = SPUN.replaceAll('. ', '.\n\n');
    const fixed = await (await linterOf()).fixText(text, 'a.txt');
    expect(fixed.output).toBe(restore(text).text);
    expect(fixed.remainingMessages).toEqual([]);
  });

  test.each([
    ['clean text', CLEAN, 'a.txt'],
    ['no text', '', 'a.txt'],
    ['no text in Markdown', '', 'a.md'],
    ['code alone', `\`\`\`\n${SPUN}\n\`\`\`\n`, 'a.md'],
  ])('says nothing about %s', async (_, text, file) => {
    expect((await lint(text, { file })).messages).toEqual([]);
  });

  it('touches only the running text of Markdown', async () => {
    const { output } = await (await linterOf({ assume: 'synonym-spin' })).fixText(MARKDOWN, 'a.md');
    const kept = /`[^`]+`|\(https[^)]+\)|```[^]*?```|<p[^]*?<\/p>|<!--[^]*?-->/g;
    expect(MARKDOWN.match(kept)).toHaveLength(5);
    expect(output.match(kept)).toEqual(MARKDOWN.match(kept));
    const [before, after] = [MARKDOWN, output].map((text) => text.replace(kept, ''));
    expect(before!.match(/folks/gi)).toHaveLength(5);
    expect(after!.match(/folks/gi)).toBeNull();
    expect(after).toContain('**people**');
  });

  it('counts columns within a list item', async () => {
    const { messages } = await lint(MARKDOWN, { file: 'a.md', options: { assume: 'synonym-spin' } });
    for (const { range, message } of messages) expect(message).toContain(`Unexpected \`${MARKDOWN.slice(...range)}\``);
    const item = messages.filter(({ loc }) => MARKDOWN.split('\n')[loc.start.line - 1]!.startsWith('- The police'));
    expect(item.map(({ loc, message }) => ({ column: loc.start.column, folks: message.includes('folks') }))).toContainEqual({ column: 39, folks: true });
  });

  test.each<[string, TextlintUnspunOptions, Parameters<typeof restore>[1]]>([
    ['a mode', { mode: 'certain' }, { mode: 'certain' }],
    ['a probability', { minProbability: 0.95 }, { minProbability: 0.95 }],
    ['entries to ignore', { ignore: ['synonym-spin'] }, { ignore: ['synonym-spin'] }],
    ['topics', { topics: ['economy'] }, { topics: ['economy'] }],
    ['own entries', { dictionary: MINE }, { dictionaries: [builtin, loadDictionary(MINE)] }],
  ])('passes %s on', async (_, options, expected) => {
    const { messages } = await lint(SPUN, { options });
    expect(messages.map(({ fix }) => fix?.text)).toEqual(restore(SPUN, expected).edits.map(({ replacement }) => replacement));
  });

  it('puts own entries to use', async () => {
    const { output } = await (await linterOf({ dictionary: MINE, assume: 'mine' })).fixText('The assembly room met on Monday.', 'a.txt');
    expect(output).toBe('The council met on Monday.');
  });

  it('reports what is too unsure without a fix, where asked', async () => {
    const { suggestions } = restore(SPUN, { mode: 'certain' });
    expect(suggestions.length).toBeGreaterThan(0);
    const without = await lint(SPUN, { options: { mode: 'certain' } });
    expect(without.messages.filter(({ fix }) => !fix)).toEqual([]);
    const { messages } = await lint(SPUN, { options: { mode: 'certain', suggestions: true } });
    const unsure = messages.filter(({ fix }) => !fix);
    expect(unsure.map(({ range, suggestions: offered }) => [...range, offered?.[0]?.fix.text])).toEqual(
      suggestions.map(({ start, end, replacement }) => [start, end, replacement]),
    );
  });

  it('fixes nothing in the mode that applies nothing, and lists all', async () => {
    const { applyingMessages, output } = await (await linterOf({ mode: 'suggest' })).fixText(SPUN, 'a.txt');
    expect(output).toBe(SPUN);
    expect(applyingMessages).toEqual([]);
    expect((await lint(SPUN, { options: { mode: 'suggest' } })).messages).toHaveLength(restore(SPUN, { mode: 'suggest' }).suggestions.length);
  });

  it('takes a severity, as textlint hands it over', async () => {
    const linter = await linterOf({ severity: 'warning' } as TextlintUnspunOptions);
    expect((await linter.lintText(SPUN, 'a.txt')).messages.every(({ severity }) => severity === 1)).toBe(true);
  });

  it('is the default export, as textlint wants it', () => {
    expect(rule).toBe(textlintUnspun);
  });
});
