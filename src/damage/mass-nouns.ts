import { LOWER } from '../text/tokenize.js';
import { atEachWord } from './at-each-word.js';
import type { Detector, Suspicion } from './finding.js';
import { adjoins, gapBefore, rawWord, spanOf, type Prose } from './prose.js';

/** Nouns without a plural, by the plural that other languages give them. Those that are verbs too are left out: "researches". */
const SINGULARS = new Map(
  ('informations=information|advices=advice|equipments=equipment|furnitures=furniture|luggages=luggage|baggages=baggage|' +
    'knowledges=knowledge|homeworks=homework|softwares=software|hardwares=hardware|aircrafts=aircraft|spacecrafts=spacecraft|' +
    'machineries=machinery|weaponries=weaponry|ammunitions=ammunition|sceneries=scenery|poultries=poultry|womans=women|' +
    'childrens=children|mens=men|womens=women|peoples=people|polices=police|staffs=staff|infrastructures=infrastructure')
    .split('|')
    .map((row) => row.split('=') as [string, string]),
);
/** Right in some sense: only behind a number word. */
const DOUBTFUL = new Set('peoples childrens mens womens staffs infrastructures polices ammunitions sceneries machineries'.split(' '));
const COUNTING = new Set('thousand million hundred billion'.split(' '));
const PLURAL = new Set('these those many several few both'.split(' '));
const ARTICLE = new Set(['a', 'an']);

/** "informations", "two million peoples": plurals that English does not make. */
export const massNouns: Detector = { name: 'mass-nouns', topic: 'grammar', weight: 1, find: atEachWord(judge) };

function judge(prose: Prose, i: number): Suspicion | undefined {
  const { tokens, words } = prose;
  const right = SINGULARS.get(words[i]!);
  if (right === undefined || tokens.shape[i] !== LOWER || words[i + 1] === "'s") return undefined;
  if (/^['\u2019]/.test(gapBefore(tokens, i + 1))) return undefined;
  const before = adjoins(prose, i) ? (words[i - 1] ?? '') : '';
  if (DOUBTFUL.has(words[i]!) && (!COUNTING.has(before) || words[i + 1] === 'of')) return undefined;
  const evidence = `"${rawWord(prose, i)}" has no such plural`;
  // "these informations": more would have to change.
  const alone = DOUBTFUL.has(words[i]!) || !(PLURAL.has(before) || ARTICLE.has(before));
  return { ...spanOf(prose, i), ...(alone ? { replacement: right } : {}), type: 'grammar', evidence, probability: alone ? 0.88 : 0.7 };
}
