import type { Detector, Suspicion } from './finding.js';
import type { Prose } from './prose.js';
import { isFunctionWord } from './words.js';

const ASCII: Readonly<Record<string, string>> = {
  '\uff0c': ',', '\u3001': ',', '\u060c': ',', '\u3002': '.', '\uff1a': ':',
  '\uff1b': ';', '\u061b': ';', '\uff01': '!', '\uff1f': '?', '\u061f': '?',
};
const BEHIND_LATIN = /[A-Za-z0-9"')%\u2019\u201d]([\uff0c\u3001\u060c\u3002\uff1a\uff1b\u061b\uff01\uff1f\u061f])( ?)/g;
const INVERTED = /[\u00bf\u00a1](?=([A-Za-z]+))/g;

/** "said，" and "¿What": punctuation of another language in an English sentence. */
export const foreignPunctuation: Detector = { name: 'foreign-punctuation', topic: 'punctuation', weight: 2.5, find };

function find({ tokens: { text } }: Prose): Suspicion[] {
  return [...wide(text), ...inverted(text)].sort((a, b) => a.start - b.start);
}

function* wide(text: string): Generator<Suspicion> {
  for (const { index, 0: { length }, 1: mark, 2: blank } of text.matchAll(BEHIND_LATIN)) {
    const apart = blank === ' ' || index + length === text.length || /\s/.test(text[index + length]!) ? '' : ' ';
    yield {
      start: index + 1, end: index + 2, replacement: ASCII[mark!]! + apart, type: 'punct',
      evidence: 'punctuation of another language', probability: 0.93,
    };
  }
}

/** "¿What": only before an English word; a Spanish sentence keeps its marks. */
function* inverted(text: string): Generator<Suspicion> {
  for (const { index, 1: word } of text.matchAll(INVERTED)) {
    if (!isEnglish(word!.toLowerCase())) continue;
    yield {
      start: index, end: index + 1, replacement: '', type: 'punct',
      evidence: 'an inverted mark before an English word', probability: 0.92,
    };
  }
}

const QUESTIONS = new Set('how what why who where when which is are does did can'.split(' '));
/** Function words that Spanish writes alike. */
const SPANISH = new Set('a he me no'.split(' '));

function isEnglish(word: string): boolean {
  return QUESTIONS.has(word) || (isFunctionWord(word) && !SPANISH.has(word));
}
