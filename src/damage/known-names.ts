import { RAISED } from '../text/tokenize.js';
import type { Detector, Suspicion } from './finding.js';
import { NAMES, suspectPhrase } from './fixed-phrases.js';
import { rawWord, spanOf, type Prose } from './prose.js';

/** A leaked transliteration says more than a slip of the pen, less than a term word by word. */
const WEIGHT = 2;
/** Transliterations that are all right: a document keeps to one. */
const SPELLINGS = (
  'zelensky zelenskyy zelenskiy|gaddafi qaddafi gadhafi|hezbollah hizbullah hizbollah|yanukovych yanukovich|lukashenko lukashenka|' +
  'tymoshenko timoshenko|haniyeh haniya|soleimani suleimani|rouhani rohani|morsi mursi|' +
  'karadzic karadžić|milosevic milošević|kadyrov kadirov'
).split('|').map((row) => row.split(' '));
const GROUPS = new Map(SPELLINGS.flatMap((names, group) => names.map((name): [string, number] => [name, group])));
const COMMON = 3;

/** "Bejing", "Netanjahu": names of the news as other languages, or nobody, spell them; and one name in two rightful spellings. */
export const knownNames: Detector = { name: 'known-names', topic: NAMES, weight: WEIGHT, fromDictionary: true, find };

function find(prose: Prose): Suspicion[] {
  const listed = prose.phrases.filter(({ phrase }) => phrase.topic === NAMES);
  const wrong = listed.map((hit) => suspectPhrase(prose, hit, hit.phrase.sure ? WEIGHT : 0));
  return [...wrong, ...mixed(prose)].sort((a, b) => a.start - b.start);
}

/** "Zelenskiy" once among many a "Zelensky"; two people may bear the names, so it is only reported. */
function mixed(prose: Prose): Suspicion[] {
  const places = new Map<string, number[]>();
  for (let i = 0; i < prose.tokens.count; i++) {
    const name = prose.words[i]!;
    if (prose.tokens.shape[i] !== RAISED || !GROUPS.has(name)) continue;
    const at = places.get(name);
    if (at) at.push(i);
    else places.set(name, [i]);
  }
  return [...places].flatMap(([name, at]) => {
    const group = GROUPS.get(name);
    const commoner = [...places].find(([other, others]) => other !== name && GROUPS.get(other) === group && others.length >= COMMON);
    if (at.length > 1 || !commoner) return [];
    const usual = rawWord(prose, commoner[1][0]!);
    const evidence = `"${rawWord(prose, at[0]!)}" once, "${usual}" elsewhere`;
    return [{ ...spanOf(prose, at[0]!), type: 'term', evidence, probability: 0.6, weight: 0.3 } as const];
  });
}
