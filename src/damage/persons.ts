import { RAISED } from '../text/tokenize.js';
import { gapBefore, type Prose } from './prose.js';
import { isSaying } from './speech.js';

/** `he`, `she`, or undefined where the document does not tell. */
export type Gender = 'he' | 'she' | undefined;

/** The people a document names. */
export interface Persons {
  /** By folded surname. */
  readonly gender: ReadonlyMap<string, Gender>;
  /** Folded surname at each token that names a person, else the empty string. */
  readonly at: readonly string[];
}

const MEN =
  'aaron adam alan albert alex alexander alfred ali andre andrew anthony antonio antony arthur barack ben benjamin bernard bill ' +
  'bob boris brad brandon brett brian bruce carl carlos charles chris christian christopher chuck clarence claude colin craig ' +
  'dan daniel dave david dennis derek dick dmitri dmitry don donald doug douglas ed eddie edward emmanuel eric ernest eugene ' +
  'felix fernando francis francisco frank fred gary gavin geoffrey george gerald giorgio giovanni glenn gordon graham greg ' +
  'gregory guy hans harold harry hassan henry herbert howard hugo ian igor ivan jack jacob jair james jared jason jeff jeffrey ' +
  'jeremy jerome jerry jim jimmy joe joel john jon jonathan jorge jose joseph josh joshua juan julian justin karl keith ken ' +
  'kenneth kevin larry lawrence leo leon lewis liam lloyd louis lucas luis luke marco marcus mario mark martin matt matthew ' +
  'maurice michael miguel mike mikhail mitch mohamed mohammad mohammed muhammad narendra nathan neil nicholas nick nigel oliver ' +
  'olaf oscar owen pablo patrick paul pedro peter phil philip pierre rafael ralph ray raymond ricardo richard rick rishi robert ' +
  'roberto roger ron ronald roy russell ryan sam samuel scott sean sebastian sergei sergey shane simon stanley stefan stephen ' +
  'steve steven stuart ted terry thomas tim timothy toby tom tommy tony trevor vincent vladimir volodymyr walter warren wayne ' +
  'wilbur william xavier zachary';
const WOMEN =
  'abigail adriana alexandra alice alicia alison amanda amelia amy ana andrea angela angelina anita ann anna anne annie ashley ' +
  'barbara beatrice becky beth betty beverly bonnie brenda brittany camilla carmen carol caroline carolyn catherine charlotte ' +
  'cheryl chloe christina christine cindy claire clara claudia cynthia daisy dawn deborah debbie denise diana diane donna ' +
  'dorothy edith eileen elaine eleanor elena elizabeth ella ellen emily emma erica erin eva evelyn fiona florence frances ' +
  'gabriela gina giorgia gloria grace hannah heather heidi helen hillary holly ilhan ingrid irene isabel isabella jacinda jackie ' +
  'jacqueline jane janet janice jasmine jean jenna jennifer jenny jessica jill joan joanna jodie josephine joyce judith judy ' +
  'julia julie kamala karen kate katherine kathleen kathy katie kellyanne kim kimberly kirsten kristen laura lauren leah leila ' +
  'linda lisa liz lori louise lucy margaret maria marie marilyn marine marjorie martha mary maya megan melania melinda melissa ' +
  'mette mia michelle miranda molly monica nadia nancy naomi natalia natalie natasha nicola nicole nikki nina olga olivia pamela ' +
  'patricia paula penny rachel rebecca renee rosa rose rosie ruth sabrina sally samantha sandra sara sarah sharon sheila shirley ' +
  'sofia sophia sophie stephanie sue susan susanna suzanne svetlana sylvia tamara tanya tara teresa theresa tiffany tina tracy ' +
  'ursula valerie vanessa vera veronica victoria virginia wendy yvonne yulia zoe';
const FIRST_NAMES = new Map<string, Gender>([
  ...MEN.split(' ').map((name): [string, Gender] => [name, 'he']),
  ...WOMEN.split(' ').map((name): [string, Gender] => [name, 'she']),
]);
const TITLES = new Map<string, Gender>([
  ...'mr sir lord king prince'.split(' ').map((title): [string, Gender] => [title, 'he']),
  ...'mrs ms miss dame lady queen princess'.split(' ').map((title): [string, Gender] => [title, 'she']),
]);
const LONGEST_SHORTENED = 3;
const UNTOLD = new Set(
  ('president minister chancellor secretary senator governor mayor judge justice general dr prof professor rep sen gov pope ' +
    'premier chairman').split(' '),
);

/** Several detectors ask; each text is read once. */
const known = new WeakMap<Prose, Persons>();

/** Who is named where: full names by their first name, surnames by a title, a verb of saying or a full name elsewhere. */
export function personsOf(prose: Prose): Persons {
  let persons = known.get(prose);
  if (!persons) known.set(prose, (persons = readPersons(prose)));
  return persons;
}

function readPersons(prose: Prose): Persons {
  const gender = new Map<string, Gender>();
  const starts = nameRuns(prose);
  const places = new Set(starts.filter(([from]) => prose.words[from - 1] === 'in').map(([, to]) => prose.words[to - 1]!));
  for (const [from, to] of starts) learn(prose, from, to, places, gender);
  const at = new Array<string>(prose.tokens.count).fill('');
  for (const [from, to] of starts) for (let i = from; i < to; i++) if (gender.has(prose.words[i]!)) at[i] = prose.words[i]!;
  return { gender, at };
}

/** Runs of capitalised words with only blanks, or an initial's period, between. */
function nameRuns({ tokens }: Prose): [number, number][] {
  const runs: [number, number][] = [];
  for (let i = 0; i < tokens.count; ) {
    if (tokens.shape[i] !== RAISED) {
      i++;
      continue;
    }
    const from = i++;
    while (i < tokens.count && tokens.shape[i] === RAISED && goesOn(tokens, i)) i++;
    runs.push([from, i]);
  }
  return runs;
}

/** Whether a name may run over what stands before token `i`: a blank, or the period of an initial or a short title. */
function goesOn(tokens: Prose['tokens'], i: number): boolean {
  const gap = gapBefore(tokens, i);
  return gap === ' ' || (/^\. ?$/.test(gap) && tokens.end[i - 1]! - tokens.start[i - 1]! <= LONGEST_SHORTENED);
}

function learn(prose: Prose, from: number, to: number, places: ReadonlySet<string>, gender: Map<string, Gender>): void {
  const { words } = prose;
  const surname = words[to - 1]!;
  let first = from;
  while (first < to - 1 && !FIRST_NAMES.has(words[first]!) && !TITLES.has(words[first]!)) first++;
  const known = first < to - 1 ? (FIRST_NAMES.get(words[first]!) ?? TITLES.get(words[first]!)) : undefined;
  const titled = to - from > 1 && UNTOLD.has(words[to - 2]!);
  const speaks = isSaying(words[to] ?? '') && words[from - 1] !== 'the' && !places.has(surname);
  if (!(known !== undefined || titled || speaks) || FIRST_NAMES.has(surname)) return;
  if (!gender.has(surname)) gender.set(surname, known);
  else if (known !== undefined && gender.get(surname) !== known) gender.set(surname, gender.get(surname) === undefined ? known : undefined);
}
