import { GAP_QUOTE } from '../text/characters.js';
import { startsSentence } from '../text/sentences.js';
import { CAPITALS, NUMERIC, RAISED, fold, type Tokens } from '../text/tokenize.js';

/** What two texts may say differently of one thing. */
export type FactKind = 'number' | 'name' | 'negation';

const UNITS = 'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(' ');
const NUMBERS: ReadonlyMap<string, string> = new Map([
  ...UNITS.map((word, i): [string, string] => [word, String(i + 2)]),
  ...'thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, i): [string, string] => [word, String(30 + 10 * i)]),
  ...'hundred thousand million billion trillion dozen half double twice'.split(' ').map((word): [string, string] => [word, word]),
]);
const NEGATIONS = new Set(["'t", 'not', 'no', 'never', 'none', 'nobody', 'nothing', 'neither', 'nor', 'without', 'cannot']);

/** A stretch of tokens of a text. */
export interface Words {
  readonly tokens: Tokens;
  readonly from: number;
  readonly to: number;
}

/** The kind of fact in which two stretches in the same place differ; undefined where they differ in wording alone. */
export function differingFact(left: Words, right: Words): FactKind | undefined {
  if (!same(valuesIn(left, numberOf), valuesIn(right, numberOf))) return 'number';
  if (valuesIn(left, negationOf).length !== valuesIn(right, negationOf).length) return 'negation';
  return same(valuesIn(left, nameOf), valuesIn(right, nameOf)) ? undefined : 'name';
}

function valuesIn({ tokens, from, to }: Words, valueOf: (tokens: Tokens, i: number) => string | undefined): string[] {
  const values: string[] = [];
  for (let i = from; i < to; i++) {
    const value = valueOf(tokens, i);
    if (value !== undefined) values.push(value);
  }
  return values.sort();
}

function numberOf(tokens: Tokens, i: number): string | undefined {
  const word = wordOf(tokens, i);
  return tokens.shape[i] === NUMERIC ? word.replaceAll(',', '') : NUMBERS.get(word);
}

function negationOf(tokens: Tokens, i: number): string | undefined {
  const word = wordOf(tokens, i);
  return NEGATIONS.has(word) ? word : undefined;
}

/** A capital at the head of a sentence or quotation makes no name. */
function nameOf(tokens: Tokens, i: number): string | undefined {
  const shape = tokens.shape[i]!;
  const opens = startsSentence(tokens, i) || (tokens.gap[i]! & GAP_QUOTE) !== 0;
  return shape === CAPITALS || (shape === RAISED && !opens) ? wordOf(tokens, i) : undefined;
}

function wordOf(tokens: Tokens, i: number): string {
  return fold(tokens.text.slice(tokens.start[i], tokens.end[i]));
}

function same(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((value, i) => value === right[i]);
}
