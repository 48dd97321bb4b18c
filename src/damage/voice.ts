import { CAPITALS, LOWER, NUMERIC, RAISED } from '../text/tokenize.js';
import type { Attribution } from './speech.js';
import type { Prose } from './prose.js';
import { verbOf } from './verbs.js';

/**
 * How a sentence sounds: spoken or reported. The weights are natural-log odds, rounded from logistic regressions on 8,500 sentences of
 * clean news beside an attribution, whose quotation marks say which they are. "Although" alone is lowered by hand: such sentences are
 * often quoted from their middle on.
 */
interface Weights {
  /** Before an attribution, behind it in the same paragraph, and before the sentence that holds it. */
  readonly attributed: number;
  readonly following: number;
  readonly leading: number;
}

/** Where a sentence stands to the attribution. */
export type Place = keyof Weights;

type Feature =
  | 'bias' | 'firstPerson' | 'contraction' | 'pronounIs' | 'you' | 'present' | 'conditional' | 'duty' | 'intense' | 'opinion' | 'things'
  | 'they' | 'heNow' | 'persons' | 'and' | 'although' | 'if' | 'reporting' | 'planning' | 'number' | 'name' | 'names' | 'manyNames'
  | 'long' | 'past';

const WEIGHTS: Readonly<Record<Feature, Weights>> = {
  bias: { attributed: 0.4, following: 0.6, leading: -1 },
  firstPerson: { attributed: 4.5, following: 4.2, leading: 4.1 },
  contraction: { attributed: 1.2, following: 1.9, leading: 1 },
  pronounIs: { attributed: 2.2, following: 2.1, leading: 3.2 },
  you: { attributed: 2.2, following: 1.7, leading: 2.6 },
  present: { attributed: 0.7, following: 0.2, leading: 0.3 },
  conditional: { attributed: -0.5, following: 0.2, leading: -0.3 },
  duty: { attributed: 0, following: 0.5, leading: 0 },
  intense: { attributed: 1, following: 0.5, leading: 0.9 },
  opinion: { attributed: 0.5, following: 0.5, leading: 0.9 },
  things: { attributed: 1, following: 0.9, leading: 1.1 },
  they: { attributed: 1, following: 0.9, leading: 1.1 },
  heNow: { attributed: 0, following: 0.8, leading: 0 },
  persons: { attributed: 0.8, following: 0.2, leading: 0.3 },
  and: { attributed: -0.2, following: 0.1, leading: -0.9 },
  although: { attributed: -1.5, following: -1, leading: -1 },
  if: { attributed: 0.5, following: 0, leading: 0 },
  reporting: { attributed: -0.6, following: -1.4, leading: -1.7 },
  planning: { attributed: -0.8, following: -0.8, leading: -0.8 },
  number: { attributed: -1.2, following: -1, leading: -0.4 },
  name: { attributed: -0.2, following: -0.5, leading: -0.6 },
  names: { attributed: 0, following: -1.1, leading: -1.8 },
  manyNames: { attributed: -0.6, following: 0, leading: 0 },
  long: { attributed: 0, following: -1, leading: -1 },
  past: { attributed: -0.4, following: -0.8, leading: -1 },
};

/** Other names in a sentence, and words, above which it sounds written. */
const MANY_NAMES = 3;
const LONG = 25;

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));
const OF_WORD = new Map<string, Feature>(
  (
    [
      ['firstPerson', "i we my our us me myself ourselves 'm"],
      ['contraction', "'t 'll 're 've 'd"],
      ['you', 'you your'],
      ['present', "is are has have do does am want wants needs need know think believe hope see cannot"],
      ['conditional', 'would could might'],
      ['duty', 'must should cannot can'],
      ['intense', 'very really just always so too quite absolutely clearly completely'],
      ['opinion', 'good bad great greatest wrong right serious strong critical dangerous difficult hard best worst better worse'],
      ['opinion', 'terrible wonderful unacceptable proud sad'],
      ['reporting', 'said says asked argue argues argued explained warn warns warned announce announced tell told according reported'],
      ['reporting', 'believes thinks fears hopes'],
      ['planning', 'plans expects expected aims intends'],
    ] as [Feature, string][]
  ).flatMap(([feature, words]) => words.split(' ').map((word): [string, Feature] => [word, feature])),
);
const THINGS = set('this that these those there it');
const PERSONS = set('he she his her');
const IS_SHORTENED = set('this that these those there it he she let what who here');
const ALTHOUGH = set('although while though despite whereas');
const IF = set('if when because');

/** Natural-log odds that the sentence from token `from` up to `to` was spoken, by where it stands to an attribution. */
export function voiceOdds(prose: Prose, from: number, to: number, place: Place): number {
  let odds = 0;
  for (const feature of featuresOf(prose, from, to)) odds += WEIGHTS[feature][place];
  return odds;
}

/** Whether the speaker speaks of himself between the tokens. */
export function isFirstPerson(prose: Prose, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (featureOf(prose, i) === 'firstPerson') return true;
  return false;
}

/** The feature that a word alone carries; "US" is a country. */
function featureOf({ words, tokens }: Prose, i: number): Feature | undefined {
  const feature = OF_WORD.get(words[i]!);
  return feature === 'firstPerson' && tokens.shape[i] === CAPITALS && words[i] !== 'i' ? undefined : feature;
}

function featuresOf(prose: Prose, from: number, to: number): Set<Feature> {
  const { words, tokens } = prose;
  const features = new Set<Feature>(['bias', ...opening(prose, from)]);
  const names = new Set<string>();
  for (let i = from; i < to; i++) {
    const word = words[i]!;
    const feature = featureOf(prose, i);
    if (feature) features.add(feature);
    if (word === 'cannot') features.add('duty');
    if (word === "'s" && i > from && IS_SHORTENED.has(words[i - 1]!)) features.add('pronounIs');
    if (tokens.shape[i] === NUMERIC) features.add('number');
    if (tokens.shape[i] === RAISED && i > from) names.add(word);
    if (tokens.shape[i] === LOWER && word.endsWith('ed') && !word.endsWith('eed')) features.add('past');
    const verb = verbOf(word);
    if (verb?.plain && verb.third === word) features.add('present');
  }
  // A reporter would have written "he could not".
  const present = features.has('present') && !features.has('past') && !features.has('conditional');
  if (present && (words[from] === 'he' || words[from] === 'she')) features.add('heNow');
  if (names.size > 1) features.add('names');
  if (names.size > MANY_NAMES) features.add('manyNames');
  if (to - from > LONG) features.add('long');
  return features;
}

function opening({ words, tokens }: Prose, from: number): Feature[] {
  const first = words[from]!;
  const features: Feature[] = [];
  if (THINGS.has(first)) features.push('things');
  if (first === 'they' || first === 'their') features.push('they');
  if (PERSONS.has(first)) features.push('persons');
  if (first === 'and' || first === 'but' || first === 'so') features.push('and');
  if (ALTHOUGH.has(first)) features.push('although');
  if (IF.has(first)) features.push('if');
  if (tokens.shape[from + 1] === RAISED) features.push('name');
  return features;
}

const INSTITUTIONS = set(
  'company companies firm ministry agency department report survey bank statement group police filing website office ' +
    'commission study government website bureau union paper source sources',
);
const DATES = set('monday tuesday wednesday thursday friday saturday sunday yesterday today');
const HUMANS = set(
  'official spokesman spokeswoman spokesperson minister secretary president director analyst lawyer resident executive ' +
    'officer manager',
);

/** What the attribution itself adds: people are quoted, institutions and dated announcements reported. */
export function speakerOdds({ words, tokens }: Prose, { from, verb, to }: Attribution): number {
  const spoken = words[from] === 'he' || words[from] === 'she' || words[from] === 'they';
  let institution = false;
  let human = false;
  let dated = false;
  for (let i = from; i < to; i++) {
    institution ||= INSTITUTIONS.has(words[i]!);
    human ||= HUMANS.has(words[i]!);
    dated ||= i > verb && DATES.has(words[i]!);
  }
  const named = tokens.shape[from] === RAISED && verb > from && verb - from <= 2;
  const speaker = spoken ? 0.8 : human ? 0.8 : institution ? -0.3 : named ? 0.8 : 0;
  return speaker + (dated ? -0.6 : 0);
}
