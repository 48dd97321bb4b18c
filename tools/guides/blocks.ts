/** What is done with a fenced block of a guide; the rules are told in CONTRIBUTING.md. */
export type BlockKind = 'program' | 'commands' | 'file' | 'output' | 'shown' | 'loose';

/** A fenced block of a guide. */
export interface Block {
  readonly kind: BlockKind;
  /** Line of its first line of text, from 1. */
  readonly line: number;
  /** First word after the fence, such as `ts`. */
  readonly language: string;
  /** What follows the first word: a file name, `ignore` or nothing. */
  readonly note: string;
  readonly text: string;
}

const FENCE = /^```(.*)$/;
const PROGRAMS = ['ts', 'js'];
const COMMANDS = ['sh'];
const FILE_NAME = /^[\w./-]+$/;
const RUNNABLE = /^(?:.*\| *| *)(?:unspun|npx) /m;

/** The fenced blocks of a Markdown text, each with what is to be done with it. */
export function readBlocks(markdown: string): Block[] {
  const blocks: Block[] = [];
  const lines = markdown.split('\n');
  let mayBeOutput = false;
  for (let at = 0; at < lines.length; at++) {
    const fence = FENCE.exec(lines[at]!);
    if (!fence) {
      if (lines[at]!.trim() !== '') mayBeOutput = false;
      continue;
    }
    const end = lines.indexOf('```', at + 1);
    if (end < 0) throw new Error(`got a block at line ${at + 1} that never ends, expected a line of three backquotes`);
    const block = blockOf(fence[1]!, at + 2, lines.slice(at + 1, end).join('\n'), mayBeOutput);
    blocks.push(block);
    mayBeOutput = block.kind === 'program' || block.kind === 'commands';
    at = end;
  }
  return blocks;
}

function blockOf(heading: string, line: number, text: string, mayBeOutput: boolean): Block {
  const [language = '', ...rest] = heading.trim().split(' ');
  const note = rest.join(' ');
  return { kind: kindOf(language, note, text, mayBeOutput), line, language, note, text };
}

function kindOf(language: string, note: string, text: string, mayBeOutput: boolean): BlockKind {
  if (note === 'ignore') return 'shown';
  if (note !== '') return FILE_NAME.test(note) ? 'file' : 'loose';
  if (PROGRAMS.includes(language)) return 'program';
  // Other commands install something, or belong to another place than the reader's folder.
  if (COMMANDS.includes(language)) return RUNNABLE.test(text) ? 'commands' : 'shown';
  return mayBeOutput ? 'output' : 'loose';
}

/** The output that a guide shows for each of its programs and commands that has one. */
export function outputsOf(blocks: readonly Block[]): Map<Block, Block> {
  return new Map(blocks.flatMap((block, i) => (block.kind === 'output' ? [[blocks[i - 1]!, block] as const] : [])));
}
