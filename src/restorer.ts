import { damageEdits, type Finding } from './damage/damage.js';
import { mayBeDamaged } from './damage/suspect.js';
import { judgeDamage } from './damage/verdict.js';
import { decode } from './decode/decode.js';
import type { ContextModel } from './decode/context-model.js';
import { lexiconOf } from './dictionary/dictionary.js';
import type { Lexicon } from './dictionary/lexicon.js';
import { displacementWeights } from './evidence/displacement.js';
import { clearedVerdict, isCleared, makeScreen } from './evidence/screen.js';
import { judge, type Evidence } from './evidence/verdict.js';
import { checkOptions, describe, type Settings } from './options.js';
import { applyEdits } from './rewrite/apply.js';
import { tokenize, type Tokens } from './text/tokenize.js';
import type { Options, Restoration, Restorer, Verdict } from './types.js';

/** Family whose entries are fixed phrases of translators: no displacement of common heads, so no displacement score. */
const ROUND_TRIP = 'round-trip';

/** Makes a restorer: checks the options, builds the tables once, and freezes it. `model` weighs contexts. */
export function makeRestorer(options: Options | undefined, model: () => ContextModel): Restorer {
  const settings = checkOptions(options);
  const lexicon = lexiconOf(settings.dictionaries, filterOf(settings));
  const families = displacementWeights(lexicon);
  const seen = new Uint16Array(lexicon.phraseCount);
  const screen = makeScreen(lexicon, families, lexicon.families.indexOf('synonym-spin'));
  const weigh = (text: string): Weighed => {
    const first = screen(checkText(text));
    const cleared = settings.assume === undefined && isCleared(first);
    const tokens = cleared ? undefined : tokenize(text);
    const evidence = tokens && assumed(judge(tokens, lexicon, families, seen), tokens, lexicon, settings);
    const spun = evidence !== undefined && evidence.family >= 0;
    const looks = settings.assume === undefined && !spun && !settings.ignore.has(ROUND_TRIP) && mayBeDamaged(text);
    const damage = looks ? judgeDamage(tokens ?? tokenize(text)) : undefined;
    if (damage) return { verdict: damage.verdict, findings: damage.findings };
    return evidence ? { verdict: evidence.verdict, tokens: tokens!, evidence } : { verdict: clearedVerdict(first) };
  };
  return Object.freeze({
    detect: (text: string): Verdict => weigh(text).verdict,
    restore: (text: string): Restoration => restoreText(text, weigh(text), lexicon, model, settings.least),
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

function restoreText(text: string, { verdict, tokens, evidence, findings }: Weighed, lexicon: Lexicon, model: () => ContextModel, least: number): Restoration {
  const found = findings ? damageEdits(findings, 0) : tokens && evidence && evidence.family >= 0 ? decode(tokens, lexicon, model(), evidence) : [];
  if (found.length === 0) return { text, edits: [], suggestions: [], verdict };
  const enough = findings ? Math.max(least, LEAST_REPAIR) : least;
  const edits = found.filter((edit) => edit.probability >= enough);
  const suggestions = found.filter((edit) => edit.probability < enough);
  return { text: applyEdits(text, edits), edits, suggestions, verdict };
}

function checkText(text: unknown): string {
  if (typeof text === 'string') return text;
  throw new TypeError(`got ${describe(text)} as the text, expected a string; decode bytes as UTF-8 first`);
}

function filterOf({ ignore, topics }: Settings): ((family: string, topic: string, head: () => string) => boolean) | undefined {
  if (ignore.size === 0 && !topics) return undefined;
  return (family, topic, head) =>
    (!topics || topics.has(topic)) && !ignore.has(family) && !ignore.has(`${family}/${topic}`) && !ignore.has(`${family}/${topic}/${head()}`);
}

/** The evidence, overruled where the caller knows the family. */
function assumed(evidence: Evidence, tokens: Tokens, lexicon: Lexicon, { assume }: Settings): Evidence {
  if (assume === undefined) return evidence;
  const family = lexicon.families.indexOf(assume);
  if (family < 0 || tokens.count === 0) return { ...evidence, family: -1 };
  const whole = { start: 0, end: tokens.text.length, family: assume, probability: 1 };
  return {
    ...evidence,
    family,
    spun: new Float32Array(evidence.spun.length).fill(1),
    verdict: { ...evidence.verdict, probability: 1, family: assume, passages: [whole] },
  };
}

