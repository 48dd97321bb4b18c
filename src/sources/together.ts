import type { ContextModel } from '../decode/context-model.js';
import { checkOptions, describe, type Settings } from '../options.js';
import { restorerOver, restorerParts } from '../restorer.js';
import { applyEdits } from '../rewrite/apply.js';
import type { Corroboration, CorroborateOptions, Edit, Options, Restoration } from '../types.js';
import { restoreBeside, type Beside, type Story, type Workshop } from './beside.js';

/** Restores copies or retellings of one story, each with the help of the others; one result a text. */
export function restoreTexts(texts: readonly string[], options: Options | undefined, model: () => ContextModel): Restoration[] {
  const help = makeHelp({ texts: checkTexts(texts, 'texts'), siblings: [], references: [] }, options, model);
  return help.map(({ restoration }) => restoration);
}

/** Restores a text with the help of clean articles on the same event, and of siblings where the options name any. */
export function corroborateText(text: string, references: readonly string[], options: CorroborateOptions | undefined, model: () => ContextModel): Corroboration {
  const { siblings = [], ...others } = checkObject(options);
  const story = { texts: checkTexts([text], 'the text'), siblings: checkTexts(siblings, 'siblings'), references: checkTexts(references, 'references') };
  const [{ restoration, findings }] = makeHelp(story, options && others, model) as [Helped];
  return { ...restoration, findings };
}

/** A text restored with help. */
interface Helped {
  readonly restoration: Restoration;
  readonly findings: Beside['findings'];
}

function makeHelp(story: Story, options: Options | undefined, model: () => ContextModel): Helped[] {
  const settings = checkOptions(options);
  const parts = restorerParts({ ...settings, least: 0 }, model);
  const restorer = restorerOver(parts);
  // Suggestions that even the least probability holds back stay suggestions.
  const held = new Set<Edit>();
  const workshop: Workshop = {
    restore: (text) => {
      const { edits, suggestions, verdict } = restorer.restore(text);
      suggestions.forEach((edit) => held.add(edit));
      return { edits: [...edits, ...suggestions].sort((a, b) => a.start - b.start), verdict };
    },
    lexicon: parts.lexicon,
    get model() {
      return model();
    },
  };
  return restoreBeside(story, workshop).map((beside, i) => ({ restoration: restorationOf(story.texts[i]!, beside, held, settings), findings: beside.findings }));
}

function restorationOf(text: string, { edits: all, verdict }: Beside, held: ReadonlySet<Edit>, { least, ignore }: Settings): Restoration {
  const wanted = all.filter(({ entry }) => !ignore.has(entry));
  const applies = (edit: Edit): boolean => edit.probability >= least && !held.has(edit);
  const edits = wanted.filter(applies);
  return { text: applyEdits(text, edits), edits, suggestions: wanted.filter((edit) => !applies(edit)), verdict };
}

function checkTexts(texts: unknown, name: string): readonly string[] {
  if (!Array.isArray(texts)) throw new TypeError(`got ${describe(texts)} as ${name}, expected an array of strings`);
  for (const text of texts) {
    if (typeof text !== 'string') throw new TypeError(`got ${describe(text)} among ${name}, expected strings; decode bytes as UTF-8 first`);
  }
  return texts as readonly string[];
}

function checkObject(options: CorroborateOptions | undefined): CorroborateOptions {
  if (options === undefined || (typeof options === 'object' && options !== null && !Array.isArray(options))) return options ?? {};
  throw new TypeError(`got ${describe(options)} as options, expected an object`);
}
