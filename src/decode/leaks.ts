import type { Evidence } from '../evidence/verdict.js';
import type { Tokens } from '../text/tokenize.js';
import type { Edit } from '../types.js';

const LEAK = /\{([\p{L}][\p{L}\p{N}'\u2019 -]{0,40})\}/gu;

/** Entry id of leaked braces. */
export const LEAK_ENTRY = 'synonym-spin/markup/braces';

/** Words in the braces of a spinner's template (`{dollars}`), which come back without them; only in the passages found to be spun. */
export function findLeaks(tokens: Tokens, { verdict }: Evidence): Edit[] {
  const { text } = tokens;
  if (!text.includes('{')) return [];
  const { passages } = verdict;
  let passage = 0;
  return [...text.matchAll(LEAK)]
    .filter(({ index }) => {
      while (passage < passages.length && passages[passage]!.end <= index) passage++;
      return passage < passages.length && index >= passages[passage]!.start - 1;
    })
    .filter((match) => text[match.index - 1] !== '{' && text[match.index - 1] !== '$' && text[match.index + match[0].length] !== '}')
    .map((match): Edit => ({
      start: match.index,
      end: match.index + match[0].length,
      observed: match[0],
      replacement: match[1]!,
      alternatives: [],
      type: 'markup',
      probability: 0.99 * verdict.probability,
      entry: LEAK_ENTRY,
      evidence: { family: verdict.family, document: verdict.probability, survivors: 0, context: 0, match: 'markup' },
    }));
}
