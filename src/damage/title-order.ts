import { LOWER, RAISED } from '../text/tokenize.js';
import type { Detector, Suspicion } from './finding.js';
import { adjoins, unbroken, type Prose } from './prose.js';

interface Office {
  readonly title: string;
  readonly fields: ReadonlyMap<string, string>;
}

/** Offices that stand before a name in English, by the field as other languages put it. */
const MINISTRIES = table(
  'foreign affairs=Foreign|external affairs=External Affairs|the interior=Interior|interior=Interior|finance=Finance|' +
    'the economy=Economy|economy=Economy|defense=Defense|defence=Defence|justice=Justice|health=Health|education=Education|' +
    'agriculture=Agriculture|energy=Energy|trade=Trade|transport=Transport|labor=Labor|labour=Labour|culture=Culture|' +
    'tourism=Tourism|the environment=Environment|information=Information',
);
const DEPARTMENTS = table(
  'the treasury=Treasury|defense=Defense|commerce=Commerce|the interior=Interior|labor=Labor|education=Education|' +
    'energy=Energy|transportation=Transportation|agriculture=Agriculture|homeland security=Homeland Security|the army=Army|' +
    'the navy=Navy|health=Health',
);
const OFFICES = new Map<string, Office>([
  ['minister', { title: 'Minister', fields: MINISTRIES }],
  ['secretary', { title: 'Secretary', fields: DEPARTMENTS }],
]);

function table(rows: string): ReadonlyMap<string, string> {
  return new Map(rows.split('|').map((row) => row.split('=') as [string, string]));
}

/** "secretary of the treasury Henry Fowler": a title put together word by word before its name. */
export const titleOrder: Detector = { name: 'title-order', topic: 'names', weight: 2, find };

function find(prose: Prose): Suspicion[] {
  const { tokens, words } = prose;
  const found: Suspicion[] = [];
  for (let i = 0; i + 4 < tokens.count; i++) {
    const office = OFFICES.get(words[i]!);
    if (office === undefined || words[i + 1] !== 'of' || tokens.shape[i] !== LOWER) continue;
    const title = titleAt(prose, i, office);
    if (!title) continue;
    const from = words[i - 1] === 'the' && adjoins(prose, i) ? i - 1 : i;
    found.push({
      start: tokens.start[from]!, end: tokens.end[title.last]!, replacement: title.text, type: 'term',
      evidence: 'a title word by word before its name', probability: 0.85,
    });
  }
  return found;
}

/** Tried with one word of field and with two; a name of two words must follow at once. */
function titleAt(prose: Prose, i: number, office: Office): { last: number; text: string } | undefined {
  const { words, tokens } = prose;
  for (const length of [1, 2]) {
    const last = i + 1 + length;
    if (!unbroken(prose, i, last + 3) || tokens.shape[last + 1] !== RAISED || tokens.shape[last + 2] !== RAISED) continue;
    const field = office.fields.get(words.slice(i + 2, last + 1).join(' '));
    if (field !== undefined) return { last, text: `${field} ${office.title}` };
  }
  return undefined;
}
