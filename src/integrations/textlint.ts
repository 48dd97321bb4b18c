import type { TextlintFixableRuleModule, TextlintRuleContext, TextlintRuleReportHandler, TextlintRuleSuggestion } from '@textlint/types';
import { builtin, createRestorer, loadDictionary } from '../index.js';
import type { DictionarySource, Edit, Mode, Options, Restorer, Span } from '../index.js';
import { placeEdits, type Placed } from './placed.js';
import { expectedOf, noteOf, reasonOf } from './wording.js';

/** Options of the textlint rule: what of the options of `restore` a configuration file can hold, and two more. */
export interface TextlintUnspunOptions {
  /** See {@link Options.mode}. */
  readonly mode?: Mode;
  /** See {@link Options.minProbability}. */
  readonly minProbability?: number;
  /** See {@link Options.ignore}. */
  readonly ignore?: readonly string[];
  /** See {@link Options.topics}. */
  readonly topics?: readonly string[];
  /** See {@link Options.assume}. */
  readonly assume?: string;
  /** Own entries beside the packaged ones: whatever `loadDictionary` reads. */
  readonly dictionary?: DictionarySource;
  /** Whether to report edits too unsure to be made, without a fix. Default: only in the mode `suggest`, which has no others. */
  readonly suggestions?: boolean;
}

/** A `Str` node of the document: running text. */
interface Prose extends Span {
  readonly node: StrNode;
}

type StrNode = Parameters<NonNullable<TextlintRuleReportHandler['Str']>>[0];

/**
 * A textlint rule with fixer: reports each edit that `restore` would make, decided on the whole document, and only within running text, so that code
 * and addresses stay as they are.
 */
export const textlintUnspun: TextlintFixableRuleModule<TextlintUnspunOptions> = { linter: report, fixer: report };

export default textlintUnspun;

function report(context: Readonly<TextlintRuleContext>, options: TextlintUnspunOptions = {}): TextlintRuleReportHandler {
  const { suggestions: wanted = options.mode === 'suggest' } = options;
  const restorer = restorerFor(options);
  const prose: Prose[] = [];
  return {
    [context.Syntax.Str](node: StrNode) {
      prose.push({ node, start: node.range[0], end: node.range[1] });
    },
    [context.Syntax.DocumentExit]() {
      const { edits, suggestions } = restorer.restore(context.getSource());
      for (const placed of placeEdits(edits, prose)) reportEdit(context, placed, true);
      if (wanted) for (const placed of placeEdits(suggestions, prose)) reportEdit(context, placed, false);
    },
  };
}

const restorers = new WeakMap<object, Restorer>();
let standard: Restorer | undefined;

/** textlint sets the rule up anew for every file, with the same options object: the tables are built once. */
function restorerFor(options: TextlintUnspunOptions & { readonly severity?: unknown }): Restorer {
  const { dictionary, suggestions: _suggestions, severity: _severity, ...rest } = options;
  if (dictionary === undefined && Object.keys(rest).length === 0) return (standard ??= createRestorer());
  const known = restorers.get(options);
  if (known) return known;
  const made = createRestorer(dictionary === undefined ? rest : { ...rest, dictionaries: [builtin, loadDictionary(dictionary)] });
  restorers.set(options, made);
  return made;
}

function reportEdit({ RuleError, report: send, fixer, locator }: Readonly<TextlintRuleContext>, { edit, span }: Placed<Prose>, sure: boolean): void {
  const range = [edit.start - span.start, edit.end - span.start] as const;
  const replaceWith = (text: string) => fixer.replaceTextRange(range, text);
  const wordings = expectedOf(edit).slice(sure ? 1 : 0);
  send(span.node, new RuleError(`${reasonOf(edit)}. ${noteOf(edit)}`, {
    padding: locator.range(range),
    ...(sure && { fix: replaceWith(edit.replacement) }),
    suggestions: wordings.map((text, i): TextlintRuleSuggestion => ({ id: `${edit.entry}:${i}`, message: titleOf(edit, text), fix: replaceWith(text) })),
  }));
}

function titleOf({ observed }: Edit, text: string): string {
  return text === '' ? `Take \`${observed}\` away` : `Replace with \`${text}\``;
}
