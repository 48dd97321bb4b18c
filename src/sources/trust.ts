import { fold } from '../text/tokenize.js';
import type { Edit } from '../types.js';
import { differingFact, type Words } from './facts.js';
import type { Decision } from './joint.js';
import type { Witness } from './witness.js';

/** Beside spun texts: coefficients of the logit, fitted on simulated copies (`npm run evaluate -- --siblings` prints stated against true probability). */
const EDIT = { constant: -0.114, posterior: 0.358, supported: 0.917, plain: -1.358, agrees: -0.906, agreed: 2.383, contradicts: 0.688, contradicted: -1.789 };
const KEEP = { constant: -0.194, posterior: 0.412, contradicts: 1.793, contradicted: -4.244 };
/** Log odds beyond which posteriors tell nothing more. */
const LEAST_ODDS = -2;
const MOST_ODDS = 8;

/** Beside clean text: what words are worth that the dictionary lists for the clean ones, and what others are. */
const LISTED = 0.97;
const UNLISTED = 0.9;
/** Tokens close by that must agree before a clean text is believed, for listed words and for others. */
const LEAST_AGREEMENT = 2;
const CLOSE_AGREEMENT = 5;
/** Share of the shorter sentence that spun copies must have in common before one is believed on words that the dictionary does not list for both. */
const RELATED = 0.4;
/** Likeness of sentences that are nearly one. */
export const NEARLY_ONE = 0.55;

/**
 * Probability that the likeliest reading of a decision is right; `alone` are the edits that the text by itself gave for the same place. Undefined where
 * the other texts are no ground for deciding: too little around agrees, or what differs is a fact.
 */
export function trustIn(decision: Decision, observed: Words, alone: readonly Edit[]): number | undefined {
  const clean = decision.witnesses.filter(({ copy }) => copy.family < 0);
  if (clean.length > 0) return trustInClean(decision, observed, clean);
  const best = decision.readings[0]!;
  if (!isBorneOut(decision, observed)) return undefined;
  const odds = Math.max(LEAST_ODDS, Math.min(MOST_ODDS, Math.log(best.posterior / Math.max(1e-9, 1 - best.posterior))));
  const stated = Math.max(0, ...alone.map(({ probability }) => probability));
  if (decision.keeps) return logistic(KEEP.constant + KEEP.posterior * odds + (stated > 0 ? KEEP.contradicts + KEEP.contradicted * stated : 0));
  const agrees = alone.length === 1 && endsAlike(alone[0]!, best.text);
  const rival = agrees ? EDIT.agrees + EDIT.agreed * stated : stated > 0 ? EDIT.contradicts + EDIT.contradicted * stated : 0;
  return logistic(EDIT.constant + EDIT.posterior * odds + (best.support > 1 ? EDIT.supported : 0) + (best.plain ? EDIT.plain : 0) + rival);
}

/** Whether spun copies agree enough around the place: much for a wording that the dictionary does not list for both, which must be no fact either. */
function isBorneOut({ readings, witnesses }: Decision, observed: Words): boolean {
  const { listed, support } = readings[0]!;
  const agreement = Math.max(...witnesses.map((witness) => witness.agreement));
  if (listed && support > 1) return agreement >= 1;
  const related = witnesses.some(({ likeness }) => likeness >= RELATED);
  return related && agreement >= CLOSE_AGREEMENT - 1 && (listed || !witnesses.some((witness) => differingFact(observed, placeOf(witness))));
}

function trustInClean({ readings, keeps }: Decision, observed: Words, clean: readonly Witness[]): number | undefined {
  const best = readings[0]!;
  const showing = clean.filter(({ folded }) => folded === fold(best.text));
  const agreement = Math.max(0, ...showing.map((witness) => witness.agreement));
  if (agreement < LEAST_AGREEMENT) return undefined;
  if (keeps || best.listed) return LISTED;
  if (showing.some((witness) => differingFact(observed, placeOf(witness)))) return undefined;
  return agreement >= CLOSE_AGREEMENT && showing.some(({ likeness, isAlone }) => likeness >= NEARLY_ONE && isAlone) ? UNLISTED : undefined;
}

/** The words of a witness in their text. */
export function placeOf({ copy, from, to }: Witness): Words {
  return { tokens: copy.document.tokens, from, to };
}

/** Whether the edit puts the wording there, be it with an article before it. */
function endsAlike({ replacement }: Edit, wording: string): boolean {
  const put = fold(replacement);
  return put === fold(wording) || put.endsWith(` ${fold(wording)}`);
}

function logistic(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}
