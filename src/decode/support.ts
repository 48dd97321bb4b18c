import type { Lexicon } from '../dictionary/lexicon.js';
import type { Tokens } from '../text/tokenize.js';
import { candidatesNear, type Candidate } from './candidates.js';
import type { Decision } from './lattice.js';
import { wordingOf } from './choose.js';

/**
 * How probable the chosen wordings are, counting every derivation of the same words: "final yr" is last year as one phrase and as two words, and
 * the probability of the restored text is the sum of both. One number per chosen candidate.
 */
export function supports(decision: Decision, candidates: readonly Candidate[], tokens: Tokens, lexicon: Lexicon): number[] {
  const wordings: (string | undefined)[] = new Array(candidates.length);
  const wording = (i: number): string => (wordings[i] ??= wordingOf(candidates[i]!, lexicon));
  const chosenAt = new Map<number, number>();
  for (const number of decision.chosen) for (let i = candidates[number]!.from; i < candidates[number]!.to; i++) chosenAt.set(i, number);
  const token = (i: number): string => tokens.text.slice(tokens.start[i], tokens.end[i]);
  return decision.chosen.map((number) => {
    const chosen = candidates[number]!;
    const wanted = wording(number);
    let sum = 0;
    const near = candidatesNear(candidates, chosen.from, chosen.to);
    for (const i of near) {
      const other = candidates[i]!;
      if (other.from === chosen.from && other.to === chosen.to) sum += wording(i) === wanted ? decision.posterior[i]! : 0;
      else if (other.from <= chosen.from && other.to >= chosen.to && wording(i) === restored(other.from, other.to)) sum += decision.posterior[i]!;
    }
    return Math.min(1, sum + composed(chosen, wanted, near));
  });

  /** The words of the best path over a span, or nothing where a chosen candidate crosses its ends. */
  function restored(from: number, to: number): string | undefined {
    const words: string[] = [];
    for (let i = from; i < to; ) {
      const number = chosenAt.get(i);
      const chosen = number === undefined ? undefined : candidates[number]!;
      if (chosen && (chosen.from < from || chosen.to > to)) return undefined;
      words.push(number === undefined ? token(i) : wording(number));
      i = chosen ? chosen.to : i + 1;
    }
    return words.join(' ');
  }

  /** Probability of the likeliest way to spell the wording of a chosen phrase from smaller candidates and kept words. */
  function composed(whole: Candidate, wanted: string, near: readonly number[]): number {
    if (whole.to - whole.from < 2) return 0;
    const rest = (i: number, left: string): number => {
      if (i === whole.to) return left === '' ? 1 : 0;
      let best = 0;
      const kept = token(i);
      if (startsWithWord(left, kept)) best = rest(i + 1, left.slice(kept.length).trimStart());
      for (const k of near) {
        const part = candidates[k]!;
        if (part.from !== i || part.to > whole.to || (part.from === whole.from && part.to === whole.to) || !startsWithWord(left, wording(k))) continue;
        best = Math.max(best, Math.min(decision.posterior[k]!, rest(part.to, left.slice(wording(k).length).trimStart())));
      }
      return best;
    };
    const probability = rest(whole.from, wanted);
    return probability === 1 ? 0 : probability;
  }
}

function startsWithWord(text: string, word: string): boolean {
  return text.startsWith(word) && (text.length === word.length || text[word.length] === ' ' || text[word.length] === "'");
}
