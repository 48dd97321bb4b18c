import { findDamage } from '../../src/damage/damage.js';
import { ROUND_TRIP } from '../../src/damage/judge.js';
import { phraseTable } from '../../src/damage/phrase-table.js';
import { lexiconOf } from '../../src/dictionary/dictionary.js';
import { createRestorer } from '../../src/index.js';
import { tokenize } from '../../src/text/tokenize.js';
import type { Mode } from '../../src/types.js';
import type { Gold } from '../gold.js';
import { addScores, score } from '../score.js';
import { SCORE_HEADING, scoreCells } from './figures.js';
import { formatTable, whole } from './table.js';

/** Families of marked rows that went through translation and back. */
const TRANSLATED: ReadonlySet<string> = new Set([ROUND_TRIP, 'back-translation']);

/** A document of marked rows. */
interface Marked {
  readonly family: string;
  readonly gold: Gold;
}

/**
 * What the damage of translation there and back comes to in the documents of that family: findings, and edits against the gold, as the library judges them
 * and where it is told the family. Empty where there is no such document.
 */
export function reportTranslated(documents: readonly Marked[], mode: Mode): string {
  const chosen = documents.filter(({ family }) => TRANSLATED.has(family));
  if (chosen.length === 0) return '';
  const heading = ['translated there and back', 'documents', 'seen as such', 'findings', 'edits', ...SCORE_HEADING];
  return `\n${formatTable(heading, [cells(chosen, mode, false), cells(chosen, mode, true)])}\n`;
}

function cells(documents: readonly Marked[], mode: Mode, assume: boolean): string[] {
  const restorer = createRestorer(assume ? { mode, assume: ROUND_TRIP } : { mode });
  const phrases = phraseTable(lexiconOf(undefined), ROUND_TRIP);
  const results = documents.map(({ gold }) => {
    const { edits, verdict } = restorer.restore(gold.text);
    const findings = findDamage(tokenize(gold.text), { assume, phrases });
    return { edits, verdict, findings, score: score(gold, edits) };
  });
  const sum = (count: (result: (typeof results)[number]) => number): number => results.reduce((total, result) => total + count(result), 0);
  return [
    assume ? 'told the family' : 'as judged',
    whole(documents.length),
    whole(sum(({ verdict }) => Number(verdict.family === ROUND_TRIP))),
    whole(sum(({ findings }) => findings.length)),
    whole(sum(({ edits }) => edits.length)),
    ...scoreCells(addScores(results.map((result) => result.score)), sum(({ verdict }) => verdict.words)),
  ];
}
