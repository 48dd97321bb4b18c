import type { FactFinding, SourceSpan } from '../types.js';
import type { Difference } from './align.js';
import type { Copy } from './copy.js';
import { differingFact } from './facts.js';
import type { Stretch } from './readings.js';
import { NEARLY_ONE } from './trust.js';
import { REACH, type Partner, type Witness } from './witness.js';

/** Where a stretch of another text lies, for the reader. */
export type SourceOf = (place: Pick<Witness, 'text' | 'copy' | 'from' | 'to'>) => SourceSpan;

/** Tokens close by that must agree before a difference is one of fact. */
const LEAST_AGREEMENT = 5;
/** Words of a difference that is taken for one of fact; longer ones are rewordings. */
const LONGEST_FACT = 4;

/** The facts in which a sentence differs from that of a reference which is nearly the same otherwise. */
export function findFacts(copy: Copy, sentence: number, partners: readonly Partner[], sourceOf: SourceOf): FactFinding[] {
  const nearest = partners.find((partner) => partner.copy.family < 0 && partner.correspondence.likeness >= NEARLY_ONE);
  if (!nearest) return [];
  return nearest.correspondence.differences.flatMap((difference) => findingOf(copy, sentence, nearest, difference, sourceOf));
}

function findingOf(copy: Copy, sentence: number, partner: Partner, difference: Difference, sourceOf: SourceOf): FactFinding[] {
  const { left: [from, to], right } = withNeighbour(copy, sentence, partner, difference);
  const length = Math.max(to - from, right[1] - right[0]);
  if (from === to || right[0] === right[1] || length > LONGEST_FACT || partner.correspondence.agreement(from, to, REACH) < LEAST_AGREEMENT) return [];
  const kind = differingFact({ tokens: copy.document.tokens, from, to }, { tokens: partner.copy.document.tokens, from: right[0], to: right[1] });
  if (!kind || isListed(copy.stretchesAt(sentence, from, to), partner.copy.stretchesAt(partner.sentence, ...right))) return [];
  const { start, end } = copy.document.tokens;
  const source = sourceOf({ text: partner.text, copy: partner.copy, from: right[0], to: right[1] });
  return [{ kind, start: start[from]!, end: end[to - 1]!, observed: copy.words(from, to), stated: partner.copy.words(...right), source }];
}

/** A word that only one side has, with the word before it, so that both sides have something to show. */
function withNeighbour(copy: Copy, sentence: number, partner: Partner, { left, right }: Difference): Difference {
  const isOneSided = left[0] === left[1] || right[0] === right[1];
  const hasNeighbour = left[0] > copy.sentence(sentence).from && right[0] > partner.copy.sentence(partner.sentence).from;
  return isOneSided && hasNeighbour ? { left: [left[0] - 1, left[1]], right: [right[0] - 1, right[1]] } : { left, right };
}

/** Whether the dictionary explains the difference. */
function isListed(own: readonly Stretch[], reference: readonly Stretch[]): boolean {
  const wanted = new Set(reference.map(({ phrase }) => phrase));
  return own.some(({ meanings }) => meanings.some(({ intended }) => wanted.has(intended)));
}
