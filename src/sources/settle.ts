import type { Lexicon } from '../dictionary/lexicon.js';
import { articleBefore } from '../decode/articles.js';
import { SHAPE_LOWER, SHAPE_RAISED } from '../match/find.js';
import { agreeArticle } from '../rewrite/agree.js';
import { RAISED, fold } from '../text/tokenize.js';
import type { Alternative, Edit, SourceSpan, Span, Verdict } from '../types.js';
import type { Copy } from './copy.js';
import type { SourceOf } from './findings.js';
import type { Decision } from './joint.js';
import { trustIn } from './trust.js';

/** What a text by itself gave, and what it is written with. */
export interface Alone {
  readonly edits: readonly Edit[];
  readonly verdict: Verdict;
}

/** How edits are written. */
export interface Writing {
  readonly copy: Copy;
  readonly lexicon: Lexicon;
  readonly sourceOf: SourceOf;
}

/** The least probability at which an edit of the text by itself, which the other texts do not bear out, is still listed. */
const LEAST_LISTED = 0.05;

/** The edits of a text, those of its own and those that other texts decide: sorted, none overlap. */
export function settle({ edits, verdict }: Alone, decisions: readonly Decision[], writing: Writing): Edit[] {
  const open = new Set(edits);
  const decided: Edit[] = [];
  for (const decision of decisions) {
    const { tokens } = writing.copy.document;
    const span = { start: tokens.start[decision.from]!, end: tokens.end[decision.to - 1]! };
    const rivals = edits.filter((edit) => edit.start < span.end && span.start < edit.end);
    const trust = trustIn(decision, { tokens, from: decision.from, to: decision.to }, rivals);
    if (trust === undefined || rivals.some((edit) => !open.has(edit))) continue;
    const sources = sourcesOf(decision, writing);
    const wider = rivals.find((edit) => isWider(edit, span) && says(edit, decision));
    rivals.forEach((edit) => open.delete(edit));
    if (wider) decided.push({ ...wider, evidence: { ...wider.evidence, sources } });
    else if (decision.keeps) decided.push(...doubted(rivals, 1 - trust));
    else decided.push(editOf(decision, trust, sources, verdict, writing, rivals));
  }
  return withoutOverlaps([...open, ...decided]);
}

function isWider(edit: Edit, span: Span): boolean {
  return edit.start <= span.start && edit.end >= span.end && edit.end - edit.start > span.end - span.start;
}

/** Edits of the text by itself in a place where the others have the words as found. */
function doubted(edits: readonly Edit[], most: number): Edit[] {
  return edits.map((edit) => ({ ...edit, probability: Math.min(edit.probability, most) })).filter(({ probability }) => probability >= LEAST_LISTED);
}

/** Whether an edit of more words puts the reading in its place as well. */
function says({ replacement }: Edit, { readings }: Decision): boolean {
  return ` ${fold(replacement)} `.includes(` ${fold(readings[0]!.text)} `);
}

function editOf(decision: Decision, trust: number, sources: SourceSpan[], verdict: Verdict, { copy, lexicon }: Writing, rivals: readonly Edit[]): Edit {
  const { tokens } = copy.document;
  const best = decision.readings[0]!;
  const span = withArticle(copy, decision, best.text);
  const shape = tokens.shape[decision.from] === RAISED ? SHAPE_RAISED : SHAPE_LOWER;
  const family = lexicon.families[copy.family]!;
  const probability = verdict.family === family ? trust * verdict.probability : trust;
  return {
    ...span,
    alternatives: rivalsOf(decision, probability),
    type: best.entry >= 0 ? lexicon.typeOf(best.entry) : 'lexical',
    probability,
    entry: best.entry >= 0 ? lexicon.idOf(best.entry) : `${family}/sources/${best.text}`,
    evidence: {
      family, document: verdict.probability, context: decision.gain, sources,
      survivors: best.phrase >= 0 ? copy.survivors(best.phrase, shape) : 0,
      match: rivals[0]?.replacement === span.replacement ? rivals[0].evidence.match : 'exact',
    },
  };
}

function rivalsOf({ readings }: Decision, probability: number): Alternative[] {
  const rest = readings.slice(1).filter(({ posterior }, i) => i < 5 || posterior > 0.01);
  const total = rest.reduce((sum, { posterior }) => sum + Math.max(posterior, 1e-3), 0);
  return rest.map(({ text, posterior }) => ({ text, probability: ((1 - probability) * Math.max(posterior, 1e-3)) / total }));
}

/** Takes the article before the stretch along where the new words want the other form. */
function withArticle({ document: { tokens } }: Copy, { from, to }: Decision, wording: string): Pick<Edit, 'start' | 'end' | 'observed' | 'replacement'> {
  const { text } = tokens;
  const start = tokens.start[from]!;
  const end = tokens.end[to - 1]!;
  const plain = { start, end, observed: text.slice(start, end), replacement: wording };
  if (articleBefore(tokens, from) === undefined) return plain;
  const first = tokens.start[from - 1]!;
  const article = text.slice(first, tokens.end[from - 1]);
  const agreed = agreeArticle(article, wording);
  if (agreed === article) return plain;
  return { start: first, end, observed: text.slice(first, end), replacement: agreed + text.slice(tokens.end[from - 1], start) + wording };
}

/** Where the texts stand that show the reading, or words listed for it. */
function sourcesOf({ readings, witnesses }: Decision, { sourceOf }: Writing): SourceSpan[] {
  const best = readings[0]!;
  const bearing = witnesses.filter(({ folded, stretches }) =>
    folded === fold(best.text) || stretches.some(({ meanings }) => meanings.some(({ intended }) => intended === best.phrase)));
  return (bearing.length > 0 ? bearing : witnesses).map(sourceOf);
}

/** Of two edits that claim one place the likelier stays. */
function withoutOverlaps(edits: readonly Edit[]): Edit[] {
  const sorted = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  const kept: Edit[] = [];
  for (const edit of sorted) {
    const last = kept.at(-1);
    if (!last || last.end <= edit.start) kept.push(edit);
    else if (edit.probability > last.probability) kept[kept.length - 1] = edit;
  }
  return kept;
}
