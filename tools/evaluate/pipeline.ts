import { decode, WEIGHTS, type DecoderWeights } from '../../src/decode/decode.js';
import { readModel, type ContextModel } from '../../src/decode/context-model.js';
import type { Lexicon } from '../../src/dictionary/lexicon.js';
import { displacementWeights } from '../../src/evidence/displacement.js';
import { clearedVerdict, isCleared, makeScreen } from '../../src/evidence/screen.js';
import { judge, type Evidence } from '../../src/evidence/verdict.js';
import { tokenize, type Tokens } from '../../src/text/tokenize.js';
import type { Edit, Verdict } from '../../src/types.js';
import { model } from '#lazy-model';

/** The library's line over tables of one's own, step by step as in src/restorer.ts, with parts to exchange. */
export interface PipelineOptions {
  readonly lexicon: Lexicon;
  /** Default: the packaged context model. */
  readonly model?: ContextModel;
  /** Weights of the decoder to change. */
  readonly weights?: Partial<DecoderWeights>;
  /** Take every text to be spun by the common spinner, whatever the evidence. */
  readonly assumeSpun?: boolean;
}

/** What the line finds in a text: all edits, however improbable, and the verdict. */
export interface Finding {
  readonly edits: readonly Edit[];
  readonly verdict: Verdict;
}

/** The line over a lexicon; `detect` stops at the verdict. */
export interface Pipeline {
  restore(text: string): Finding;
  detect(text: string): Verdict;
}

/** The family of the common spinner. */
export const SPINNER = 'synonym-spin';

/** Makes the line over the lexicon given. */
export function makePipeline({ lexicon, model: context = packagedModel(), weights, assumeSpun = false }: PipelineOptions): Pipeline {
  const families = displacementWeights(lexicon);
  const seen = new Uint16Array(lexicon.phraseCount);
  const screen = makeScreen(lexicon, families, lexicon.families.indexOf(SPINNER));
  const weigh = (text: string): Weighed => {
    const first = screen(text);
    if (!assumeSpun && isCleared(first)) return { verdict: clearedVerdict(first) };
    const tokens = tokenize(text);
    const evidence = judge(tokens, lexicon, families, seen);
    const decided = assumeSpun ? asSpun(evidence, tokens, lexicon.families.indexOf(SPINNER)) : evidence;
    return { verdict: decided.verdict, ...(decided.family >= 0 && { spun: { tokens, evidence: decided } }) };
  };
  return {
    detect: (text) => weigh(text).verdict,
    restore: (text) => {
      const { verdict, spun } = weigh(text);
      return { edits: spun ? decode(spun.tokens, lexicon, context, spun.evidence, { ...WEIGHTS, ...weights }) : [], verdict };
    },
  };
}

/** The verdict on a text, and what decoding it needs where it was found to be spun. */
interface Weighed {
  readonly verdict: Verdict;
  readonly spun?: { readonly tokens: Tokens; readonly evidence: Evidence };
}

let packaged: ContextModel | undefined;

function packagedModel(): ContextModel {
  return (packaged ??= readModel(model().bytes));
}

function asSpun(evidence: Evidence, tokens: Tokens, family: number): Evidence {
  const passages = [{ start: 0, end: tokens.text.length, family: SPINNER, probability: 1 }];
  return {
    ...evidence,
    family: tokens.count === 0 ? -1 : family,
    spun: new Float32Array(evidence.spun.length).fill(1),
    verdict: { ...evidence.verdict, probability: 1, family: SPINNER, passages },
  };
}
