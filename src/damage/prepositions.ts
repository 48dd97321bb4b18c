import type { Detector, Suspicion } from './finding.js';
import { adjoins, rawWord, spanOf, type Prose } from './prose.js';
import { isFunctionWord } from './words.js';

/** Nouns that only live in "in the … of", with what stands before them. */
const WANTS_OF = new Map(
  (
    'in the interest|in the wake|in the midst|in the aftermath|on the verge|on the brink|on the eve|on the part|for the sake|by means|' +
    'by virtue|in lieu|on behalf'
  ).split('|').map((phrase): [string, string] => [phrase.slice(phrase.lastIndexOf(' ') + 1), phrase.slice(0, phrase.lastIndexOf(' '))]),
);
/** "In the interest rate": the noun belongs to the next. */
const COMPOUNDS = new Set('rate rates payment payments cost costs group groups income expense free'.split(' '));
/** Function words that a noun phrase begins with. */
const BEGINNERS = new Set('the its his her their our this these those both all'.split(' '));
const ENDS = new Set('of and or but that to is was are were has have had which who for'.split(' '));
/** What one is hosted for, not to. */
const MEETINGS = new Set('summit dinner lunch meeting talks reception banquet conference breakfast ceremony gala'.split(' '));
const HOSTING: Government = { wrong: 'to', right: 'for', nouns: MEETINGS };
const GOVERNED = new Map<string, Government>(['host', 'hosts', 'hosted', 'hosting'].map((verb) => [verb, HOSTING]));
const LEADING_IN = new Set('a an the his her its their'.split(' '));
const REACH = 8;

/** A wrong preposition behind a verb's object, and what it should be before these nouns. */
interface Government {
  readonly wrong: string;
  readonly right: string;
  readonly nouns: ReadonlySet<string>;
}

/** "in the interest small farms", "hosted them to a dinner": prepositions that went missing or over the border. */
export const prepositions: Detector = { name: 'prepositions', topic: 'grammar', weight: 2, find };

function find(prose: Prose): Suspicion[] {
  const found: Suspicion[] = [];
  for (let i = 1; i + 1 < prose.tokens.count; i++) {
    const suspicion = missing(prose, i) ?? wrong(prose, i);
    if (suspicion) found.push(suspicion);
  }
  return found;
}

function missing(prose: Prose, i: number): Suspicion | undefined {
  const { words } = prose;
  const before = WANTS_OF.get(words[i]!);
  if (before === undefined || (before !== words[i - 1] && before !== `${words[i - 2] ?? ''} ${words[i - 1]!}`)) return undefined;
  const next = words[i + 1]!;
  if (!adjoins(prose, i + 1) || ENDS.has(next) || COMPOUNDS.has(next) || /(?:ing|ly|ed)$/.test(next)) return undefined;
  if (isFunctionWord(next) && !BEGINNERS.has(next)) return undefined;
  return {
    ...spanOf(prose, i, i + 1), replacement: `${rawWord(prose, i)} of ${rawWord(prose, i + 1)}`, type: 'grammar',
    evidence: `"${words[i]!}" without its "of"`, probability: 0.85,
  };
}

function wrong(prose: Prose, i: number): Suspicion | undefined {
  const { words, tokens } = prose;
  const row = GOVERNED.get(words[i]!);
  if (!row) return undefined;
  for (let at = i + 2; at < i + REACH && at + 1 < tokens.count && adjoins(prose, at); at++) {
    if (words[at] !== row.wrong || !LEADING_IN.has(words[at + 1]!)) continue;
    for (let noun = at + 2; noun < at + 5 && noun < tokens.count; noun++) {
      if (row.nouns.has(words[noun]!)) {
        const evidence = `"${row.wrong}" behind "${words[i]!}"`;
        return { ...spanOf(prose, at), replacement: row.right, type: 'grammar', evidence, probability: 0.8 };
      }
    }
  }
  return undefined;
}
