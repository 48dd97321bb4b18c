/** Words that begin with a vowel letter but a consonant sound, and the other way round; by their beginnings. */
const CONSONANT_SOUND = /^(?:uni(?!n|m)|use|usu|util|uti|euro|eul|eun|ewe|one(?!r)|once|ubiq|uran|urin|u-|ut[aeo]|uk\b|u\.?[ks]\b|us\b)/i;
const VOWEL_SOUND = /^(?:hour|honest|honou?r|heir|herb\b|[fhlmnrsx](?:\.|-|\d|$)|(?:8|11|18)(?:\D|$)|8\d)/i;
const VOWEL_INITIALISM = /^[AEFHILMNORSX](?:[A-Z]|\.[A-Z])/;
const CONSONANT_INITIALISM = /^[BCDGJKPQTUVWYZ](?:[A-Z]|\.[A-Z])/;

/** The indefinite article that a word takes: `an` before a vowel sound. */
export function articleFor(word: string): 'a' | 'an' {
  if (VOWEL_INITIALISM.test(word) && word === word.toUpperCase()) return 'an';
  if (CONSONANT_INITIALISM.test(word) && word === word.toUpperCase()) return 'a';
  if (VOWEL_SOUND.test(word)) return 'an';
  if (CONSONANT_SOUND.test(word)) return 'a';
  return /^[aeiouàáâäèéêëìíîïòóôöùúûü]/i.test(word) ? 'an' : 'a';
}

/** The article `article` (a, an, A, An) as the word after it wants it, in the same case. */
export function agreeArticle(article: string, word: string): string {
  const wanted = articleFor(word);
  return article[0] === 'A' ? `A${wanted.slice(1)}` : wanted;
}
