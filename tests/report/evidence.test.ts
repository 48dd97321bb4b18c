import { expect, test } from 'vitest';
import { evidenceOf } from '../../src/report/evidence.js';
import type { EditEvidence } from '../../src/index.js';
import { editAt } from '../helpers/results.js';

const sentences = (evidence: Partial<EditEvidence>): string[] => {
  const edit = editAt(0, { observed: 'warfare', replacement: 'war' });
  return evidenceOf({ ...edit, evidence: { ...edit.evidence, ...evidence } });
};

test.each<[title: string, evidence: Partial<EditEvidence>, sentence: string]>([
  ['listed', { match: 'exact' }, 'stands as listed'],
  ['misspelt', { match: 'misspelt' }, 'a misspelt form of a listed one'],
  ['even odds', { context: 0 }, 'words around and dictionary: as likely kept as replaced'],
  ['odds for', { context: Math.log(4) }, 'words around and dictionary: 4.0 to 1 for the replacement'],
  ['odds against', { context: -Math.log(4) }, 'words around and dictionary: 4.0 to 1 against the replacement'],
  ['long odds, in two digits', { context: Math.log(123_456) }, 'words around and dictionary: 120,000 to 1 for the replacement'],
  ['odds beyond counting', { context: 30 }, 'words around and dictionary: over a million to 1 for the replacement'],
  ['no survivor', { survivors: 0 }, '“war” stands nowhere else in this case'],
  ['one survivor', { survivors: 1 }, '“war” was left standing 1 time, which speaks against it'],
  ['other texts', { sources: [{ kind: 'reference', text: 1, start: 0, end: 3 }] }, 'borne out by 1 place in other texts on the story'],
  ['the document', { document: 0.5 }, 'the document looks paraphrased: probability 0.50'],
])('%s', (_, evidence, sentence) => {
  expect(sentences(evidence)).toContain(sentence);
});

test('of repairs of translation damage and of leaked braces, context and survivors say nothing', () => {
  expect(sentences({ family: 'round-trip' })).toEqual(['a pattern of translation damage', 'the document looks paraphrased: probability 0.97']);
  expect(sentences({ match: 'markup' })).toEqual(['braces of a spinner’s template', 'the document looks paraphrased: probability 0.97']);
});
