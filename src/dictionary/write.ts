/** A dictionary file to be written: short forms, each with a comment if there is one. */
export interface DictionaryDraft {
  readonly family: string;
  readonly topic: string;
  readonly sources?: readonly string[];
  readonly license?: string;
  readonly entries: readonly DraftEntry[];
}

/** One line of a draft. */
export interface DraftEntry {
  readonly intended: string;
  readonly observed: readonly string[];
  readonly comment?: string;
}

/** A dictionary file as YAML text; `readEntries` reads the same entries from it. */
export function writeDictionary({ family, topic, sources, license, entries }: DictionaryDraft): string {
  const lines = [`family: ${quote(family)}`, `topic: ${quote(topic)}`];
  if (sources && sources.length > 0) lines.push(`sources: [${sources.map(quote).join(', ')}]`);
  if (license !== undefined) lines.push(`license: ${quote(license)}`);
  lines.push(entries.length > 0 ? 'entries:' : 'entries: {}', ...entries.map(entryLine));
  return `${lines.join('\n')}\n`;
}

/** Entries of one head each, in order of first mention, from pairs in any order. */
export function groupPairs(pairs: Iterable<{ readonly intended: string; readonly observed: string }>): DraftEntry[] {
  const byHead = new Map<string, Set<string>>();
  for (const { intended, observed } of pairs) byHead.set(intended, (byHead.get(intended) ?? new Set()).add(observed));
  return Array.from(byHead, ([intended, observed]) => ({ intended, observed: [...observed] }));
}

function entryLine({ intended, observed, comment }: DraftEntry): string {
  return `  ${quote(intended)}: [${observed.map(quote).join(', ')}]${comment === undefined ? '' : `  # ${comment}`}`;
}

const PLAIN = /^\p{L}[\p{L}\p{M}\p{Nd} .'’-]*$/u;
/** Words that YAML readers take for something other than words. */
const RESERVED = /^(?:y|n|yes|no|on|off|true|false|null)$/i;

/** A YAML scalar: plain where that is safe in a list and as a key, otherwise in double quotes, as JSON has them. */
function quote(text: string): string {
  return PLAIN.test(text) && !RESERVED.test(text) ? text : JSON.stringify(text);
}
