import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../dictionary-files.js';
import { outputsOf, readBlocks, type Block } from './blocks.js';

/** A text for people that is written in Markdown. */
export interface Guide {
  /** Path from the root of the project, with slashes. */
  readonly file: string;
  readonly text: string;
  readonly blocks: readonly Block[];
  /** The blocks to run, in order. */
  readonly steps: readonly Block[];
  /** What the guide shows as the output of a block, where it shows any. */
  readonly outputs: ReadonlyMap<Block, Block>;
}

/** README, CONTRIBUTING, all of docs/, and the README of each example; `pattern` picks some by their path. */
export function readGuides(pattern = ''): Guide[] {
  const docs = readdirSync(join(ROOT, 'docs')).filter((name) => name.endsWith('.md')).map((name) => `docs/${name}`);
  const examples = readdirSync(join(ROOT, 'examples')).map((name) => `examples/${name}/README.md`).filter((file) => existsSync(join(ROOT, file)));
  return ['README.md', 'CONTRIBUTING.md', ...docs.sort(), ...examples.sort()].filter((file) => file.includes(pattern)).map(readGuide);
}

function readGuide(file: string): Guide {
  const text = readFileSync(join(ROOT, file), 'utf8');
  const blocks = readBlocks(text);
  return { file, text, blocks, steps: blocks.filter((block) => isStep(block, file)), outputs: outputsOf(blocks) };
}

/** The commands of CONTRIBUTING.md belong to the folder of the project; a test of their own runs those to add a phrase. */
function isStep({ kind }: Block, file: string): boolean {
  return kind === 'program' || kind === 'file' || (kind === 'commands' && file !== 'CONTRIBUTING.md');
}
