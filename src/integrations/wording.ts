import type { Edit } from '../types.js';

/** What is wrong, in the words of linters: “Unexpected `warfare`, expected `war`”. */
export function reasonOf({ observed, replacement }: Edit): string {
  return `Unexpected ${observed === '' ? 'gap' : `\`${observed}\``}, expected ${replacement === '' ? 'nothing' : `\`${replacement}\``}`;
}

/** Why, in one line: how sure, what the document shows, and the entry that `ignore` takes to silence it. */
export function noteOf({ probability, entry, evidence }: Edit): string {
  const passage = `in a passage that is ${evidence.family} with probability ${evidence.document.toFixed(2)}`;
  return `Right with probability ${probability.toFixed(2)}, ${passage}; entry ${entry}`;
}

/** Every wording that fits, likeliest first; keeping what is there is not among them. */
export function expectedOf({ observed, replacement, alternatives }: Edit): string[] {
  return [replacement, ...alternatives.map(({ text }) => text).filter((text) => text !== observed)];
}
