import { phraseTable, type PhraseTable } from '../../src/damage/phrase-table.js';
import { lexiconOf, loadDictionary } from '../../src/dictionary/dictionary.js';

/** The phrases of a dictionary of family `round-trip` written in a test: its topic, and its entries as YAML. */
export function tableOf(topic: string, entries: string): PhraseTable {
  const dictionary = loadDictionary({ file: 'test.yaml', text: `family: round-trip\ntopic: ${topic}\ntype: term\nentries:\n${entries}` });
  return phraseTable(lexiconOf([dictionary], undefined), 'round-trip');
}
