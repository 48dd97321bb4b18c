import { GAP_PAUSE, GAP_STOP } from '../text/characters.js';
import { LOWER } from '../text/tokenize.js';
import { atEachWord } from './at-each-word.js';
import { isCount } from './counting.js';
import type { Detector, Suspicion } from './finding.js';
import { adjoins, rawWord, spanOf, unbroken, type Prose } from './prose.js';

/** Countable nouns of the news, by their singular. */
const PLURALS = new Map(
  ('man=men|woman=women|child=children|person=people|country=countries|city=cities|company=companies|soldier=soldiers|officer=officers|' +
    'leader=leaders|member=members|candidate=candidates|official=officials|victim=victims|suspect=suspects|reason=reasons|' +
    'problem=problems|issue=issues|year=years|month=months|week=weeks|day=days|house=houses|school=schools|worker=workers|' +
    'student=students|civilian=civilians|citizen=citizens|expert=experts|journalist=journalists|refugee=refugees|' +
    'resident=residents|voter=voters|protester=protesters|building=buildings|village=villages')
    .split('|')
    .map((row) => row.split('=') as [string, string]),
);
const MANY = new Set(['people', ...[...PLURALS.values()].filter((plural) => plural !== 'issues')]);
/** "The highest one of the day". */
const TIMES = new Set('years months weeks days'.split(' '));
/** What can follow a whole noun phrase, and no noun of a compound: "five year plan", "two child policy". */
const BEHIND_COUNT = new Set('were are have ago later'.split(' '));
const BEHIND_ONE = new Set('who that which is was has had in of on at to for with from and behind why'.split(' '));
const BEFORE_MUCH = new Set('how so too very not that as this'.split(' '));

/** "one of the reason", "two year ago", "much people": a number and a noun that do not go together. */
export const quantities: Detector = {
  name: 'quantities', topic: 'grammar', weight: 1,
  find: atEachWord((prose, i) => oneOf(prose, i) ?? counted(prose, i) ?? much(prose, i)),
};

function oneOf(prose: Prose, i: number): Suspicion | undefined {
  const { words } = prose;
  const right = PLURALS.get(words[i]!);
  if (right === undefined || TIMES.has(right) || words[i - 1] !== 'the' || words[i - 2] !== 'of') return undefined;
  if (words[i - 3] !== 'one' || !unbroken(prose, i - 3, i + 1)) return undefined;
  return BEHIND_ONE.has(words[i + 1] ?? '') && adjoins(prose, i + 1) ? suspect(prose, i, right, 'one of a single thing') : undefined;
}

function counted(prose: Prose, i: number): Suspicion | undefined {
  const { tokens, words } = prose;
  const right = PLURALS.get(words[i]!);
  if (right === undefined || !adjoins(prose, i) || tokens.shape[i] !== LOWER || !isCount(prose, i - 1)) return undefined;
  const follows = BEHIND_COUNT.has(words[i + 1] ?? '') && adjoins(prose, i + 1);
  return follows ? suspect(prose, i, right, `"${words[i]!}" behind a number`) : undefined;
}

function much(prose: Prose, i: number): Suspicion | undefined {
  const { tokens, words } = prose;
  if (words[i] !== 'much' || tokens.shape[i] !== LOWER || !MANY.has(words[i + 1] ?? '') || !adjoins(prose, i + 1)) return undefined;
  const before = words[i - 1] ?? '';
  // "how much people earn", "as much people as", "does not matter much, people say".
  if (BEFORE_MUCH.has(before) || !adjoins(prose, i) || endsClause(prose, i + 2)) return undefined;
  return { ...spanOf(prose, i), replacement: 'many', type: 'grammar', evidence: `"much ${words[i + 1]!}"`, probability: 0.8 };
}

function endsClause({ tokens }: Prose, i: number): boolean {
  return i < tokens.count && (tokens.gap[i]! & (GAP_STOP | GAP_PAUSE)) !== 0;
}

function suspect(prose: Prose, i: number, replacement: string, evidence: string): Suspicion {
  return { ...spanOf(prose, i), replacement, type: 'grammar', evidence: `${evidence}: "${rawWord(prose, i)}"`, probability: 0.82 };
}
