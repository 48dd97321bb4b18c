/** Words that begin with a vowel letter but a consonant sound, and the other way round; by their beginnings. */
const CONSONANT_SOUND = /^(?:uni(?!n|m|dent)|unanim|usa[bg]|use|usu|u[kt][aeior]|eu|ewe|one(?!r)|once|ouija|ubiq|ugan|uran|urin|urol|urug|u[iy]gh|u$|us$)/i;
const VOWEL_SOUND = /^(?:hour|honest|honou?r|heir|herb$|[fhlmnrsx](?:\d|$)|(?:8|11|18)(?:\D|$)|8\d)/i;
/** Capitals that are spelt out take the article of their first letter's name; these are read as words. */
const READ_AS_WORDS = new Set(
  'FARC FEMA FICO FIFA HAMAS HIPAA HUD LIBOR LIV MAGA MERS NAFTA NASA NASCAR NASDAQ NATO NIMBY RAM RICO ROM SALT SARS SCOTUS SEAL SIM SPAC SWAT'.split(' '),
);
const VOWEL_NAMED = /^[AEFHILMNORSX]/;

/** The indefinite article that a word or phrase takes: `an` before a vowel sound. */
export function articleFor(phrase: string): 'a' | 'an' {
  const word = /[\p{L}\p{N}][\p{L}\p{N}.,]*/u.exec(phrase)?.[0].replace(/[.,]+$/, '') ?? '';
  if (isSpeltOut(word)) return VOWEL_NAMED.test(word) ? 'an' : 'a';
  if (VOWEL_SOUND.test(word)) return 'an';
  if (CONSONANT_SOUND.test(word)) return 'a';
  return /^[aeiouàáâäèéêëìíîïòóôöùúûü]/i.test(word) ? 'an' : 'a';
}

function isSpeltOut(word: string): boolean {
  return /^\p{Lu}(?:\p{Lu}|\.\p{Lu})/u.test(word) && word === word.toUpperCase() && !READ_AS_WORDS.has(word);
}

/** The article `article` (a, an, A, An) as the phrase after it wants it, in the same case. */
export function agreeArticle(article: string, phrase: string): string {
  const wanted = articleFor(phrase);
  return article[0] === 'A' ? `A${wanted.slice(1)}` : wanted;
}
