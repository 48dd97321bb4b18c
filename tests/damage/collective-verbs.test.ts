import { describe, expect, test } from 'vitest';
import { collectiveVerbs } from '../../src/damage/collective-verbs.js';
import { repair, reported } from './repair.js';

describe('collective nouns of another language are mended', () => {
  test.each([
    ['police', 'The police is looking for him.', 'The police are looking for him.'],
    ['police in a clause', 'He said that the police was late.', 'He said that the police were late.'],
    ['police at the start', 'Police has closed the road.', 'Police have closed the road.'],
    ['people', 'He knew that people is tired.', 'He knew that people are tired.'],
    ['news', 'The news are bad for the town.', 'The news is bad for the town.'],
    ['information', 'The information were false.', 'The information was false.'],
  ])('%s', (_, damaged, repaired) => expect(repair(collectiveVerbs, damaged)).toBe(repaired));
});

test.each([
  'The police are looking for him.',
  'The chief of police is looking for him.',
  'The number of people is small.',
  'The news is bad.',
  'Those who read the news are few.',
  '"The police is late," he said.',
  'Fox News have said so.',
])('%s stays', (text) => expect(reported(collectiveVerbs, text)).toEqual([]));
