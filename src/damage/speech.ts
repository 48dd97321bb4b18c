import { GAP_PAUSE, GAP_SPACE } from '../text/characters.js';
import { LOWER, NUMERIC } from '../text/tokenize.js';
import { gapBefore, type Prose } from './prose.js';

/** "…, Dahl said at a news conference": where the words behind a comma say who spoke. */
export interface Attribution {
  /** First token of the attribution; the comma stands before it. */
  readonly from: number;
  /** The verb of saying. */
  readonly verb: number;
  /** First token behind the attribution and its tail. */
  readonly to: number;
}

const SAYING = new Set(
  ('said says explained added insisted argued noted warned continued stressed replied asked wrote claimed declared stated ' +
    'recalled concluded acknowledged commented emphasized emphasised observed remarked admitted complained joked suggested ' +
    'reiterated responded').split(' '),
);
/** These take a listener as object: "told reporters". */
const TELLING = new Set(['told', 'tells', 'assured', 'reminded']);

const PRONOUNS = new Set(['he', 'she', 'they', 'it', 'we', 'i', 'you']);
const SPEAKING_PRONOUNS = new Set(['he', 'she', 'they']);
const DETERMINERS = new Set(['the', 'a', 'an', 'another', 'one', 'his', 'her', 'their', 'its', 'some', 'several', 'two', 'many']);

/** Words that no name or description of a speaker contains: here another clause has begun. */
const CLAUSE_WORDS = new Set(
  ('but that which who whom whose when as because if while where though although is was are were has have had will would ' +
    'can could may might must should do does did not he she it they we i you there so than what how why').split(' '),
);
const FINITE = new Set('is was are were has have had will would can could may might must should cannot do does did'.split(' '));
const RELATIVES = new Set('who which that where when whose after before as while since because'.split(' '));
/** What the tail of an attribution may begin with. */
const TAILS = new Set(
  ('in at on during after before through via by from to outside inside of with about during following ahead last this ' +
    'earlier later yesterday today tonight recently monday tuesday wednesday thursday friday saturday sunday referring when ' +
    'while as').split(' '),
);
const AFTERTHOUGHTS = new Set('who which as according though after when in where'.split(' '));
const SHORTEST_GERUND = 5;
const SPEAKER_MOST = 14;
const LISTENER_MOST = 6;
const TAIL_MOST = 28;

/**
 * The attribution that token `i` begins, if it begins one that ends its sentence at `end` or is followed by a comma: a speaker and a
 * verb of saying, or the other way round, and nothing behind them that the verb could introduce.
 */
export function attributionAt(prose: Prose, i: number, end: number): Attribution | undefined {
  const verb = speakerThenVerb(prose, i, end) ?? verbThenSpeaker(prose, i, end);
  if (verb === undefined) return undefined;
  const to = tailEnd(prose, verb.behind, end);
  return to === undefined ? undefined : { from: i, verb: verb.at, to };
}

/** Whether a folded word is a verb of saying, as a reporter uses it. */
export function isSaying(word: string): boolean {
  return SAYING.has(word) || TELLING.has(word);
}

interface VerbPlace {
  readonly at: number;
  /** First token behind the verb and its speaker or listener. */
  readonly behind: number;
}

function speakerThenVerb(prose: Prose, i: number, end: number): VerbPlace | undefined {
  const { tokens, words } = prose;
  const pronoun = SPEAKING_PRONOUNS.has(words[i]!);
  const described = pronoun || tokens.shape[i] !== LOWER || DETERMINERS.has(words[i]!);
  if (!pronoun && CLAUSE_WORDS.has(words[i]!)) return undefined;
  for (let at = i + 1; at < end && at < i + (pronoun ? 3 : SPEAKER_MOST); at++) {
    if (pauses(prose, at)) return undefined;
    const word = words[at]!;
    // "harbour master Ingrid Dahl said": a bare description needs a name.
    if ((SAYING.has(word) || TELLING.has(word)) && !described && tokens.shape[at - 1] === LOWER) return undefined;
    if (SAYING.has(word)) return { at, behind: at + 1 };
    if (TELLING.has(word)) return { at, behind: listenerEnd(prose, at + 1, end) };
    if (CLAUSE_WORDS.has(word)) return undefined;
  }
  return undefined;
}

function verbThenSpeaker(prose: Prose, i: number, end: number): VerbPlace | undefined {
  const { tokens, words } = prose;
  if (!SAYING.has(words[i]!) || i + 1 >= end) return undefined;
  const next = i + 1;
  if (tokens.shape[next] === LOWER && !DETERMINERS.has(words[next]!)) return undefined;
  if (CLAUSE_WORDS.has(words[next]!) || tokens.gap[next] !== GAP_SPACE) return undefined;
  let behind = next + 1;
  while (behind < end && behind < next + SPEAKER_MOST && !pauses(prose, behind) && !CLAUSE_WORDS.has(words[behind]!)) behind++;
  return behind === end || pauses(prose, behind) ? { at: i, behind } : undefined;
}

/** Behind "told reporters", "told the BBC's Today programme". */
function listenerEnd(prose: Prose, from: number, end: number): number {
  const { words } = prose;
  let at = from;
  while (at < end && at < from + LISTENER_MOST && !pauses(prose, at) && !TAILS.has(words[at]!) && !CLAUSE_WORDS.has(words[at]!)) at++;
  return at;
}

/** Whether a comma, a dash or a bracket stands before token `i`. */
function pauses({ tokens }: Prose, i: number): boolean {
  return (tokens.gap[i]! & GAP_PAUSE) !== 0;
}

/** End of what may follow the verb, or undefined where what follows is what was said. */
function tailEnd(prose: Prose, from: number, end: number): number | undefined {
  const { tokens, words } = prose;
  if (from >= end) return end;
  if (pauses(prose, from)) return followsComma(prose, from, end) ? from : undefined;
  if (!TAILS.has(words[from]!)) return undefined;
  let relative = false;
  for (let at = from; at < end; at++) {
    const comma = at > from && pauses(prose, at) && gapBefore(tokens, at).includes(',');
    if (comma && !continuesDate(prose, at)) return followsComma(prose, at, end) ? at : undefined;
    if (at - from > TAIL_MOST) return undefined;
    relative ||= RELATIVES.has(words[at]!);
    if (!relative && (PRONOUNS.has(words[at]!) || FINITE.has(words[at]!))) return undefined;
  }
  return end;
}

function continuesDate({ tokens }: Prose, at: number): boolean {
  return tokens.shape[at] === NUMERIC || tokens.shape[at] !== LOWER;
}

/** Behind "Dahl said," only what goes on about the speaker is no speech: "adding that", "who", "according to". */
function followsComma(prose: Prose, at: number, end: number): boolean {
  if (at >= end || !pauses(prose, at)) return false;
  const word = prose.words[at]!;
  return (word.endsWith('ing') && word.length > SHORTEST_GERUND) || AFTERTHOUGHTS.has(word);
}
