import { model } from '#lazy-model';
import { readModel, type ContextModel } from '../../src/decode/context-model.js';
import { WEIGHTS, type DecoderWeights } from '../../src/decode/decode.js';
import type { Lexicon } from '../../src/dictionary/lexicon.js';
import { restorerOver } from '../../src/restorer.js';
import type { Edit, Verdict } from '../../src/types.js';

/** The library's line over tables of one's own, with parts to exchange; nobody looks for translation damage. */
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
export function makePipeline({ lexicon, model: context, weights, assumeSpun = false }: PipelineOptions): Pipeline {
  const { detect, restore } = restorerOver({
    lexicon, model: () => context ?? packagedModel(), least: 0, weights: { ...WEIGHTS, ...weights }, ...(assumeSpun && { assume: SPINNER }),
  });
  return { detect, restore };
}

let packaged: ContextModel | undefined;

function packagedModel(): ContextModel {
  return (packaged ??= readModel(model().bytes));
}
