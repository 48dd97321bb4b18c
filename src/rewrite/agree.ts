import { UPPER, WORD, cellOf } from '../text/characters.js';

/** Words that begin with a vowel letter but a consonant sound, and the other way round; by their beginnings. */
const CONSONANT_SOUND = /^(?:uni(?!n|m|dent)|unanim|usa[bg]|use|usu|u[kt][aeior]|eu|ewe|one(?!r)|once|ouija|ubiq|ugan|uran|urin|urol|urug|u[iy]gh|u$|us$)/i;
const VOWEL_SOUND = /^(?:hour|honest|honou?r|heir|herb$|[fhlmnrsx](?:\d|$)|(?:8|11|18)(?:\D|$)|8\d)/i;
/** Capitals that are spelt out take the article of their first letter's name; these are read as words. */
const READ_AS_WORDS = new Set(
  'FARC FEMA FICO FIFA HAMAS HIPAA HUD LIBOR LIV MAGA MERS NAFTA NASA NASCAR NASDAQ NATO NIMBY RAM RICO ROM SALT SARS SCOTUS SEAL SIM SPAC SWAT'.split(' '),
);
const VOWEL_NAMED = /^[AEFHILMNORSX]/;

const LATIN_VOWEL = /^[aeiouàáâäèéêëìíîïòóôöùúûü]/i;

/** The indefinite article that a word or phrase takes: `an` before a vowel sound. */
export function articleFor(phrase: string): 'a' | 'an' {
  const word = firstWord(phrase);
  if (isSpeltOut(word)) return VOWEL_NAMED.test(word) ? 'an' : 'a';
  if (VOWEL_SOUND.test(word)) return 'an';
  if (CONSONANT_SOUND.test(word)) return 'a';
  return LATIN_VOWEL.test(word) ? 'an' : 'a';
}

/** The first run of letters, digits and inner periods and commas. Told by the tokenizer's classes: regular expressions of Unicode classes take milliseconds to compile. */
function firstWord(phrase: string): string {
  let start = 0;
  while (start < phrase.length && !isWordUnit(phrase, start)) start++;
  let end = start;
  let last = start;
  while (end < phrase.length && (isWordUnit(phrase, end) || '.,'.includes(phrase[end]!))) if (isWordUnit(phrase, end++)) last = end;
  return phrase.slice(start, last);
}

function isWordUnit(text: string, at: number): boolean {
  return (cellOf(text.charCodeAt(at)) & WORD) !== 0;
}

/** `US`, `U.S`: capitals throughout, at least two. */
function isSpeltOut(word: string): boolean {
  const isCapital = (at: number): boolean => at < word.length && (cellOf(word.charCodeAt(at)) & UPPER) !== 0;
  return isCapital(0) && (isCapital(1) || (word[1] === '.' && isCapital(2))) && word === word.toUpperCase() && !READ_AS_WORDS.has(word);
}

/** The article `article` (a, an, A, An) as the phrase after it wants it, in the same case. */
export function agreeArticle(article: string, phrase: string): string {
  const wanted = articleFor(phrase);
  return article[0] === 'A' ? `A${wanted.slice(1)}` : wanted;
}
