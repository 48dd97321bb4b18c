import { describe, expect, test } from 'vitest';
import { agreement } from '../../src/damage/agreement.js';
import { repair, reported } from './repair.js';

describe('a verb agrees with its pronoun', () => {
  test.each([
    ['it have', 'The plan is old. It have no friends.', 'The plan is old. It has no friends.'],
    ['she are', 'When she are ready, go.', 'When she is ready, go.'],
    ['he do', 'He do not smoke.', 'He does not smoke.'],
    ['they was', 'Because they was late, it failed.', 'Because they were late, it failed.'],
    ['they provides', 'Once they provides aid, it ends.', 'Once they provide aid, it ends.'],
    ['these rules is', 'These rules is old.', 'These rules are old.'],
  ])('%s', (_, damaged, repaired) => expect(repair(agreement, damaged)).toBe(repaired));
});

describe('rightful and doubtful verbs stay', () => {
  test.each([
    'Did it have friends? May it have many. Let it do so.',
    'They insist that he have a vote.',
    'You and he are late, and he or she have gone.',
    'The games for it do sell. One of these rules is old.',
    'How many rules is too many?',
    '"They was here," he said.',
    'They have it and it has them.',
    'What it is they have forgotten.',
  ])('%s', (text) => expect(reported(agreement, text)).toEqual([]));
});
