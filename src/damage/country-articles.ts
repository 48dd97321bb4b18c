import { GAP_LINE, GAP_PAUSE, GAP_SPACE, GAP_STOP } from '../text/characters.js';
import { LOWER, RAISED } from '../text/tokenize.js';
import { atEachWord } from './at-each-word.js';
import type { Detector, Suspicion } from './finding.js';
import { adjoins, rawWord, spanOf, type Prose } from './prose.js';

/** Countries, continents and capitals that never take an article in English. */
const PLACES = new Set(
  ('china russia germany france britain england scotland italy spain portugal poland austria belgium sweden norway finland denmark ' +
    'iceland greece hungary romania bulgaria serbia croatia slovenia slovakia albania belarus lithuania latvia estonia moldova armenia ' +
    'azerbaijan kazakhstan uzbekistan afghanistan pakistan india bangladesh nepal iran iraq syria israel palestine egypt libya ' +
    'tunisia algeria morocco ethiopia somalia kenya uganda rwanda nigeria ghana senegal mali angola mozambique zimbabwe zambia ' +
    'canada mexico brazil argentina chile peru colombia venezuela ecuador bolivia uruguay paraguay cuba haiti honduras guatemala ' +
    'nicaragua japan taiwan vietnam thailand cambodia malaysia indonesia singapore myanmar australia africa europe asia ' +
    'beijing moscow tehran kyiv kiev brussels tokyo seoul pyongyang ankara baghdad kabul islamabad').split(' '),
);
const BEFORE = new Set('of in from to with by between against for into across over toward towards behind via'.split(' '));
/** What no noun phrase goes on with: "the China of today" and "the Russia that we know" are right. */
const VERBS = new Set(
  ('is are was were has have had will would can could may must should said says because while when but since after before until ' +
    'during').split(' '),
);

/** "the war in the Libya.": an article before a country that takes none. */
export const countryArticles: Detector = { name: 'country-articles', topic: 'grammar', weight: 2, find: atEachWord(judge) };

function judge(prose: Prose, i: number): Suspicion | undefined {
  const { tokens, words } = prose;
  if (!PLACES.has(words[i]!) || tokens.shape[i] !== RAISED || words[i - 1] !== 'the' || !adjoins(prose, i)) return undefined;
  if (!adjoins(prose, i - 1)) return undefined;
  if (tokens.shape[i - 1] !== LOWER || !BEFORE.has(words[i - 2] ?? '') || !ends(prose, i + 1)) return undefined;
  return {
    ...spanOf(prose, i - 1, i), replacement: rawWord(prose, i), type: 'grammar',
    evidence: `"the" before "${rawWord(prose, i)}"`, probability: 0.88,
  };
}

/** Whether the noun phrase is over before token `i`. */
function ends({ tokens, words }: Prose, i: number): boolean {
  if (i >= tokens.count) return true;
  const gap = tokens.gap[i]!;
  if (gap === GAP_SPACE) return VERBS.has(words[i]!);
  if ((gap & (GAP_SPACE | GAP_LINE)) === 0) return false;
  return (gap & GAP_STOP) !== 0 || (gap === (GAP_PAUSE | GAP_SPACE) && !listed(tokens.shape[i]!));
}

/** "the China, India and Brazil funds". */
function listed(shape: number): boolean {
  return shape !== LOWER;
}
