import nlp from 'compromise/two';
import { whole } from '../tools/evaluate/table.js';
import type { Contender } from './speed.js';

/** Other ways of reading a text: looking for phrases one by one, one regular expression of all phrases, tagging parts of speech. */
export async function loadPeers(phrases: readonly string[]): Promise<Contender[]> {
  const count = `${whole(phrases.length)} phrases`;
  const folded = phrases.map((phrase) => phrase.toLowerCase());
  const expression = new RegExp(`\\b(?:${folded.map(escape).join('|')})\\b`, 'gi');
  return [
    { name: `phrase scan, one by one (${count})`, read: (text) => scan(text.toLowerCase(), folded) },
    { name: `one RegExp (${count})`, read: (text) => text.match(expression)?.length ?? 0 },
    { name: 'compromise, tagging', read: (text) => nlp(text).length },
  ];
}

/** As lists of tortured phrases are searched: every phrase in turn through the whole text. */
function scan(text: string, phrases: readonly string[]): number {
  let found = 0;
  for (const phrase of phrases) if (text.includes(phrase)) found++;
  return found;
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
