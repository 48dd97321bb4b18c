import { fold, tokenize } from '../text/tokenize.js';
import type { Entry } from './entry.js';
import { marksOf } from './marks.js';
import type { Problem } from './read.js';

/** What a check may know beside the entries themselves. */
export interface CheckContext {
  /** Occurrences of a phrase per word of clean news; undefined where it was never counted. */
  readonly rateOf?: (phrase: string) => number | undefined;
  /** Observed forms that the built-in dictionary has for a head of a family. */
  readonly builtinForms?: (family: string, intended: string) => readonly string[] | undefined;
}

/** A form this common is worth a warning even where nothing is known of its head: five in a million words. */
const COMMON = 5e-6;

/**
 * Checks what concerns several entries or files together, once `readEntries` has found each file well-formed. Errors: an id twice,
 * a long form without example or `allows`, an example that does not show its entry at work, an `unless` that switches the entry
 * off. Warnings: a pair listed twice, two entries of one file that turn into each other, a form that matches its own head, an
 * `unless` that never applies, a form commoner than its head, a head whose built-in forms are lost.
 */
export function checkEntries(entries: readonly Entry[], context: CheckContext = {}): Problem[] {
  const problems: Problem[] = [];
  const report: Report = ({ where }, severity, message) => void problems.push({ where, severity, message });
  const seen: Seen = { ids: new Map(), pairs: new Map(), byHead: new Map() };
  for (const entry of entries) {
    checkDuplicates(entry, seen, report);
    checkCycles(entry, seen, report);
    checkForms(entry, report);
    checkLongForm(entry, report);
    checkUnless(entry, report);
    checkRates(entry, context, report);
  }
  checkBuiltin(entries, context, report);
  return problems;
}

type Report = (entry: Entry, severity: Problem['severity'], message: string) => void;

/** What the entries before this one hold; keys are joined by line breaks, which no phrase has. */
interface Seen {
  readonly ids: Map<string, Entry>;
  /** By family, head and observed form. */
  readonly pairs: Map<string, Entry>;
  /** By family, file and head. */
  readonly byHead: Map<string, Entry>;
}

function checkDuplicates(entry: Entry, { ids, pairs }: Seen, report: Report): void {
  const before = ids.get(entry.id);
  if (before) report(entry, 'error', `id "${entry.id}" is already at ${before.where}; merge the two lists or give one file another topic`);
  else ids.set(entry.id, entry);
  for (const observed of entry.observed) {
    const key = [entry.family, entry.intended, observed].join('\n');
    const earlier = pairs.get(key);
    if (!earlier) pairs.set(key, entry);
    else if (!before) report(entry, 'warning', `"${observed}" for "${entry.intended}" is already at ${earlier.where}; remove one`);
  }
}

/**
 * A spinner does turn `start` into `begin` and `begin` into `start`, and the document shows which way it went, so a pair of this
 * kind is no error, and across files not even remarkable. Within one file it is as often a slip of the author, who put a pair the
 * wrong way round. Forms are compared with their case: `Could` for `May` and `may` for `could` are told apart.
 */
function checkCycles(entry: Entry, { byHead }: Seen, report: Report): void {
  const file = entry.where.slice(0, entry.where.lastIndexOf(':'));
  for (const observed of entry.observed) {
    const other = byHead.get([entry.family, file, observed].join('\n'));
    if (!other?.observed.includes(entry.intended)) continue;
    const both = `"${observed}" stands for "${entry.intended}" here, and "${entry.intended}" for "${observed}" at ${other.where}`;
    report(entry, 'warning', `${both}; remove the one that is the wrong way round, or keep both if the spinner swaps them both ways`);
  }
  byHead.set([entry.family, file, entry.intended].join('\n'), entry);
}

/** A lower-case form also matches with its first letter raised; where that is the head again, the entry finds its own head. */
function checkForms(entry: Entry, report: Report): void {
  const head = entry.intended;
  const lowered = head.slice(0, 1).toLowerCase() + head.slice(1);
  if (head !== lowered && entry.observed.includes(lowered)) {
    const got = `"${lowered}" differs from its head "${head}" only in the first letter and matches the head itself`;
    report(entry, 'warning', `${got}; remove it, or write the words around it too`);
  }
}

function checkLongForm(entry: Entry, report: Report): void {
  if (!entry.long) return;
  if (entry.examples.length === 0) {
    const example = `examples: ["… {{${entry.observed[0] ?? 'observed'}=>${entry.intended}}} …"]`;
    report(entry, 'error', `got a long form without examples, expected at least one sentence in which it is restored; add ${example}`);
  }
  if (entry.allows.length === 0) {
    const expected = 'expected at least one sentence in which the observed words stand rightly';
    report(entry, 'error', `got a long form without allows, ${expected}; add allows: ["…"]`);
  }
  for (const example of entry.examples) checkExample(entry, example, report);
}

function checkExample(entry: Entry, example: string, report: Report): void {
  const { marks, problem } = marksOf(example);
  if (problem) report(entry, 'error', `example "${shorten(example)}": ${problem}`);
  else if (!marks.some((mark) => marksEntry(entry, mark))) {
    const expected = `{{${entry.observed[0] ?? 'observed'}=>${entry.intended}}}`;
    report(entry, 'error', `example "${shorten(example)}" marks no observed form of "${entry.intended}"; mark it, as in "${expected}"`);
  }
}

function marksEntry(entry: Entry, mark: { observed: string; rights: readonly string[] }): boolean {
  // Inflected forms begin as the listed ones do, but for a last letter that may change (carry, carries).
  const stem = (phrase: string): string => fold(phrase).slice(0, entry.inflect ? Math.max(1, phrase.length - 1) : undefined);
  const shows = (marked: string, listed: string): boolean =>
    entry.inflect ? fold(marked).startsWith(stem(listed)) : fold(marked) === fold(listed);
  return entry.observed.some((observed) => shows(mark.observed, observed)) && mark.rights.some((right) => shows(right, entry.intended));
}

function checkUnless(entry: Entry, report: Report): void {
  const forms = entry.observed.map(wordsOf);
  for (const phrase of entry.unless) {
    if (entry.observed.includes(phrase)) {
      const remedy = 'remove it, or write the longer phrase in which the form stays';
      report(entry, 'error', `unless "${phrase}" is an observed form itself and switches it off; ${remedy}`);
    } else if (!entry.inflect && !forms.some((form) => holds(wordsOf(phrase), form))) {
      const remedy = `write a phrase around "${entry.observed[0] ?? ''}" or remove it`;
      report(entry, 'warning', `unless "${phrase}" holds none of the observed forms, so it never applies; ${remedy}`);
    }
  }
}

function checkRates(entry: Entry, { rateOf }: CheckContext, report: Report): void {
  if (!rateOf || entry.unless.length > 0 || entry.pos) return;
  const head = rateOf(entry.intended);
  const commoner = entry.observed.flatMap((observed) => {
    const rate = rateOf(observed) ?? 0;
    return rate > (head ?? COMMON) ? [`"${observed}" (${perMillion(rate)})`] : [];
  });
  if (commoner.length === 0) return;
  const than = head === undefined
    ? 'common in clean news, and its head was never counted'
    : `commoner in clean news than "${entry.intended}" (${perMillion(head)})`;
  const remedy = 'add "unless" or "pos" in the long form, or remove what is rarely a replacement';
  report(entry, 'warning', `${commoner.join(', ')}: ${than}; ${remedy}`);
}

/** Entries of one head are merged, whatever file they are in; together they take the place of the built-in one. */
function checkBuiltin(entries: readonly Entry[], { builtinForms }: CheckContext, report: Report): void {
  if (!builtinForms) return;
  const byHead = new Map<string, Entry[]>();
  for (const entry of entries) {
    const key = `${entry.family}\n${entry.intended}`;
    byHead.set(key, [...(byHead.get(key) ?? []), entry]);
  }
  for (const list of byHead.values()) {
    const [first] = list as [Entry];
    const own = new Set(list.flatMap(({ observed }) => observed));
    const lost = builtinForms(first.family, first.intended)?.filter((form) => !own.has(form)) ?? [];
    if (lost.length === 0) continue;
    const got = `"${first.intended}" takes the place of the built-in entry, which also has ${lost.join(', ')}`;
    report(first, 'warning', `${got}; add them unless they are to go`);
  }
}

/** Occurrences per million words, in as many digits as matter. */
export function perMillion(rate: number): string {
  const perMillionWords = rate * 1e6;
  return `${perMillionWords >= 10 ? Math.round(perMillionWords) : perMillionWords.toPrecision(1)} per million words`;
}

function wordsOf(phrase: string): string[] {
  const tokens = tokenize(phrase);
  return Array.from({ length: tokens.count }, (_, i) => fold(phrase.slice(tokens.start[i], tokens.end[i])));
}

/** Whether the words of `part` stand side by side in `whole`. */
function holds(whole: readonly string[], part: readonly string[]): boolean {
  return whole.some((_, at) => part.every((word, i) => whole[at + i] === word));
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
