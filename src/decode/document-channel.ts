import type { Lexicon } from '../dictionary/lexicon.js';
import { standingKey, type Candidate } from './candidates.js';

/**
 * The channel as this document shows it, learnt from a first decoding. A spinner draws one variant per head and case shape and pastes it everywhere, which tells
 * two things. Of a head: what became of it elsewhere, it became here too; each outcome (a variant, or staying) is counted by its posterior and added to
 * the dictionary's shares, as a Dirichlet prior of weight `prior` would have it. Of an observed form: what it stands for elsewhere, it mostly
 * stands for here; the posteriors of its other occurrences are a second opinion, the stronger the more there are.
 *
 * Words, that is phrases in a case shape, are numbered as they come; so are the pairs of a head and the form it became.
 */
export class DocumentChannel {
  private readonly numbers = new Map<number, number>();
  /** Per word: probability with which it was kept, in sum; the same and that of all its variants, as a head; places where it stands. */
  private readonly kept: number[] = [];
  private readonly asHead: number[] = [];
  private readonly places: number[] = [];
  private readonly pairs = new Map<number, number>();
  /** Per pair: its posteriors in sum. */
  private readonly sums: number[] = [];
  /** Per candidate: its head, its form, its pair. */
  private readonly heads: Int32Array;
  private readonly forms: Int32Array;
  private readonly pairOf: Int32Array;
  private readonly candidates: readonly Candidate[];
  private readonly lexicon: Lexicon;
  private readonly prior: number;

  /** Counts what a first decoding made of the candidates: their posteriors. */
  constructor(lexicon: Lexicon, prior: number, candidates: readonly Candidate[], posterior: Float64Array) {
    this.lexicon = lexicon;
    this.prior = prior;
    this.candidates = candidates;
    this.heads = new Int32Array(candidates.length);
    this.forms = new Int32Array(candidates.length);
    this.pairOf = new Int32Array(candidates.length);
    candidates.forEach(({ head, observedPhrase, shape }, i) => {
      this.heads[i] = this.numberOf(head, shape);
      this.forms[i] = this.numberOf(observedPhrase, shape);
      this.pairOf[i] = this.pairNumber(this.heads[i]!, this.forms[i]!);
      this.asHead[this.heads[i]!]! += posterior[i]!;
      this.sums[this.pairOf[i]!]! += posterior[i]!;
    });
  }

  /** Counts one more place where the phrase stands. */
  countPlace(phrase: number, shape: number): void {
    this.places[this.numberOf(phrase, shape)]!++;
  }

  /** Counts a token, a head or an observed form or both, that was kept with this probability. */
  countKept(phrase: number, shape: number, probability: number): void {
    const word = this.numberOf(phrase, shape);
    this.kept[word]! += probability;
    this.asHead[word]! += probability;
  }

  /** Natural-log channel probability of candidate `i`, whose own posterior was `own`. */
  channel(i: number, own: number): number {
    const { share, bonus } = this.candidates[i]!;
    const elsewhere = Math.max(0, this.sums[this.pairOf[i]!]! - own);
    return Math.log(this.blend(this.heads[i]!, elsewhere, share, own)) + bonus + this.opinion(this.forms[i]!, elsewhere);
  }

  /** Natural-log probability of keeping a token that is a head (`isHead`) or an observed form, and was kept with probability `own`. */
  keeping(phrase: number, shape: number, isHead: boolean, own: number): number {
    const word = this.numberOf(phrase, shape);
    const elsewhere = Math.max(0, this.kept[word]! - own);
    const stays = isHead ? Math.log(this.blend(word, elsewhere, 1 - this.lexicon.replaced[phrase]!, own)) : 0;
    return stays + this.opinion(word, elsewhere);
  }

  /** Share of an outcome of a head: the dictionary's with the weight of the prior, and what was counted elsewhere. */
  private blend(head: number, elsewhere: number, share: number, own: number): number {
    return (this.prior * share + elsewhere) / (this.prior + Math.max(0, this.asHead[head]! - own));
  }

  /** Natural log of an outcome's share among the other occurrences of a form, weighed by their number. */
  private opinion(form: number, elsewhere: number): number {
    const others = Math.max(1, this.places[form]!) - 1;
    if (others <= 0) return 0;
    return (others / (others + HALF)) * Math.log(Math.min(1, elsewhere / others) + UNSEEN);
  }

  private numberOf(phrase: number, shape: number): number {
    const key = standingKey(phrase, shape);
    let number = this.numbers.get(key);
    if (number === undefined) {
      this.numbers.set(key, (number = this.kept.length));
      this.kept.push(0);
      this.asHead.push(0);
      this.places.push(0);
    }
    return number;
  }

  private pairNumber(head: number, form: number): number {
    const key = head * MOST_WORDS + form;
    let number = this.pairs.get(key);
    if (number === undefined) {
      this.pairs.set(key, (number = this.sums.length));
      this.sums.push(0);
    }
    return number;
  }
}

/** More words than a block of tokens can have. */
const MOST_WORDS = 2 ** 20;
/** Occurrences at which the second opinion weighs half of what it ever will. */
const HALF = 2;
/** Least share that the second opinion grants to what it has not seen. */
const UNSEEN = 0.05;
