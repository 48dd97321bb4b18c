import type { Edit, EditEvidence } from '../types.js';
import { count, grouped, shownProbability } from './words.js';

/** Why an edit was made, in short sentences of plain text. */
export function evidenceOf({ replacement, evidence: { family, document, survivors, context, match, sources } }: Edit): string[] {
  const found = family === 'round-trip' ? 'a pattern of translation damage' : FOUND[match] ?? match;
  const looks = `the document looks paraphrased: probability ${shownProbability(document)}`;
  const borneOut = sources && sources.length > 0 ? [`borne out by ${count(sources.length, 'place')} in other texts on the story`] : [];
  if (family === 'round-trip' || match === 'markup') return [found, ...borneOut, looks];
  const left = survivors === 0 ? 'stands nowhere else in this case' : `was left standing ${count(survivors, 'time')}, which speaks against it`;
  return [found, `words around and dictionary: ${oddsOf(context)}`, `“${replacement}” ${left}`, ...borneOut, looks];
}

const FOUND: Readonly<Record<EditEvidence['match'], string>> = {
  exact: 'stands as listed',
  misspelt: 'a misspelt form of a listed one',
  joined: 'a listed form written as one word',
  split: 'a listed form written in two',
  markup: 'braces of a spinner’s template',
};

/** Natural-log odds as people say them: `3,600 to 1 for the replacement`. */
function oddsOf(context: number): string {
  const odds = Math.exp(Math.abs(context));
  if (odds < 1.05) return 'as likely kept as replaced';
  const shown = odds > 1e6 ? 'over a million' : odds < 10 ? odds.toFixed(1) : grouped(Number(odds.toPrecision(2)));
  return `${shown} to 1 ${context > 0 ? 'for' : 'against'} the replacement`;
}
