import type { Edit, Passage } from '../../types.js';
import type { Judgement } from './judge.js';
import { toJson } from './json-line.js';
import { offsetConverter, type OffsetUnit } from './offsets.js';

/** The key under which verdict and edits are written. */
export const ANNOTATION_KEY = 'unspun';

/** Verdict and edits of a document as they are written, offsets in the unit asked for; they count in the text as it was found. */
export function annotationOf({ verdict, edits, suggestions }: Judgement, observed: string, unit: OffsetUnit): object {
  const { probability, family, words, score, displaced, phrases, passages } = verdict;
  const convert = offsetConverter(observed, unit);
  return {
    probability, family, words, score, displaced, phrases,
    passages: passages.map((passage) => passageWith(passage, convert)),
    ...(edits && { edits: edits.map((edit) => editWith(edit, convert)) }),
    ...(suggestions && { suggestions: suggestions.map((edit) => editWith(edit, convert)) }),
  };
}

/** As JSON. Nearly all documents are clean: theirs is put together by hand, in a third of the time. */
export function annotationJson(judgement: Judgement, observed: string, unit: OffsetUnit): string {
  const { verdict, edits, suggestions } = judgement;
  const bare = verdict.displaced.length + verdict.phrases.length + verdict.passages.length === 0 && verdict.family === 'none';
  if (!bare || edits !== undefined || suggestions !== undefined) return toJson(annotationOf(judgement, observed, unit));
  const { probability, words, score } = verdict;
  return `{"probability":${probability},"family":"none","words":${words},"score":${score},"displaced":[],"phrases":[],"passages":[]}`;
}

type Convert = (at: number) => number;

function passageWith({ start, end, family, probability }: Passage, convert: Convert): object {
  return { start: convert(start), end: convert(end), family, probability };
}

function editWith({ start, end, observed, replacement, type, probability, entry }: Edit, convert: Convert): object {
  return { start: convert(start), end: convert(end), observed, replacement, type, probability, entry };
}
