import type { Artifact } from '../../src/dictionary/artifact.js';

/** The compiled dictionary, written by `npm run build:dictionary`; never edited by hand. */
declare const artifact: Artifact;
export = artifact;
