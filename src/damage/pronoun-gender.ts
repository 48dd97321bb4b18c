import { LOWER } from '../text/tokenize.js';
import type { Detector, Suspicion } from './finding.js';
import { personsOf, type Gender, type Persons } from './persons.js';
import { adjoins, rawWord, spanOf, type Prose } from './prose.js';
import { isFunctionWord } from './words.js';

const GENDER = new Map<string, Gender>([
  ['he', 'he'], ['him', 'he'], ['his', 'he'], ['himself', 'he'], ['she', 'she'], ['her', 'she'], ['hers', 'she'], ['herself', 'she'],
]);
/** Words for a person of one gender: any of them near by, and the pronoun may mean that person. */
const GENDERED = new Map<string, Gender>([
  ...(
    'man men boy father dad son brother husband uncle nephew grandfather grandson king prince actor gentleman guy widower ' +
    'boyfriend groom mr sir lord chairman businessman spokesman congressman'
  ).split(' ').map((word): [string, Gender] => [word, 'he']),
  ...(
    'woman women girl girls mother mom mum daughter sister wife aunt niece grandmother granddaughter queen princess actress lady ' +
    'widow girlfriend bride mrs ms miss madam dame pregnant chairwoman businesswoman spokeswoman congresswoman female mothers ' +
    'daughters sisters wives nation ship'
  ).split(' ').map((word): [string, Gender] => [word, 'she']),
]);
/** Words for a person of either gender. */
const UNTOLD = new Set(
  ('person child baby teenager adult parent partner spouse friend neighbor neighbour colleague victim suspect defendant ' +
    'patient student teacher doctor nurse lawyer attorney judge official officer spokesperson minister senator governor ' +
    'president chancellor secretary mayor lawmaker politician leader candidate author writer singer artist player coach ' +
    'reporter journalist analyst worker resident employee customer passenger driver pilot soldier witness client someone ' +
    'anyone everyone nobody star model host director producer editor critic expert scientist researcher professor owner ' +
    'founder').split(' '),
);
const NEAR = 60;
const FAR = 150;
const CHANGES = new Map([
  ['he', 'she'], ['him', 'her'], ['his', 'her'], ['himself', 'herself'], ['she', 'he'], ['hers', 'his'], ['herself', 'himself'],
]);

/** "Robert Haldane … her visit": a pronoun against the only person it can mean. */
export const pronounGender: Detector = { name: 'pronoun-gender', topic: 'pronouns', weight: 2, find };

interface Mention {
  readonly token: number;
  /** Surname, or the empty string for a person without a name. */
  readonly name: string;
  readonly gender: Gender;
}

function find(prose: Prose): Suspicion[] {
  const persons = personsOf(prose);
  const mentions = mentionsOf(prose, persons);
  const found: Suspicion[] = [];
  let last = -1;
  for (let i = 0, next = 0; i < prose.tokens.count; i++) {
    while (next < mentions.length && mentions[next]!.token < i) last = next++;
    const gender = GENDER.get(prose.words[i]!);
    if (gender === undefined || prose.tokens.shape[i]! > 1 || prose.quotations.inside[i] === 1) continue;
    const name = contradicted(mentions, last, i, gender);
    if (name !== undefined) found.push(suspect(prose, i, name, gender));
  }
  return found;
}

/** Everyone mentioned, and every pronoun with a gender, in order. */
function mentionsOf(prose: Prose, { at, gender }: Persons): Mention[] {
  const mentions: Mention[] = [];
  for (let i = 0; i < prose.tokens.count; i++) {
    const word = prose.words[i]!;
    const pronoun = GENDER.get(word) ?? GENDERED.get(word);
    if (at[i] !== '') mentions.push({ token: i, name: at[i]!, gender: gender.get(at[i]!) });
    else if (pronoun !== undefined) mentions.push({ token: i, name: '', gender: pronoun });
    else if (UNTOLD.has(word) && !describesName(prose, at, i)) mentions.push({ token: i, name: '', gender: undefined });
  }
  return mentions;
}

/** "Secretary of State Robert Haldane": the office of a person named beside it is no other person. */
function describesName(prose: Prose, at: readonly string[], i: number): boolean {
  for (let k = i + 1; k < i + 6 && k < prose.tokens.count; k++) {
    if (at[k] !== '') return true;
    if (prose.tokens.shape[k] === LOWER && prose.words[k] !== 'of') return false;
  }
  return false;
}

/** Surname of the one person near token `i`, if that person's gender is the other one and nobody of the pronoun's gender is far or near. */
function contradicted(mentions: readonly Mention[], last: number, i: number, gender: Gender): string | undefined {
  let name: string | undefined;
  for (let m = last; m >= 0 && mentions[m]!.token >= i - FAR; m--) {
    const mention = mentions[m]!;
    if (mention.gender === gender) return undefined;
    if (mention.token < i - NEAR) continue;
    if (mention.gender === undefined || (name !== undefined && mention.name !== '' && mention.name !== name)) return undefined;
    if (mention.name !== '') name = mention.name;
  }
  if (name === undefined) return undefined;
  for (let k = last + 1; k < mentions.length && mentions[k]!.token <= i + 12; k++) {
    const mention = mentions[k]!;
    if (mention.token !== i && mention.name !== name && (mention.gender === undefined || mention.gender === gender)) return undefined;
  }
  return name;
}

function suspect(prose: Prose, i: number, name: string, gender: Gender): Suspicion {
  const word = prose.words[i]!;
  const other = word === 'her' ? (ownsNext(prose, i) ? 'his' : 'him') : CHANGES.get(word)!;
  const raw = rawWord(prose, i);
  return {
    ...spanOf(prose, i), replacement: raw[0] === word[0] ? other : other[0]!.toUpperCase() + other.slice(1), type: 'grammar',
    evidence: `"${word}", where only ${name[0]!.toUpperCase()}${name.slice(1)} can be meant and is no "${gender!}"`, probability: 0.82,
  };
}

function ownsNext(prose: Prose, i: number): boolean {
  return adjoins(prose, i + 1) && !isFunctionWord(prose.words[i + 1]!);
}
