import type { Lexicon } from '../dictionary/lexicon.js';
import { standingKey, type Candidate } from './candidates.js';

/**
 * The channel as this document shows it. A spinner draws one variant per head and case shape and pastes it everywhere, so what a first decoding found for
 * a head tells what became of its other occurrences: each outcome of a head (a variant, or staying) is counted by its posterior and added to
 * the dictionary's shares, as a Dirichlet prior of weight `prior` would have it.
 */
export class DocumentChannel {
  private readonly outcomes = new Map<number, number>();
  private readonly totals = new Map<number, number>();
  private readonly prior: number;
  private readonly lexicon: Lexicon;

  constructor(lexicon: Lexicon, prior: number) {
    this.lexicon = lexicon;
    this.prior = prior;
  }

  /** Counts what the first decoding made of a sentence: candidates with their posteriors. */
  count(candidates: readonly Candidate[], posterior: Float64Array): void {
    candidates.forEach((candidate, i) => {
      add(this.totals, standingKey(candidate.head, candidate.shape), posterior[i]!);
      add(this.outcomes, this.key(candidate), posterior[i]!);
    });
  }

  /** Counts a head that was kept with this probability. */
  countKept(head: number, shape: number, probability: number): void {
    add(this.totals, standingKey(head, shape), probability);
    add(this.outcomes, keptKey(head, shape), probability);
  }

  /** Probability that the head became this candidate's observed phrase; its own posterior `own` is not counted for it. */
  share(candidate: Candidate, share: number, own: number): number {
    return this.blend(this.outcomes.get(this.key(candidate)) ?? 0, this.totals.get(standingKey(candidate.head, candidate.shape)) ?? 0, share, own);
  }

  /** Probability that the head was left standing. */
  kept(head: number, shape: number, own: number): number {
    const share = 1 - this.lexicon.replaced[head]!;
    return this.blend(this.outcomes.get(keptKey(head, shape)) ?? 0, this.totals.get(standingKey(head, shape)) ?? 0, share, own);
  }

  private blend(count: number, total: number, share: number, own: number): number {
    return (this.prior * share + Math.max(0, count - own)) / (this.prior + Math.max(0, total - own));
  }

  private key(candidate: Candidate): number {
    return (candidate.head * 4 + candidate.shape) * 65536 * 2 + candidate.observedPhrase;
  }
}

function keptKey(head: number, shape: number): number {
  return (head * 4 + shape) * 65536 * 2 + 65536 * 2 - 1;
}

function add(counts: Map<number, number>, key: number, amount: number): void {
  counts.set(key, (counts.get(key) ?? 0) + amount);
}
