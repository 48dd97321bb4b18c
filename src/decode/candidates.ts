import type { Lexicon } from '../dictionary/lexicon.js';
import { SHAPE_LOWER, findMatches, spelledRight, type Match } from '../match/find.js';
import { articleFor } from '../rewrite/agree.js';
import { GAP_HYPHEN } from '../text/characters.js';
import { findNearMatches, type NearKind, type NearMatch } from '../match/variants.js';
import { isUsedAs } from '../text/grammar.js';
import { startsSentence } from '../text/sentences.js';
import type { Tokens } from '../text/tokenize.js';
import { brokenArticle } from './articles.js';

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
  /** Whether the observed words are those of the dictionary, or nearly. */
  readonly kind: 'exact' | NearKind;
  /** Probability that the spinner, having met the head, pastes the observed words; from the dictionary. */
  readonly share: number;
  /** Natural logarithm of what the channel says here: the share, and what the document adds to it. */
  readonly channel: number;
  /** The part of it that does not come from the share. */
  readonly bonus: number;
}

/** Tokens of the longest phrase that an observed form or a head may have. */
const LONGEST_PHRASE = 16;

/** Numbers of the candidates that touch the span `from` to `to`, of a list sorted by start. */
export function candidatesNear(candidates: readonly Candidate[], from: number, to: number): number[] {
  let low = 0;
  let high = candidates.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (candidates[middle]!.from < from - LONGEST_PHRASE) low = middle + 1;
    else high = middle;
  }
  const near: number[] = [];
  for (let i = low; i < candidates.length && candidates[i]!.from < to; i++) if (candidates[i]!.to > from) near.push(i);
  return near;
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
  /** Added for a name of several words that stands nowhere in clean news in its spun form. */
  readonly brokenName: number;
  /** Added for an entry that the user wrote: there is a reason for it that the packaged counts do not know. */
  readonly own: number;
  /** Added to whatever does not fit an article that the words after it do not fit either: keeping them, or a head of the wrong sound. */
  readonly brokenArticle: number;
}

/** What a near-miss of a listed form is worth against the form itself. */
const NEAR: Readonly<Record<NearKind, number>> = { misspelt: 0.2, joined: 0.3, split: 0.1 };

/** Tokens to either side that the tagger is shown at most. */
const REACH = 60;

/** Candidates per observed phrase: rarer readings than this many never win. */
const MOST_CANDIDATES = 5;
/** Least probability of a candidate against the likeliest of its phrase, before context. */
const LEAST_PRIOR = 0.002;

/** Finds the matches of the tokens `from` to `to`, and the candidates of one family in the sentences that may be edited. */
export function readDocument(
  tokens: Tokens, lexicon: Lexicon, family: number, mayEdit: (token: number) => boolean, isWord: (hash: number) => boolean, weights: ChannelWeights,
  from = 0, to: number = tokens.count,
): Readings {
  const matches = findMatches(tokens, lexicon, from, to);
  const near = findNearMatches(tokens, lexicon, from, to, isWord);
  const standing = new Map<number, number>();
  for (const match of matches) {
    if (lexicon.headStart[match.phrase] === lexicon.headStart[match.phrase + 1]) continue;
    const key = standingKey(match.phrase, match.shape);
    standing.set(key, (standing.get(key) ?? 0) + 1);
  }
  const blocking = coverOf(matches.filter((match) => lexicon.blockers.has(match.phrase)));
  const candidates: Candidate[] = [];
  for (const match of near.length === 0 ? matches : [...matches, ...near].sort((a, b) => a.from - b.from || a.to - b.to)) {
    if (lexicon.pairStart[match.phrase] === lexicon.pairStart[match.phrase + 1] || !mayEdit(match.from)) continue;
    const kind = 'kind' in match ? (match as NearMatch).kind : 'exact';
    if (isGuarded(tokens, match) || (kind === 'exact' && !spelledRight(tokens, lexicon, match))) continue;
    const blocked = blockedBy(blocking.get(match.from), match, lexicon);
    const article = brokenArticle(tokens, match.from);
    for (const { entry, share } of likeliestPairs(lexicon, match.phrase, family)) {
      if (blocked.includes(entry) || !posFits(tokens, lexicon, match, entry)) continue;
      const head = lexicon.entries.head[entry]!;
      const survivors = Math.min(3, standing.get(standingKey(head, match.shape)) ?? 0);
      const likely = kind === 'exact' ? share : share * NEAR[kind];
      const misfit = article !== undefined && articleFor(lexicon.textOf(head)) !== article;
      const own = lexicon.entries.own[entry] === 1 ? weights.own : 0;
      const bonus = own + (isBrokenName(lexicon, match.phrase) ? weights.brokenName : 0) + (misfit ? weights.brokenArticle : 0);
      const channel = Math.log(likely) * weights.share + survivors * Math.log(weights.survivor) + bonus;
      candidates.push({ from: match.from, to: match.to, shape: match.shape, entry, head, observedPhrase: match.phrase, kind, share: likely, channel, bonus });
    }
  }
  return { matches, candidates, standing };
}

const NOTHING: readonly number[] = [];

/** Entries that the phrases around a match keep from firing there. */
function blockedBy(covering: readonly Match[] | undefined, match: Match, lexicon: Lexicon): readonly number[] {
  return covering === undefined ? NOTHING : covering.filter((other) => other.to >= match.to).flatMap((other) => lexicon.blockers.get(other.phrase)!);
}

/** The matches that cover each token. */
function coverOf(matches: readonly Match[]): Map<number, Match[]> {
  const cover = new Map<number, Match[]>();
  for (const match of matches) {
    for (let token = match.from; token < match.to; token++) cover.set(token, [...(cover.get(token) ?? []), match]);
  }
  return cover;
}

const pairCache = new WeakMap<Lexicon, Map<number, readonly { entry: number; share: number }[]>>();

/** The pairs of one family worth weighing for an observed phrase: the likeliest before context is looked at. */
function likeliestPairs(lexicon: Lexicon, phrase: number, family: number): readonly { entry: number; share: number }[] {
  let cache = pairCache.get(lexicon);
  if (!cache) pairCache.set(lexicon, (cache = new Map()));
  const key = phrase * lexicon.families.length + family;
  let list = cache.get(key);
  if (!list) {
    const { pairStart, pairs, entries, rates } = lexicon;
    const rows = [];
    for (let at = pairStart[phrase]!; at < pairStart[phrase + 1]!; at++) {
      const entry = pairs.entry[at]!;
      if (entries.family[entry] === family) rows.push({ entry, share: pairs.share[at]!, prior: pairs.share[at]! * rates[entries.head[entry]!]! });
    }
    rows.sort((a, b) => b.prior - a.prior || a.entry - b.entry);
    const least = (rows[0]?.prior ?? 0) * LEAST_PRIOR;
    cache.set(key, (list = rows.slice(0, MOST_CANDIDATES).filter(({ prior }) => prior >= least)));
  }
  return list;
}

/** A name of several words whose spun form was never met in clean news: standing there at all is evidence that no context model of single words has. */
function isBrokenName(lexicon: Lexicon, phrase: number): boolean {
  return lexicon.lengths[phrase]! > 1 && lexicon.rates[phrase] === lexicon.leastRate && lexicon.cased[phrase] === 1;
}

/** Marks of a web or mail address, a path or a query in a run of characters without spaces. */
const ADDRESS = /:\/\/|www\.|@|[?&][\w-]+=|[\w\u00c0-\uffff]\.[\w\u00c0-\uffff]+(?:[/?#:]|$)/;
/** Characters to either side that are looked at. */
const RUN = 200;

/** White space as regular expressions have it. */
function isSpace(unit: number): boolean {
  return unit <= 32 ? unit === 32 || (unit >= 9 && unit <= 13) : unit >= 160 && /\s/.test(String.fromCharCode(unit));
}

/** The run of characters without white space around a span. */
function runAround(text: string, start: number, end: number): string {
  let from = start;
  let to = end;
  while (from > 0 && start - from < RUN && !isSpace(text.charCodeAt(from - 1))) from--;
  while (to < text.length && to - end < RUN && !isSpace(text.charCodeAt(to))) to++;
  return text.slice(from, to).replace(/[.,;:!?"'\u2019\u201d)\]]+$/u, '');
}

/** Whether the observed words are the part of speech that the entry asks for, if it asks. */
function posFits(tokens: Tokens, lexicon: Lexicon, match: Match, entry: number): boolean {
  if (lexicon.entries.pos[entry] === 0) return true;
  const pos = lexicon.posOf(entry)!;
  let first = match.from;
  let last = match.to;
  while (first > 0 && match.from - first < REACH && !startsSentence(tokens, first)) first--;
  while (last < tokens.count && last - match.to < REACH && !startsSentence(tokens, last)) last++;
  const offset = tokens.start[first]!;
  const sentence = tokens.text.slice(offset, last < tokens.count ? tokens.start[last] : tokens.text.length);
  return isUsedAs(sentence, tokens.start[match.from]! - offset, tokens.end[match.to - 1]! - offset, pos);
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
  if (left === ' ' && (right === ' ' || ('.,;:!?'.includes(right) && isSpace(end + 1 < text.length ? text.charCodeAt(end + 1) : 32)))) return false;
  if ('@#/\\_=&~'.includes(left) || '@/\\_=&~'.includes(right)) return true;
  return ADDRESS.test(runAround(text, start, end));
}
