import type { Entry } from '../dictionary/entry.js';
import { fold, tokenize } from '../text/tokenize.js';
import type { Span, Verdict } from '../types.js';

/** Words of the longest phrase that is looked for. */
const LONGEST = 16;
/** Entries shown for one phrase. */
const SHOWN = 8;

/** Some words of the text. */
export interface Words extends Span {
  readonly text: string;
}

/** The runs of at most `longest` words that the place stands in, the longest first. */
export function wordsAt(text: string, at: number, longest: number = LONGEST): Words[] {
  const { start, end, count } = tokenize(text);
  let here = 0;
  while (here < count && end[here]! < at) here++;
  if (here + 1 < count && start[here + 1] === at) here++;
  if (here === count || start[here]! > at) return [];
  const runs: Words[] = [];
  for (let from = Math.max(0, here - longest + 1); from <= here; from++) {
    for (let to = here; to < count && to < from + longest; to++) {
      runs.push({ start: start[from]!, end: end[to]!, text: text.slice(start[from], end[to]) });
    }
  }
  return runs.sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
}

/** What the dictionary knows of the words at a place that no edit touches, and why they stay; undefined where it knows nothing. */
export function describeKept(text: string, at: number, verdict: Verdict, entries: readonly Entry[]): string[] | undefined {
  const runs = wordsAt(text, at);
  const observing = groupBy(entries, ({ observed }) => observed);
  const intending = groupBy(entries, ({ intended }) => [intended]);
  const kept = runs.filter((run) => observing.has(keyOf(run.text)));
  const whole = runs.filter((run) => intending.has(keyOf(run.text)));
  if (kept.length + whole.length === 0) return undefined;
  const name = (kept[0] ?? whole[0])!.text;
  return [
    `"${name}" is kept`,
    ...kept.flatMap((run) => describeObserved(run, observing.get(keyOf(run.text))!, text, at, verdict)),
    ...whole.flatMap((run) => describeIntended(run, intending.get(keyOf(run.text))!)),
  ];
}

function describeObserved(run: Words, entries: readonly Entry[], text: string, at: number, verdict: Verdict): string[] {
  const shown = entries.slice(0, SHOWN).map((entry) => {
    return `    ${entry.id}: "${entry.intended}"; ${whyKept(run, entry, text, at, verdict)}`;
  });
  const more = entries.length > SHOWN ? [`    and ${entries.length - SHOWN} more; see "unspun dictionary explain ${keyOf(run.text)}"`] : [];
  return [`  "${run.text}" may stand for:`, ...shown, ...more];
}

/** The first thing that kept an entry from being applied, in the order in which they are asked. */
function whyKept(run: Words, { family, observed, unless, pos }: Entry, text: string, at: number, verdict: Verdict): string {
  if (verdict.family === 'none') return 'not weighed, for the text shows no sign of machine paraphrase';
  if (family !== verdict.family) return `not weighed, for the text speaks another dialect (${verdict.family})`;
  if (!verdict.passages.some(({ start, end }) => start <= at && at <= end)) return 'not weighed, for this passage does not look paraphrased';
  const forms = observed.filter((form) => keyOf(form) === keyOf(run.text));
  if (forms.every((form) => form !== form.toLowerCase() && straight(form) !== straight(run.text))) return `not weighed, for it is listed as "${forms[0]}", in another case`;
  const longer = unless.find((phrase) => standsAround(phrase, run, text));
  if (longer !== undefined) return `not weighed, for it stands in "${longer}"`;
  return `not likelier than keeping, among these words${pos ? `; looked at only where it is used as ${/^ad/.test(pos) ? 'an' : 'a'} ${pos}` : ''}`;
}

function standsAround(phrase: string, { start, end }: Words, text: string): boolean {
  const around = keyOf(text.slice(Math.max(0, start - phrase.length), end + phrase.length));
  return ` ${around} `.includes(keyOf(phrase));
}

function describeIntended(run: Words, entries: readonly Entry[]): string[] {
  const shown = entries.slice(0, SHOWN).map(({ id, observed }) => `    ${id}: by ${observed.slice(0, SHOWN).map((form) => `"${form}"`).join(', ')}`);
  return [`  "${run.text}" is a wording that spinners replace; left standing, it speaks against edits back to it:`, ...shown];
}

function groupBy(entries: readonly Entry[], formsOf: (entry: Entry) => readonly string[]): Map<string, Entry[]> {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    for (const key of new Set(formsOf(entry).map(keyOf))) {
      const group = groups.get(key);
      if (group) group.push(entry);
      else groups.set(key, [entry]);
    }
  }
  return groups;
}

/** The form under which phrases are compared: folded, one space between words. */
function keyOf(phrase: string): string {
  return fold(phrase).replace(/\s+/g, ' ').trim();
}

function straight(phrase: string): string {
  return phrase.replace(/[\u2019\u02bc]/g, "'").replace(/\s+/g, ' ');
}
