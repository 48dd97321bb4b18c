import { GAP_PAUSE } from '../text/characters.js';
import { adjoins, gapBefore, type Prose } from './prose.js';
import { attributionAt, isSaying, type Attribution } from './speech.js';
import { verbOf } from './verbs.js';
import { isFirstPerson, speakerOdds, voiceOdds } from './voice.js';
import { AUXILIARIES } from './words.js';

/** A stretch that was spoken and stands without quotation marks. */
export interface LostSpeech {
  /** Tokens of the speech, half-open. */
  readonly from: number;
  readonly to: number;
  /** First token of the attribution behind the comma that closes the speech; undefined where it closes with its last sentence. */
  readonly closing?: number;
  /** Natural-log odds that it was spoken. */
  readonly odds: number;
  readonly firstPerson: boolean;
  /** Where the speech began that this one goes on with, behind its attribution. */
  readonly begun?: number;
  readonly evidence: string;
}

/** What a document does with the words of others. */
export interface Speech {
  readonly lost: readonly LostSpeech[];
  /** Stretches among them in which the speaker says "we" or "I". */
  readonly firstPersonLost: number;
  /** Attributed sentences that stand in quotation marks. */
  readonly kept: number;
  /** Sentences in which the writer says "we" or "I". */
  readonly narrated: number;
}

/** Natural-log odds added where the two sentences are a paragraph of their own, and where the second points back. */
const WHOLE_PARAGRAPH = 2.8;
const POINTING_BACK = 0.6;
const POINTERS = new Set('it this that these those they them him her'.split(' '));
const POINTED_WITHIN = 8;
/** The first sentences of a report are its news, not speech. */
const LEAD = 2;
const LEAD_ODDS = -1.6;
const THAT_ODDS = 2;
const CONTINUED = 1;

interface Sentence {
  readonly from: number;
  readonly to: number;
  /** Without quotation marks in or around it. */
  readonly bare: boolean;
  readonly attribution: Attribution | undefined;
  readonly firstPerson: boolean;
}

/** Finds the speech without marks, paragraph by paragraph. */
export function readSpeech(prose: Prose): Speech {
  const sentences = readSentences(prose);
  const taken = new Uint8Array(sentences.length);
  const lost: LostSpeech[] = [];
  for (let s = 0; s < sentences.length; s++) {
    const speech = taken[s] ? undefined : (attributed(prose, sentences, s, taken) ?? introduced(prose, sentences[s]!));
    if (!speech) continue;
    taken[s] = 1;
    lost.push(speech);
    const more = following(prose, sentences, s, taken);
    if (more && speech.closing === undefined) lost[lost.length - 1] = { ...speech, to: more.to };
    else if (more) lost.push({ ...more, begun: speech.from });
  }
  return {
    lost,
    firstPersonLost: lost.filter(({ firstPerson }) => firstPerson).length,
    kept: sentences.filter((sentence) => sentence.attribution && prose.quotations.inside[sentence.from] === 1).length,
    narrated: sentences.filter((sentence, s) => sentence.firstPerson && sentence.bare && !taken[s]).length,
  };
}

function readSentences(prose: Prose): Sentence[] {
  const { sentences, quotations } = prose;
  const read: Sentence[] = [];
  for (let s = 0; s + 1 < sentences.length; s++) {
    const from = sentences[s]!;
    const to = sentences[s + 1]!;
    let bare = true;
    for (let i = from; i < to && bare; i++) bare = quotations.inside[i] === 0 && quotations.marked[i] === 0;
    read.push({ from, to, bare, attribution: attributionOf(prose, from, to), firstPerson: isFirstPerson(prose, from, to) });
  }
  return read;
}

function attributionOf(prose: Prose, from: number, to: number): Attribution | undefined {
  const { tokens } = prose;
  for (let i = from + 3; i < to; i++) {
    if ((tokens.gap[i]! & GAP_PAUSE) === 0 || !gapBefore(tokens, i).includes(',')) continue;
    const attribution = attributionAt(prose, i, to);
    if (attribution) return attribution;
  }
  return undefined;
}

/** "We need it, Dahl said." */
function attributed(prose: Prose, sentences: readonly Sentence[], s: number, taken: Uint8Array): LostSpeech | undefined {
  const { from, bare, attribution } = sentences[s]!;
  if (!bare || !attribution || !hasVerb(prose, from, attribution.from)) return undefined;
  const odds = voiceOdds(prose, from, attribution.from, 'attributed') + speakerOdds(prose, attribution) + (s < LEAD ? LEAD_ODDS : 0);
  if (odds <= 0) return undefined;
  let first = s;
  while (first > 0 && !taken[first - 1] && leads(prose, sentences[first - 1]!, sentences[first]!)) taken[--first] = 1;
  const start = sentences[first]!.from;
  return {
    from: start, to: attribution.from, closing: attribution.from, odds,
    firstPerson: isFirstPerson(prose, start, attribution.from), evidence: 'speech before an attribution, without quotation marks',
  };
}

function leads(prose: Prose, before: Sentence, sentence: Sentence): boolean {
  if (!before.bare || before.attribution || beginsParagraph(prose, sentence.from)) return false;
  const whole = beginsParagraph(prose, before.from) && beginsParagraph(prose, sentence.to);
  const beginning = prose.words.slice(sentence.from, Math.min(sentence.to, sentence.from + POINTED_WITHIN));
  const pointing = beginning.some((word) => POINTERS.has(word));
  return voiceOdds(prose, before.from, before.to, 'leading') + (whole ? WHOLE_PARAGRAPH : 0) + (pointing ? POINTING_BACK : 0) > 0;
}

/** "Moe said Friday that we are ready": a reporter's "that" before a speaker's "we". */
function introduced(prose: Prose, { from, to, bare, firstPerson }: Sentence): LostSpeech | undefined {
  if (!bare || !firstPerson) return undefined;
  const { words } = prose;
  for (let i = from + 2; i + 1 < to; i++) {
    if (words[i] !== 'that' || (words[i + 1] !== 'we' && words[i + 1] !== 'i') || !adjoins(prose, i) || !adjoins(prose, i + 1)) continue;
    if (!isSaying(words[i - 1]!) && !isSaying(words[i - 2]!) && !isSaying(words[i - 3] ?? '')) continue;
    if (isFirstPerson(prose, from, i)) return undefined;
    return { from: i + 1, to, odds: THAT_ODDS, firstPerson: true, evidence: 'a speaker\'s "we" behind a reporter\'s "that"' };
  }
  return undefined;
}

/** The sentences behind that go on in the speaker's voice, up to the end of the paragraph. */
function following(prose: Prose, sentences: readonly Sentence[], s: number, taken: Uint8Array): LostSpeech | undefined {
  let last = s;
  let odds = Infinity;
  while (last + 1 < sentences.length && goesOn(prose, sentences[last + 1]!)) {
    const { from, to } = sentences[last + 1]!;
    // Once a speaker goes on, he goes on: the first sentence decides.
    const own = voiceOdds(prose, from, to, 'following') + (last === s ? 0 : CONTINUED);
    if (own <= 0) break;
    odds = Math.min(odds, own);
    taken[++last] = 1;
  }
  if (last === s) return undefined;
  const from = sentences[s + 1]!.from;
  const to = sentences[last]!.to;
  const evidence = 'speech that goes on behind its attribution, without quotation marks';
  return { from, to, odds, firstPerson: isFirstPerson(prose, from, to), evidence };
}

function goesOn(prose: Prose, { from, bare, attribution }: Sentence): boolean {
  return bare && !attribution && !beginsParagraph(prose, from);
}

function beginsParagraph(prose: Prose, token: number): boolean {
  const { paragraphs } = prose;
  let low = 0;
  let high = paragraphs.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (paragraphs[middle]! < token) low = middle + 1;
    else high = middle;
  }
  return paragraphs[low] === token;
}

function hasVerb({ words }: Prose, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (AUXILIARIES.has(words[i]!) || words[i] === "'s" || verbOf(words[i]!) !== undefined) return true;
  return false;
}
