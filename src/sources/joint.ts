import type { Lexicon } from '../dictionary/lexicon.js';
import type { Copy } from './copy.js';
import type { Fluency } from './fluency.js';
import { LONGEST_STRETCH, witnessesOf, wordingsOf, type Partner, type Witness, type Wording } from './witness.js';

/** What the joint reading of several texts weighs; natural logarithms. Tuned on simulated copies (`npm run evaluate -- --siblings`). */
export interface JointWeights {
  /** Factor on log probabilities of the context model. */
  readonly context: number;
  /** Factor on the log probability that the spinner pastes the observed words for a wording. */
  readonly share: number;
  /** Added for each time the wording stands elsewhere in a text that shows other words here, up to three. */
  readonly survivor: number;
  /** Of words in a spun text that the dictionary does not list for a wording. */
  readonly unlisted: number;
  /** Of words in a clean text that are not the wording. */
  readonly strange: number;
  /** What a text is worth that shows the very words of another: they may have them from one list. */
  readonly repeated: number;
  /** Factor on the log probability that a spinner leaves a wording. */
  readonly kept: number;
}

export const JOINT: JointWeights = { context: 0.8, share: 0.4, survivor: -0.2, unlisted: -8, strange: -20, repeated: 0.25, kept: 1 };

/** A wording that a stretch may have had. */
export interface Reading {
  readonly text: string;
  /** Phrase number and entry that lead to it from the words of some text; -1 where the dictionary has none. */
  readonly phrase: number;
  readonly entry: number;
  /** Posterior among the readings of the stretch; over-confident (see trust.ts). */
  readonly posterior: number;
  /** Texts, this one included, that show it or words that the dictionary lists for it. */
  readonly support: number;
  /** Whether this text does. */
  readonly listed: boolean;
  /** Whether some text shows it as it stands. */
  readonly plain: boolean;
}

/** What the texts together say of a stretch of tokens. */
export interface Decision {
  readonly from: number;
  readonly to: number;
  /** Likeliest first, keeping among them. */
  readonly readings: readonly Reading[];
  /** Whether the likeliest is what stands there. */
  readonly keeps: boolean;
  /** Natural-log odds of the likeliest reading against keeping. */
  readonly gain: number;
  /** The words of the other texts. */
  readonly witnesses: readonly Witness[];
}

/** A stretch of tokens. */
export type TokenSpan = readonly [from: number, to: number];

/** A text's sentence and what stands beside it. */
export interface Reader {
  readonly copy: Copy;
  readonly sentence: number;
  readonly partners: readonly Partner[];
  readonly lexicon: Lexicon;
  readonly weights: JointWeights;
}

/** A stretch to be decided: everything but the words around it is weighed. */
export interface Case {
  readonly witnesses: readonly Witness[];
  /** What it may have been; the words as found come first. */
  readonly weighed: readonly Weighed[];
}

/** A wording weighed. */
export interface Weighed {
  readonly wording: Wording;
  /** Natural-log probability that the texts show what they show. */
  readonly log: number;
  /** Spun texts that show the wording itself. */
  readonly left: number;
  readonly support: number;
  readonly listed: boolean;
  readonly plain: boolean;
}

/** What the stretches of a sentence may have been in which other texts have other words, and the `claimed` ones where a clean text stands beside. */
export function weighSentence(reader: Reader, claimed: readonly TokenSpan[]): Case[] {
  return spansOf(reader, claimed).flatMap(([from, to]) => {
    const witnesses = witnessesOf(reader.copy, reader.sentence, reader.partners, from, to);
    return isTelling(witnesses) ? [{ witnesses, weighed: wordingsOf(witnesses, reader.lexicon).map((wording) => weighChannel(wording, witnesses, reader)) }] : [];
  });
}

/**
 * Decides the stretches of a sentence with the words around them; in order, none overlap. `plain` is added where a spun text shows the wording itself: how
 * much more readily than others its spinner leaves words.
 */
export function decideSentence(cases: readonly Case[], fluency: Fluency, plain: number, { context }: JointWeights): Decision[] {
  const decisions = cases.map((item) => decide(item, fluency, plain, context));
  decisions.sort((a, b) => b.gain - a.gain || b.to - b.from - (a.to - a.from) || a.from - b.from);
  const chosen: Decision[] = [];
  for (const decision of decisions) if (chosen.every((other) => other.to <= decision.from || other.from >= decision.to)) chosen.push(decision);
  return chosen.sort((a, b) => a.from - b.from);
}

/** The stretches worth reading: the parts that differ, the phrases of the dictionary that reach into one, and beside clean text those claimed. */
function spansOf({ copy, sentence, partners }: Reader, claimed: readonly TokenSpan[]): TokenSpan[] {
  const { from: start, to: end, stretches } = copy.sentence(sentence);
  const { gap } = copy.document.tokens;
  const differences = partners.flatMap(({ correspondence }) => correspondence.differences.map(({ left }) => left));
  const beside = partners.some((partner) => partner.copy.family < 0) ? claimed.filter(([from, to]) => from >= start && to <= end) : [];
  const spans = new Map<number, TokenSpan>();
  for (const span of [...differences, ...stretches.map(({ from, to }): TokenSpan => [from, to]), ...beside]) {
    const [from, to] = span;
    // Half of a word such as "isn't" is never read alone.
    if (from === to || to - from > LONGEST_STRETCH || (from > start && gap[from] === 0)) continue;
    if (beside.includes(span) || differences.some((other) => other[0] < to && from < other[1])) spans.set((from - start) * (LONGEST_STRETCH + 1) + to - from, span);
  }
  return [...spans.values()];
}

/** Whether another text has other words, or a clean one any. */
function isTelling(witnesses: readonly Witness[]): boolean {
  const own = witnesses[0]!.folded;
  return witnesses.some(({ copy, folded }, i) => i > 0 && (copy.family < 0 || folded !== own));
}

/** What the words of all texts say of a wording: how probably each would show what it shows. */
function weighChannel(wording: Wording, witnesses: readonly Witness[], { lexicon, weights }: Reader): Weighed {
  let log = 0;
  let left = 0;
  let support = 0;
  let plain = false;
  let listed = false;
  for (const witness of witnesses) {
    const isClean = witness.copy.family < 0;
    const shows = witness.folded === wording.folded;
    const known = !shows ? pastedLog(witness, wording, weights) : isClean || wording.phrase < 0 ? 0 : weights.kept * Math.log(1 - lexicon.replaced[wording.phrase]!);
    const worth = witness.repeats ? weights.repeated : 1;
    log += (known ?? (isClean ? weights.strange : weights.unlisted)) * worth;
    if (shows && !isClean) left += worth;
    plain ||= shows;
    listed ||= known !== undefined && witness === witnesses[0];
    if (known !== undefined) support++;
  }
  return { wording, log, left, support, listed, plain };
}

/** Natural-log probability that the text shows its words in the place of the wording; undefined where the dictionary does not list them. */
function pastedLog({ copy, stretches }: Witness, { phrase }: Wording, weights: JointWeights): number | undefined {
  let best: number | undefined;
  for (const { meanings, shape } of stretches) {
    for (const { intended, share } of meanings) {
      if (intended !== phrase) continue;
      const log = weights.share * Math.log(share) + weights.survivor * Math.min(3, copy.survivors(intended, shape));
      best = best === undefined ? log : Math.max(best, log);
    }
  }
  return best;
}

/** Readings this much less likely by the channel alone (natural log) are not asked for their fluency. */
const NEGLIGIBLE = 15;

function decide({ witnesses, weighed }: Case, fluency: Fluency, plain: number, context: number): Decision {
  const { from, to } = witnesses[0]!;
  const channel = weighed.map(({ log, left }) => log + left * plain);
  const most = Math.max(...channel);
  const scored = weighed.flatMap((item, i) => {
    if (i > 0 && channel[i]! < most - NEGLIGIBLE) return [];
    return [{ item, score: channel[i]! + context * fluency.log(from, to, fluency.language.hashesOf(item.wording.text)) }];
  });
  const keep = scored[0]!;
  scored.sort((a, b) => b.score - a.score || (a.item.wording.text < b.item.wording.text ? -1 : 1));
  const best = scored[0]!.score;
  const sum = scored.reduce((total, { score }) => total + Math.exp(score - best), 0);
  const readings = scored.map(({ item: { wording: { text, phrase }, support, listed, plain: isPlain }, score }): Reading => ({
    text, phrase, entry: entryOf(witnesses, phrase), posterior: Math.exp(score - best) / sum, support, listed, plain: isPlain,
  }));
  return { from, to, readings, keeps: scored[0] === keep, gain: best - keep.score, witnesses: witnesses.slice(1) };
}

/** The entry that leads to the wording, from the words of the first text that has one. */
function entryOf(witnesses: readonly Witness[], phrase: number): number {
  for (const { stretches } of witnesses) {
    for (const { meanings } of stretches) {
      const found = meanings.find(({ intended }) => intended === phrase);
      if (found) return found.entry;
    }
  }
  return -1;
}
