import type { Detector, Suspicion } from './finding.js';
import { personsOf, type Persons } from './persons.js';
import { adjoins, rawWord, spanOf, type Prose } from './prose.js';
import { verbOf } from './verbs.js';
import { startsSentence } from '../text/sentences.js';

/** Promises and claims that are about the speaker's own doing. */
const CLAIMS = new Set('suggested promised pledged vowed threatened insisted hinted announced'.split(' '));
/** Behind "it would" these say nothing about who does it. */
const EMPTY = new Set(
  ('be take make become seem appear depend help happen remain mean cost need come go require work have get end lead').split(' '),
);
const REACH = 25;

/** "Haldane has suggested that it would send ships to defend itself": a person spoken of as a thing. */
export const personAsThing: Detector = { name: 'person-as-thing', topic: 'pronouns', weight: 2, find };

function find(prose: Prose): Suspicion[] {
  const { words, tokens } = prose;
  const found: Suspicion[] = [];
  let persons: Persons | undefined;
  for (let i = 3; i + 1 < tokens.count; i++) {
    if (words[i] !== 'it' || words[i - 1] !== 'that' || !CLAIMS.has(words[i - 2]!)) continue;
    if (words[i + 1] !== 'would' && words[i + 1] !== 'will') continue;
    persons ??= personsOf(prose);
    const subject = subjectOf(prose, persons, i - 2);
    const verb = verbOf(words[i + 2] ?? '');
    if (subject === undefined || !verb || EMPTY.has(verb.base) || words[i + 2] !== verb.base) continue;
    found.push(change(prose, i, subject, 0.78), ...reflexives(prose, i));
  }
  return found;
}

/** The pronoun for the person who claims, within the words between the name and the verb. */
function subjectOf(prose: Prose, persons: Persons, verb: number): string | undefined {
  for (let i = verb - 1; i >= 0 && i >= verb - 5; i--) {
    const name = persons.at[i]!;
    if (name !== '') return persons.gender.get(name);
    if (!adjoins(prose, i + 1)) return undefined;
  }
  return undefined;
}

/** "to defend itself", of what a person defends. */
function reflexives(prose: Prose, from: number): Suspicion[] {
  const { words, tokens } = prose;
  for (let i = from + 3; i < tokens.count && i < from + REACH && !startsSentence(tokens, i); i++) {
    if (words[i] === 'itself' && words[i - 2] === 'to' && verbOf(words[i - 1]!)) return [change(prose, i, 'it', 0.75)];
  }
  return [];
}

function change(prose: Prose, i: number, replacement: string, probability: number): Suspicion {
  return { ...spanOf(prose, i), replacement, type: 'grammar', evidence: `"${rawWord(prose, i)}" where a person is meant`, probability };
}
