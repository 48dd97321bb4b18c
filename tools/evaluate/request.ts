import type { Mode } from '../../src/types.js';

/** What the command line of `npm run evaluate` asks for. */
export interface Request {
  /** Folders or files, as the mode wants them. */
  readonly paths: readonly string[];
  /** Mode of the restorer. Default `balanced`. */
  readonly mode: Mode;
  /** List every error in context. */
  readonly errors: boolean;
  /** Share of the spinner's pairs that the decoder is shown; `all`: the whole dictionary. */
  readonly share: number | 'all';
  /** Documents drawn. */
  readonly documents: number;
  /** Seed of every draw. */
  readonly seed: string;
  /** Print the figures again with each idea of the decoder switched off. */
  readonly ladder: boolean;
}

/** A mode of evaluation: what to print. */
export type Evaluation = (request: Request) => string;
