import type { ContextModel } from '../decode/context-model.js';
import type { Lexicon } from '../dictionary/lexicon.js';
import type { Edit, FactFinding, Verdict } from '../types.js';
import { Copy } from './copy.js';
import { correspond } from './correspond.js';
import { cutDocument, pairSentences, type Document, type Place } from './document.js';
import { findFacts, type SourceOf } from './findings.js';
import { Fluency, Language } from './fluency.js';
import { JOINT, decideSentence, weighSentence, type Case, type Decision, type JointWeights, type TokenSpan } from './joint.js';
import { settle, type Alone } from './settle.js';
import { NEARLY_ONE } from './trust.js';
import type { Partner } from './witness.js';

/** What restoring a text beside others needs. */
export interface Workshop {
  /** Every edit of a text by itself, however improbable, and the verdict on it. */
  restore(text: string): Alone;
  readonly lexicon: Lexicon;
  readonly model: ContextModel;
  readonly weights?: JointWeights;
}

/** Texts on one story. */
export interface Story {
  /** To be restored; each is a sibling of the others. */
  readonly texts: readonly string[];
  /** Not to be restored. */
  readonly siblings: readonly string[];
  /** Clean. */
  readonly references: readonly string[];
}

/** A text restored beside others: every edit, however improbable. */
export interface Beside {
  readonly edits: readonly Edit[];
  readonly verdict: Verdict;
  readonly findings: readonly FactFinding[];
}

/** A text, cut and judged. */
interface Sheet {
  readonly document: Document;
  readonly alone: Alone;
  /** What it tells about others; undefined where it tells nothing. */
  readonly copy: Copy | undefined;
}

/** The family whose pairs explain a text that is too short or too little spun for a verdict. */
const SPINNER = 'synonym-spin';
const ROUND_TRIP = 'round-trip';
/** Below this a sibling counts as clean, if it is not too short for a verdict. */
const SURELY_CLEAN = 0.01;
const ENOUGH_WORDS = 100;
/** Swaps of the dictionary that a sentence nearly one with a reference's must show where the text as a whole was not found to be spun. */
const LEAST_SWAPS = 2;
/** Rounds: the first tells how readily the spinners leave words, and which wordings the others stand among. */
const ROUNDS = 2;

/** Restores texts with the help of others. A text that nothing helps comes out as it does by itself. */
export function restoreBeside({ texts, siblings, references }: Story, workshop: Workshop): Beside[] {
  const story = [...texts, ...siblings, ...references];
  const firstReference = texts.length + siblings.length;
  const sheets = story.map((text, i) => readSheet(text, i >= firstReference, workshop));
  const partners = pairSentences(sheets.map(({ document }) => document), texts.length);
  const sourceOf: SourceOf = ({ text, copy, from, to }) => {
    const { start, end } = copy.document.tokens;
    const isReference = text >= firstReference;
    const own = isReference ? text - firstReference : siblings.length > 0 ? text - texts.length : text;
    return { kind: isReference ? 'reference' : 'sibling', text: own, start: start[from]!, end: end[to - 1]! };
  };
  return texts.map((_, i) => restoreSheet(sheets[i]!, partners[i]!, sheets, firstReference < story.length, sourceOf, workshop));
}

function readSheet(text: string, isReference: boolean, { restore, lexicon }: Workshop): Sheet {
  const document = cutDocument(text);
  if (isReference) return { document, alone: { edits: [], verdict: NO_VERDICT }, copy: new Copy(document, -1, lexicon) };
  const alone = restore(text);
  const { family, probability, words } = alone.verdict;
  const number = family === ROUND_TRIP ? -1 : lexicon.families.indexOf(family);
  const isClean = family === 'none' && probability < SURELY_CLEAN && words >= ENOUGH_WORDS;
  return { document, alone, copy: number >= 0 || isClean ? new Copy(document, number, lexicon) : undefined };
}

const NO_VERDICT: Verdict = { probability: 0, family: 'none', words: 0, score: 0, displaced: [], phrases: [], passages: [] };

function restoreSheet(
  { document, alone, copy }: Sheet, places: readonly Place[][], sheets: readonly Sheet[], hasReferences: boolean, sourceOf: SourceOf,
  workshop: Workshop,
): Beside {
  const { edits, verdict } = alone;
  const isSpun = copy !== undefined && copy.family >= 0;
  const own = isSpun ? copy : hasReferences ? new Copy(document, Math.max(0, workshop.lexicon.families.indexOf(SPINNER)), workshop.lexicon) : undefined;
  if (!own) return { edits, verdict, findings: [] };
  const beside = places.map((others, sentence) => partnersOf(own, sentence, others, sheets));
  const decisions = decideAll(own, beside, alone, isSpun, workshop);
  const findings = hasReferences ? beside.flatMap((partners, sentence) => findFacts(own, sentence, partners, sourceOf)) : [];
  if (decisions.length === 0) return { edits, verdict, findings };
  return { edits: settle(alone, decisions, { copy: own, lexicon: workshop.lexicon, sourceOf }), verdict, findings };
}

function partnersOf(copy: Copy, sentence: number, places: readonly Place[], sheets: readonly Sheet[]): Partner[] {
  return places.flatMap((place): Partner[] => {
    const other = sheets[place.text]!.copy;
    const correspondence = other && correspond(copy.sentence(sentence), other.sentence(place.sentence));
    return other && correspondence ? [{ text: place.text, copy: other, sentence: place.sentence, correspondence }] : [];
  });
}

/** A sentence with others beside it. */
interface Task {
  readonly cases: readonly Case[];
  readonly fluency: Fluency;
}

/** Decides the sentences that have others beside them, as often as there are rounds. */
function decideAll(copy: Copy, beside: readonly Partner[][], alone: Alone, isSpun: boolean, { lexicon, model, weights = JOINT }: Workshop): Decision[] {
  const claimed = alone.edits.map((edit) => tokensIn(copy.document, edit));
  const language = new Language(model);
  const tasks = beside.flatMap((partners, sentence): Task[] => {
    if (!mayDecide(copy, sentence, partners, alone.verdict, isSpun)) return [];
    const { tokens, from, to } = copy.sentence(sentence);
    const fluency = new Fluency(tokens, from, to, believedIn(copy, sentence, alone.edits), language);
    return [{ cases: weighSentence({ copy, sentence, partners, lexicon, weights }, claimed), fluency }];
  });
  let decisions: Decision[] = [];
  let plain = 0;
  for (let round = 0; round < ROUNDS; round++) {
    decisions = tasks.flatMap(({ cases, fluency }) => decideAndBelieve(cases, fluency, plain, isSpun, weights));
    plain = leaningToLeave(decisions);
  }
  return decisions;
}

/** Whether a sentence may be edited: it lies in a spun passage, or it is nearly one with a reference's. */
function mayDecide(copy: Copy, sentence: number, partners: readonly Partner[], { passages }: Verdict, isSpun: boolean): boolean {
  if (!isSpun) return partners.some((other) => other.copy.family < 0 && other.correspondence.likeness >= NEARLY_ONE);
  const { tokens, from } = copy.sentence(sentence);
  const start = tokens.start[from]!;
  return partners.length > 0 && passages.some((passage) => passage.start <= start && start < passage.end);
}

/** The edits of a sentence that are likelier right than wrong. */
function believedIn(copy: Copy, sentence: number, edits: readonly Edit[]): Edit[] {
  const { tokens, from, to } = copy.sentence(sentence);
  const start = tokens.start[from]!;
  const end = tokens.end[to - 1]!;
  return edits.filter((edit) => edit.probability >= 0.5 && edit.start >= start && edit.end <= end);
}

function decideAndBelieve(cases: readonly Case[], fluency: Fluency, plain: number, isSpun: boolean, weights: JointWeights): Decision[] {
  const decisions = decideSentence(cases, fluency, plain, weights);
  const swaps = decisions.filter(({ keeps, readings }) => !keeps && readings[0]!.listed && readings[0]!.plain);
  if (!isSpun && swaps.length < LEAST_SWAPS) return [];
  for (const { from, to, readings } of decisions) if (readings[0]!.posterior > 0.5) fluency.believe(from, to, fluency.language.hashesOf(readings[0]!.text));
  return decisions;
}

/**
 * How much likelier than elsewhere it is that where two texts differ one has the wording itself: as log odds. Copies from one spinner's list never differ
 * that way, those from two lists often do.
 */
function leaningToLeave(decisions: readonly Decision[]): number {
  let plain = 1;
  let all = 2;
  for (const { readings } of decisions) {
    for (const reading of readings) {
      all += reading.posterior;
      if (reading.plain) plain += reading.posterior;
    }
  }
  return Math.min(1, Math.log(plain / (all - plain)));
}

/** The tokens of an edit. */
function tokensIn({ tokens: { start, end, count } }: Document, edit: Edit): TokenSpan {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (end[middle]! <= edit.start) low = middle + 1;
    else high = middle;
  }
  let to = low;
  while (to < count && start[to]! < edit.end) to++;
  return [low, to];
}
