import type { Lexicon } from '../dictionary/lexicon.js';
import { SHAPE_LOWER, findMatches, spelledRight, type Match } from '../match/find.js';
import { GAP_HYPHEN } from '../text/characters.js';
import type { Tokens } from '../text/tokenize.js';

/** A reading of a stretch of tokens: what it may have stood for. */
export interface Candidate {
  /** Half-open span in tokens. */
  readonly from: number;
  readonly to: number;
  readonly shape: number;
  /** Number of the entry in the lexicon. */
  readonly entry: number;
  readonly head: number;
  readonly observedPhrase: number;
  /** Probability that the spinner, having met the head, pastes the observed words; from the dictionary. */
  readonly share: number;
  /** Natural logarithm of what the channel says here: the share, and what the document adds to it. */
  readonly channel: number;
}

/** What the document says of each phrase: how often it stands, by case shape. */
export type Standing = ReadonlyMap<number, number>;

/** Key of a phrase and shape in {@link Standing}. */
export function standingKey(phrase: number, shape: number): number {
  return phrase * 4 + shape;
}

/** Everything the dictionary knows about a document's tokens. */
export interface Readings {
  readonly matches: readonly Match[];
  readonly candidates: readonly Candidate[];
  readonly standing: Standing;
}

/** Weights of the channel; learned on simulated text (see tools/tune.ts). */
export interface ChannelWeights {
  /** Factor on the log probability that the spinner pastes the variant for the head. */
  readonly share: number;
  /** Factor on the channel probability for each occurrence of the head left standing, up to three. */
  readonly survivor: number;
}

/** Finds the matches of a whole document, and the candidates of one family in the sentences that may be edited. */
export function readDocument(
  tokens: Tokens, lexicon: Lexicon, family: number, mayEdit: (token: number) => boolean, weights: ChannelWeights,
): Readings {
  const matches = findMatches(tokens, lexicon, 0, tokens.count);
  const standing = new Map<number, number>();
  for (const match of matches) {
    if (lexicon.headStart[match.phrase] === lexicon.headStart[match.phrase + 1]) continue;
    const key = standingKey(match.phrase, match.shape);
    standing.set(key, (standing.get(key) ?? 0) + 1);
  }
  const candidates: Candidate[] = [];
  for (const match of matches) {
    const { pairStart, pairs, entries } = lexicon;
    const first = pairStart[match.phrase]!;
    const last = pairStart[match.phrase + 1]!;
    if (first === last || !mayEdit(match.from) || isGuarded(tokens, match) || !spelledRight(tokens, lexicon, match)) continue;
    for (let at = first; at < last; at++) {
      const entry = pairs.entry[at]!;
      if (entries[entry]!.family !== family || isBlocked(matches, lexicon, match, entry)) continue;
      const { head } = entries[entry]!;
      const survivors = Math.min(3, standing.get(standingKey(head, match.shape)) ?? 0);
      candidates.push({
        from: match.from, to: match.to, shape: match.shape, entry, head, observedPhrase: match.phrase,
        share: pairs.share[at]!,
        channel: Math.log(pairs.share[at]!) * weights.share + survivors * Math.log(weights.survivor),
      });
    }
  }
  return { matches, candidates, standing };
}

/** Places no spinner touches: lower-case words at a hyphen, and words inside addresses, handles and code. */
function isGuarded(tokens: Tokens, match: Match): boolean {
  const before = tokens.gap[match.from]!;
  const after = match.to < tokens.count ? tokens.gap[match.to]! : 0;
  if (match.shape === SHAPE_LOWER && ((before | after) & GAP_HYPHEN) !== 0) return true;
  const { text } = tokens;
  const start = tokens.start[match.from]!;
  const end = tokens.end[match.to - 1]!;
  const left = start > 0 ? text[start - 1]! : ' ';
  const right = end < text.length ? text[end]! : ' ';
  if ('@#/\\_=&~'.includes(left) || '@/\\_=&~'.includes(right)) return true;
  return (left === '.' && /\S/.test(text[start - 2] ?? ' ')) || (right === '.' && /[\p{L}\p{N}]/u.test(text[end + 1] ?? ' '));
}

/** Whether a longer phrase, in which the entry's observed form stays, covers the match. */
function isBlocked(matches: readonly Match[], lexicon: Lexicon, match: Match, entry: number): boolean {
  if (lexicon.blockers.size === 0) return false;
  return matches.some((other) => other.from <= match.from && other.to >= match.to && (lexicon.blockers.get(other.phrase)?.includes(entry) ?? false));
}
