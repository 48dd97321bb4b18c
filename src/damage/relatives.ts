import { atEachWord } from './at-each-word.js';
import type { Detector, Suspicion } from './finding.js';
import { adjoins, rawWord, spanOf, unbroken, type Prose } from './prose.js';
import { verbOf } from './verbs.js';
import { AUXILIARIES } from './words.js';

const PERSONS = new Set(
  ('man woman boy girl child person people men women children soldier soldiers officer officers minister president senator lawyer ' +
    'journalist journalists doctor doctors teacher teachers student students worker workers refugee refugees politician politicians ' +
    'official officials citizen citizens prisoner prisoners somebody someone everyone everybody').split(' '),
);
const BEFORE = new Set('the a an this that these those one two three four five many some'.split(' '));
/** Prepositions before the person: "the treatment of the men, which" speaks of something else. */
const OWNING = new Set('of for to with by against in on from about toward towards over'.split(' '));
const EVERYTHING = new Set('all everything anything nothing'.split(' '));
const SUBJECTS = new Set('i you he she it we they the happened'.split(' '));

/** "the man which", "everything what he said": relative pronouns of another language. */
export const relatives: Detector = {
  name: 'relatives', topic: 'grammar', weight: 1.5,
  find: atEachWord((prose, i) => which(prose, i) ?? what(prose, i)),
};

function which(prose: Prose, i: number): Suspicion | undefined {
  const { words } = prose;
  if (words[i] !== 'which' || !PERSONS.has(words[i - 1] ?? '') || !unbroken(prose, i - 2, i + 2)) return undefined;
  if (!BEFORE.has(words[i - 2] ?? '')) return undefined;
  if (OWNING.has(words[i - 3] ?? '') || !(AUXILIARIES.has(words[i + 1]!) || verbOf(words[i + 1]!))) return undefined;
  return {
    ...spanOf(prose, i), replacement: 'who', type: 'grammar',
    evidence: `"which" behind "${rawWord(prose, i - 1)}"`, probability: 0.85,
  };
}

function what(prose: Prose, i: number): Suspicion | undefined {
  const { words } = prose;
  if (words[i] !== 'what' || !EVERYTHING.has(words[i - 1] ?? '') || !adjoins(prose, i)) return undefined;
  if (!SUBJECTS.has(words[i + 1] ?? '')) return undefined;
  // "after all what he said", "at all what", "tell them all what happened".
  if (words[i - 1] === 'all' && !/^(?:from|about|of|with|by|and|is|was)$/.test(words[i - 2] ?? '')) return undefined;
  return {
    ...spanOf(prose, i), replacement: 'that', type: 'grammar',
    evidence: `"what" behind "${rawWord(prose, i - 1)}"`, probability: 0.75,
  };
}
