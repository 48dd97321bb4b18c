import type { Lexicon } from '../dictionary/lexicon.js';
import { standingKey, type Candidate } from './candidates.js';

/**
 * The channel as this document shows it, learnt from a first decoding. A spinner draws one variant per head and case shape and pastes it everywhere, which tells
 * two things. Of a head: what became of it elsewhere, it became here too; each outcome (a variant, or staying) is counted by its posterior and added to
 * the dictionary's shares, as a Dirichlet prior of weight `prior` would have it. Of an observed form: what it stands for elsewhere, it mostly
 * stands for here; the posteriors of its other occurrences are a second opinion, the stronger the more there are.
 */
export class DocumentChannel {
  private readonly ofHead = new Tally();
  private readonly ofForm = new Tally();
  private readonly prior: number;
  private readonly lexicon: Lexicon;

  constructor(lexicon: Lexicon, prior: number) {
    this.lexicon = lexicon;
    this.prior = prior;
  }

  /** Counts what the first decoding made of a sentence: candidates with their posteriors. */
  count(candidates: readonly Candidate[], posterior: Float64Array): void {
    candidates.forEach((candidate, i) => {
      this.ofHead.add(standingKey(candidate.head, candidate.shape), candidate.observedPhrase, posterior[i]!);
      this.ofForm.add(standingKey(candidate.observedPhrase, candidate.shape), candidate.head, posterior[i]!);
    });
  }

  /** Counts a token, a head or an observed form or both, that was kept with this probability. */
  countKept(phrase: number, shape: number, probability: number): void {
    this.ofHead.add(standingKey(phrase, shape), KEPT, probability);
    this.ofForm.add(standingKey(phrase, shape), KEPT, probability);
  }

  /** Counts one more place where the phrase stands. */
  countPlace(phrase: number, shape: number): void {
    this.ofForm.occurs(standingKey(phrase, shape));
  }

  /** Natural-log channel probability of a candidate whose own posterior was `own`. */
  channel(candidate: Candidate, own: number): number {
    const share = this.ofHead.blend(standingKey(candidate.head, candidate.shape), candidate.observedPhrase, candidate.share, own, this.prior);
    return Math.log(share) + candidate.bonus + this.ofForm.opinion(standingKey(candidate.observedPhrase, candidate.shape), candidate.head, own);
  }

  /** Natural-log probability of keeping a token that is a head (`isHead`) or an observed form. */
  kept(phrase: number, shape: number, isHead: boolean, own: number): number {
    const key = standingKey(phrase, shape);
    const stays = isHead ? Math.log(this.ofHead.blend(key, KEPT, 1 - this.lexicon.replaced[phrase]!, own, this.prior)) : 0;
    return stays + this.ofForm.opinion(key, KEPT, own);
  }
}

/** Outcome "kept as it was" beside the numbers of phrases. */
const KEPT = -1;
/** Occurrences at which the second opinion weighs half of what it ever will. */
const HALF = 2;
/** Least share that the second opinion grants to what it has not seen. */
const UNSEEN = 0.05;

/** Posteriors summed by what they are about and its outcome. */
class Tally {
  private readonly sums = new Map<number, Map<number, number>>();
  private readonly totals = new Map<number, number>();
  private readonly occurrences = new Map<number, number>();

  add(key: number, outcome: number, amount: number): void {
    let outcomes = this.sums.get(key);
    if (!outcomes) this.sums.set(key, (outcomes = new Map()));
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + amount);
    this.totals.set(key, (this.totals.get(key) ?? 0) + amount);
  }

  occurs(key: number): void {
    this.occurrences.set(key, (this.occurrences.get(key) ?? 0) + 1);
  }

  /** Share of an outcome: the dictionary's with weight `prior`, and what was counted elsewhere. */
  blend(key: number, outcome: number, share: number, own: number, prior: number): number {
    const count = Math.max(0, (this.sums.get(key)?.get(outcome) ?? 0) - own);
    return (prior * share + count) / (prior + Math.max(0, (this.totals.get(key) ?? 0) - own));
  }

  /** Natural log of the outcome's share among the other occurrences, weighed by their number. */
  opinion(key: number, outcome: number, own: number): number {
    const others = (this.occurrences.get(key) ?? 1) - 1;
    if (others <= 0) return 0;
    const share = Math.max(0, (this.sums.get(key)?.get(outcome) ?? 0) - own) / others;
    return (others / (others + HALF)) * Math.log(Math.min(1, share) + UNSEEN);
  }
}
