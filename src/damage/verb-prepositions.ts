import { LOWER, RAISED } from '../text/tokenize.js';
import { atEachWord } from './at-each-word.js';
import { NUMBER_WORDS } from './counting.js';
import type { Detector, Suspicion } from './finding.js';
import { adjoins, rawWord, spanOf, unbroken, type Prose } from './prose.js';
import { DETERMINERS, SUBJECTS } from './words.js';

/** What must follow for the preposition to be wrong. */
type Wanted = 'any' | 'noun' | 'name' | 'gerund' | 'clause' | 'meeting';

interface Government {
  readonly wrong: string;
  /** Empty: no preposition at all. */
  readonly right: string;
  readonly wanted: Wanted;
}

/** Verbs and the like, the preposition of another language behind them, the right one (or none), and what must follow. */
const GOVERNMENT = table(
  'discuss discusses discussed discussing|about||noun\n' +
    'mentioned mentioning|about||noun\n' +
    'emphasize emphasizes emphasized emphasise emphasised emphasizing stressed underlined|on||clause\n' +
    'participate participates participated participating|to|in|noun\n' +
    'accused accuse accuses accusing|for|of|gerund\n' +
    'arrived arrives arriving|to|in|name\n' +
    'consist consists consisted consisting|from|of|any\n' +
    'depend depends depended depending|from of|on|any\n' +
    'rely relies relied relying|of at|on|any\n' +
    'comply complies complied complying|to|with|noun\n' +
    'suffer suffers suffered|of|from|noun\n' +
    'interested|on|in|any\n' +
    'despite|of||any\n' +
    'opposed opposes|against|to|noun\n' +
    'attended attend attends attending|to||meeting\n' +
    'visited visiting|to||name\n' +
    'capable|to|of|gerund\n' +
    'married|with|to|name\n' +
    'charged|of|with|gerund\n' +
    'entered entering|to||noun\n' +
    'approached approaching|to||noun\n' +
    'afraid|from|of|any\n' +
    'proud|for|of|noun\n' +
    'refrained refrains|of|from|any\n' +
    'prevented prevent prevents|of|from|gerund\n' +
    'succeeded succeed succeeds|to|in|gerund',
);
const MEETINGS = new Set('meeting meetings summit ceremony conference funeral event wedding session talks rally'.split(' '));
const TOLD = new Map([['said', 'told'], ['says', 'tells']]);
const LISTENERS = new Set('him me us them'.split(' '));

/** "discussed about the plan", "participate to the talks", "said him that": verbs with the prepositions of another language. */
export const verbPrepositions: Detector = {
  name: 'verb-prepositions', topic: 'grammar', weight: 1.5,
  find: atEachWord((prose, i) => wrong(prose, i) ?? unsaid(prose, i)),
};

/** By the verb and then by the preposition. */
function table(rows: string): ReadonlyMap<string, ReadonlyMap<string, Government>> {
  return new Map(
    rows.split('\n').flatMap((row) => {
      const [verbs, wrongs, right, wanted] = row.split('|') as [string, string, string, Wanted];
      const prepositions = new Map(wrongs.split(' ').map((wrong): [string, Government] => [wrong, { wrong, right, wanted }]));
      return verbs.split(' ').map((verb): [string, ReadonlyMap<string, Government>] => [verb, prepositions]);
    }),
  );
}

function wrong(prose: Prose, i: number): Suspicion | undefined {
  const { tokens, words } = prose;
  const government = GOVERNMENT.get(words[i]!)?.get(words[i + 1]!);
  if (!government || i + 2 >= tokens.count || tokens.shape[i] === RAISED || tokens.shape[i + 1] !== LOWER) return undefined;
  if (!unbroken(prose, i, i + 3)) return undefined;
  if (!follows(prose, i + 2, government.wanted) || isNoun(prose, i)) return undefined;
  const { wrong: preposition, right } = government;
  const span = right === '' ? { start: tokens.end[i]!, end: tokens.end[i + 1]! } : spanOf(prose, i + 1);
  return { ...span, replacement: right, type: 'function', evidence: `"${preposition}" behind "${rawWord(prose, i)}"`, probability: 0.82 };
}

/** "his visits to", "those suffering of": what a determiner makes a noun. */
function isNoun({ words }: Prose, i: number): boolean {
  return DETERMINERS.has(words[i - 1] ?? '') || words[i - 1] === 'of';
}

function follows(prose: Prose, i: number, wanted: Wanted): boolean {
  const { tokens, words } = prose;
  const word = words[i]!;
  if (wanted === 'any') return !NUMBER_WORDS.has(word) && tokens.shape[i] <= RAISED;
  if (wanted === 'gerund') return /^[a-z]{3,}ing$/.test(word);
  if (wanted === 'name') return tokens.shape[i] === RAISED;
  if (wanted === 'clause') return word === 'that' || word === 'the';
  if (wanted === 'meeting') return DETERMINERS.has(word) && MEETINGS.has(words[i + 1] ?? '');
  return (word === 'the' || word === 'a' || word === 'an' || word === 'their' || word === 'his') && adjoins(prose, i + 1);
}

/** "said him that": a listener without "to". */
function unsaid(prose: Prose, i: number): Suspicion | undefined {
  const { words } = prose;
  const right = TOLD.get(words[i]!);
  if (right === undefined || !LISTENERS.has(words[i + 1] ?? '') || words[i + 2] !== 'that' || !unbroken(prose, i, i + 3)) return undefined;
  if (SUBJECTS.has(words[i + 3] ?? '') || DETERMINERS.has(words[i + 3] ?? '')) {
    return {
      ...spanOf(prose, i), replacement: right, type: 'lexical',
      evidence: `"${rawWord(prose, i)}" with a listener`, probability: 0.85,
    };
  }
  return undefined;
}
