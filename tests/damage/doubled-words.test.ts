import { describe, expect, test } from 'vitest';
import { doubledWords } from '../../src/damage/doubled-words.js';
import { repair, reported } from './repair.js';

describe('a word that stands twice is dropped once', () => {
  test.each([
    ['an auxiliary', 'The council has has voted twice.', 'The council has voted twice.'],
    ['an article', 'He sold the the boat in March.', 'He sold the boat in March.'],
    ['an article of one letter', 'She found a a coin.', 'She found a coin.'],
    ['at the start of a sentence', 'The the harbour froze.', 'The harbour froze.'],
    ['a noun', 'They repaired the bridge bridge before noon.', 'They repaired the bridge before noon.'],
    ['a preposition', 'The keys of of the mayor vanished.', 'The keys of the mayor vanished.'],
    ['with two blanks between', 'It will  will rain.', 'It will rain.'],
  ])('%s', (_, damaged, repaired) => expect(repair(doubledWords, damaged)).toBe(repaired));
});

describe('a word that rightly follows itself stays', () => {
  test.each([
    'By then the crew had had enough.',
    'He knew that that door was locked.',
    'It was a very very cold night.',
    'The band Duran Duran played, and so did Boutros Boutros.',
    'What it is is a mistake.',
    'She told her her coat was ready.',
    'He went in in silence.',
    'They sang la la la until dawn.',
    'The win, win for both sides.',
    'Gate 11 11 passengers waited.',
    'No no no, he shouted.',
    'The ship left the. The port closed.',
  ])('%s', (text) => expect(reported(doubledWords, text)).toEqual([]));
});
