import type { Finding } from './damage/damage.js';
import { makeDamageJudge, ROUND_TRIP, type DamageJudge } from './damage/judge.js';
import { mergeEdits, repairsAmong } from './damage/repairs.js';
import type { Judgement } from './damage/verdict.js';
import { decode, WEIGHTS, type DecoderWeights } from './decode/decode.js';
import type { ContextModel } from './decode/context-model.js';
import { lexiconOf } from './dictionary/dictionary.js';
import type { Lexicon } from './dictionary/lexicon.js';
import { displacementWeights } from './evidence/displacement.js';
import { clearedVerdict, isCleared, makeScreen } from './evidence/screen.js';
import { judge, type Evidence } from './evidence/verdict.js';
import { checkOptions, describe, type Settings } from './options.js';
import { applyEdits } from './rewrite/apply.js';
import { sentenceStarts } from './text/sentences.js';
import { tokenize, type Tokens } from './text/tokenize.js';
import type { Edit, Options, Restoration, Restorer, Verdict } from './types.js';

/** Makes a restorer: checks the options, builds the tables once, and freezes it. `model` weighs contexts. */
export function makeRestorer(options: Options | undefined, model: () => ContextModel): Restorer {
  return restorerOver(restorerParts(checkOptions(options), model));
}

/** What the options ask for, with the tables built. */
export function restorerParts(settings: Settings, model: () => ContextModel): RestorerParts {
  const { least, assume, ignore } = settings;
  const filter = filterOf(settings);
  const lexicon = lexiconOf(settings.dictionaries, filter);
  const keep = filter && ((topic: string, name: string): boolean => filter(ROUND_TRIP, topic, () => name));
  const damageOf = ignore.has(ROUND_TRIP) ? undefined : makeDamageJudge(lexicon, { assume: assume === ROUND_TRIP, keep });
  return { lexicon, model, least, assume, damageOf };
}

/** What a restorer is made over. */
export interface RestorerParts {
  readonly lexicon: Lexicon;
  /** Asked for when the first text needs it. */
  readonly model: () => ContextModel;
  /** Least probability of an edit that is applied. */
  readonly least: number;
  /** Family that every text is taken to be spun by. */
  readonly assume?: string | undefined;
  /** Finds translation damage; undefined: nobody looks for it. */
  readonly damageOf?: DamageJudge | undefined;
  readonly weights?: DecoderWeights;
}

/** The line from text to edits, over given tables. */
export function restorerOver({ lexicon, model, least, assume, damageOf, weights = WEIGHTS }: RestorerParts): Restorer {
  const families = displacementWeights(lexicon);
  const seen = new Uint16Array(lexicon.phraseCount);
  const screen = makeScreen(lexicon, families, lexicon.families.indexOf('synonym-spin'));
  const weigh = (text: string): Weighed => {
    if (damageOf && assume === ROUND_TRIP) return damaged(damageOf(checkText(text))!, lexicon);
    const first = screen(checkText(text));
    const cleared = assume === undefined && isCleared(first);
    const tokens = cleared ? undefined : tokenize(text);
    const evidence = tokens && assumed(judge(tokens, lexicon, families, seen), tokens, lexicon, assume);
    const spun = evidence !== undefined && evidence.family >= 0;
    const damage = assume === undefined && !spun ? damageOf?.(text, tokens) : undefined;
    if (damage) return damaged(damage, lexicon);
    return evidence ? { verdict: evidence.verdict, tokens: tokens!, evidence } : { verdict: clearedVerdict(first) };
  };
  const decodeTokens = (tokens: Tokens, evidence: Evidence): Edit[] => decode(tokens, lexicon, model(), evidence, weights);
  return Object.freeze({
    detect: (text: string): Verdict => weigh(text).verdict,
    restore: (text: string): Restoration => restoreText(text, weigh(text), decodeTokens, least),
  });
}

/** A text weighed: the verdict, and where it was not cleared at first sight, what the edits are made from. */
interface Weighed {
  readonly verdict: Verdict;
  readonly tokens?: Tokens;
  readonly evidence?: Evidence;
  readonly findings?: readonly Finding[];
}

/** Repairs of translation damage below this probability stay suggestions in every mode: their detectors were tuned to it. */
const LEAST_REPAIR = 0.7;

function restoreText(
  text: string, { verdict, tokens, evidence, findings }: Weighed, decodeTokens: (tokens: Tokens, evidence: Evidence) => Edit[], least: number,
): Restoration {
  const decoded = tokens && evidence && evidence.family >= 0 ? decodeTokens(tokens, evidence) : [];
  const repairs = findings ? repairsAmong(findings) : [];
  if (decoded.length + repairs.length === 0) return { text, edits: [], suggestions: [], verdict };
  const edits = mergeEdits(atLeast(repairs, Math.max(least, LEAST_REPAIR)), atLeast(decoded, least));
  const applied = new Set(edits);
  const suggestions = mergeEdits(edits, repairs, decoded).filter((edit) => !applied.has(edit));
  return { text: applyEdits(text, edits), edits, suggestions, verdict };
}

function atLeast(edits: readonly Edit[], probability: number): Edit[] {
  return edits.filter((edit) => edit.probability >= probability);
}

function checkText(text: unknown): string {
  if (typeof text === 'string') return text;
  throw new TypeError(`got ${describe(text)} as the text, expected a string; decode bytes as UTF-8 first`);
}

/** Which entries the options leave in force; undefined: all. */
function filterOf({ ignore, topics }: Settings): ((family: string, topic: string, head: () => string) => boolean) | undefined {
  if (ignore.size === 0 && !topics) return undefined;
  return (family, topic, head) =>
    (!topics || topics.has(topic)) && !ignore.has(family) && !ignore.has(`${family}/${topic}`) && !ignore.has(`${family}/${topic}/${head()}`);
}

/** The evidence, overruled where the caller knows the family. */
function assumed(evidence: Evidence, tokens: Tokens, lexicon: Lexicon, assume: string | undefined): Evidence {
  if (assume === undefined) return evidence;
  const family = lexicon.families.indexOf(assume);
  if (family < 0 || tokens.count === 0) return { ...evidence, family: -1 };
  const whole = { start: 0, end: tokens.text.length, family: assume, probability: 1 };
  return wholly(evidence.sentences, family, { ...evidence.verdict, probability: 1, family: assume, passages: [whole] });
}

/** What translation damaged: the detectors' findings, and the evidence by which the dictionary's entries are decoded. */
function damaged({ verdict, findings, tokens }: Judgement, lexicon: Lexicon): Weighed {
  return { verdict, findings, tokens, evidence: wholly(sentenceStarts(tokens), lexicon.families.indexOf(ROUND_TRIP), verdict) };
}

/** Evidence against every sentence. */
function wholly(sentences: Int32Array, family: number, verdict: Verdict): Evidence {
  return { verdict, family, sentences, spun: new Float32Array(Math.max(0, sentences.length - 1)).fill(1) };
}

