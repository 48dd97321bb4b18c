import { decode } from './decode/decode.js';
import type { ContextModel } from './decode/context-model.js';
import { lexiconOf } from './dictionary/dictionary.js';
import type { Lexicon } from './dictionary/lexicon.js';
import { displacementWeights, type DisplacementWeights } from './evidence/displacement.js';
import { judge, type Evidence } from './evidence/verdict.js';
import { checkOptions, describe, type Settings } from './options.js';
import { applyEdits } from './rewrite/apply.js';
import { tokenize, type Tokens } from './text/tokenize.js';
import type { Options, Restoration, Restorer, Verdict } from './types.js';

/** Makes a restorer: checks the options, builds the tables once, and freezes it. `model` weighs contexts. */
export function makeRestorer(options: Options | undefined, model: () => ContextModel): Restorer {
  const settings = checkOptions(options);
  const lexicon = lexiconOf(settings.dictionaries, filterOf(settings));
  const families = lexicon.families.map((_, family) => displacementWeights(lexicon, family));
  const seen = new Uint16Array(lexicon.phraseCount);
  const weigh = (tokens: Tokens): Evidence => assumed(judge(tokens, lexicon, families, seen), tokens, lexicon, settings);
  return Object.freeze({
    detect: (text: string): Verdict => weigh(tokenize(checkText(text))).verdict,
    restore: (text: string): Restoration => restoreText(checkText(text), lexicon, model, weigh, settings.least),
  });
}

function restoreText(text: string, lexicon: Lexicon, model: () => ContextModel, weigh: (tokens: Tokens) => Evidence, least: number): Restoration {
  const tokens = tokenize(text);
  const evidence = weigh(tokens);
  if (evidence.family < 0) return { text, edits: [], suggestions: [], verdict: evidence.verdict };
  const found = decode(tokens, lexicon, model(), evidence);
  const edits = found.filter((edit) => edit.probability >= least);
  const suggestions = found.filter((edit) => edit.probability < least);
  return { text: applyEdits(text, edits), edits, suggestions, verdict: evidence.verdict };
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

export type { DisplacementWeights };
