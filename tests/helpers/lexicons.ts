import { compile, type PhraseCounts, type Source } from '../../src/dictionary/compile.js';
import type { Entry } from '../../src/dictionary/entry.js';
import { buildLexicon, type Lexicon } from '../../src/dictionary/lexicon.js';
import { readEntries } from '../../src/dictionary/read.js';

/** Entries of a family and topic, from the lines under `entries:`; throws where a line is wrong. */
export function entriesFrom(lines: string, family = 'synonym-spin', topic = 'general'): Entry[] {
  const text = `family: ${family}\ntopic: ${topic}\nentries:\n${lines.trim().split('\n').map((line) => `  ${line}\n`).join('')}`;
  const { entries, problems } = readEntries(text, 'test.yaml');
  if (problems.length > 0) throw new Error(problems.map(({ where, message }) => `${where}: ${message}`).join('\n'));
  return entries;
}

/** A lexicon of hand-written entries; `counts` are occurrences per million words of clean news. */
export function lexiconFrom(entries: string | readonly Source[], counts: Readonly<Record<string, number>> = {}): Lexicon {
  return buildLexicon(compile(typeof entries === 'string' ? entriesFrom(entries) : entries, perMillion(counts)));
}

/** Phrase counts out of a million words. */
export function perMillion(counts: Readonly<Record<string, number>>): PhraseCounts {
  return { total: 1e6, count: new Map(Object.entries(counts)) };
}

/** Number of a phrase in a lexicon; throws where it has none. */
export function phraseOf(lexicon: Lexicon, text: string): number {
  for (let phrase = 0; phrase < lexicon.phraseCount; phrase++) if (lexicon.textOf(phrase) === text) return phrase;
  throw new Error(`no phrase "${text}" in the lexicon`);
}
