import { ANNOTATION_KEY, annotationJson, annotationOf } from './annotation.js';
import { countOne, type Counts } from './counts.js';
import { attributeRow } from './dolma.js';
import type { Judge, Judgement } from './judge.js';
import { appendValue, findValue, replaceString, replaceValue, toJson } from './json-line.js';
import { idOf, type LineDocument } from './record.js';
import type { Settings, Sieve } from './settings.js';

/** What becomes of a document. */
export interface Treated {
  /** The line to write; undefined: the line as it was. */
  readonly line?: string;
  /** Why the document is dropped; undefined: it is kept. */
  readonly dropped?: string;
  /** The line for the file of rejected documents. */
  readonly rejected?: string;
  /** Replacement texts of the attributes in the row. */
  readonly replacements?: readonly string[];
}

/** Treats one document after another as the settings say, and counts. */
export type Treatment = (document: LineDocument, counts: Counts) => Treated;

export function makeTreatment(settings: Settings, judge: Judge): Treatment {
  const write = writerFor(settings);
  return (document, counts) => {
    const judgement = judge(document.text);
    countJudgement(judgement, counts);
    return write(document, judgement, counts);
  };
}

type Writer = (document: LineDocument, judgement: Judgement, counts: Counts) => Treated;

function writerFor(settings: Settings): Writer {
  switch (settings.output) {
    case 'text':
      return (document, judgement) => restoredLine(document, judgement, settings.textKey);
    case 'annotated':
      return (document, judgement) => annotatedLine(document, judgement, settings);
    case 'verdict':
      return (document, judgement) => verdictLine(document, judgement, settings);
    case 'dolma':
      return (document, judgement, counts) => dolmaLine(document, judgement, settings, counts);
    case 'kept':
      return (document, judgement, counts) => keptLine(document, judgement, settings, counts);
  }
}

function countJudgement({ verdict, edits, suggestions }: Judgement, counts: Counts): void {
  counts.documents++;
  if (verdict.family !== 'none') {
    counts.spun++;
    countOne(counts.families, verdict.family);
  }
  counts.edits += edits?.length ?? 0;
  counts.suggestions += suggestions?.length ?? 0;
  if (edits && edits.length > 0) counts.restored++;
}

function restoredLine({ line, text }: LineDocument, judgement: Judgement, textKey: string): Treated {
  return judgement.text === text ? {} : { line: withText(line, textKey, judgement.text) };
}

function annotatedLine(document: LineDocument, judgement: Judgement, { textKey, offsets }: Settings): Treated {
  const { line, text } = document;
  const restored = judgement.text === text ? line : withText(line, textKey, judgement.text);
  return { line: withAnnotation(document, restored, annotationJson(judgement, text, offsets)) };
}

function verdictLine(document: LineDocument, judgement: Judgement, { idKey, offsets }: Settings): Treated {
  const annotation = annotationJson(judgement, document.text, offsets);
  return { line: `{"id":${idOf(document, idKey)},"${ANNOTATION_KEY}":${annotation}}` };
}

function dolmaLine(document: LineDocument, judgement: Judgement, { idKey }: Settings, counts: Counts): Treated {
  const { attributes, replacements, inexpressible } = attributeRow(judgement, document.text);
  counts.inexpressible += inexpressible;
  return { line: `{"id":${idOf(document, idKey)},"attributes":${toJson(attributes)}}`, replacements };
}

function keptLine(document: LineDocument, judgement: Judgement, { offsets, sieve }: Settings, counts: Counts): Treated {
  const reason = dropReason(judgement, sieve!);
  if (reason === undefined) {
    counts.kept++;
    return {};
  }
  countOne(counts.dropped, reason);
  const annotation = toJson({ reason, ...annotationOf(judgement, document.text, offsets) });
  return { dropped: reason, rejected: withAnnotation(document, document.line, annotation) };
}

function dropReason({ verdict }: Judgement, { dropFrom, families, minWords }: Sieve): string | undefined {
  if (verdict.words < minWords) return 'too few words';
  if (verdict.probability < dropFrom) return undefined;
  if (families && !families.includes(verdict.family)) return undefined;
  return verdict.family;
}

function withText(line: string, textKey: string, text: string): string {
  return replaceString(line, findValue(line, textKey)!, text);
}

/** A line has its annotation once: one that is there from an earlier run is replaced. */
function withAnnotation({ record }: LineDocument, line: string, json: string): string {
  if (!Object.hasOwn(record, ANNOTATION_KEY)) return appendValue(line, ANNOTATION_KEY, json);
  return replaceValue(line, findValue(line, ANNOTATION_KEY)!, json);
}
