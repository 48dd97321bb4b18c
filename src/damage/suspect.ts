/** Shorter texts are never called round-trip damaged, so they need not be looked at. */
export const SHORTEST = 600;
/** Attributions in a text without one quotation mark, and broken sentence starts, from which on the detectors are asked. */
const ATTRIBUTIONS = 4;
const BREAKS = 3;
const LOWER = /^[a-z]{3}/;
const WORD_END = /[a-z]{4}$/;

/** Odd marks from which on the detectors are asked. */
const ODD = 3;
const SPACE = 32;
const ZERO = 48;

/**
 * Whether a text may have gone through translation and back: a look at its characters that costs next to nothing, so that the detectors
 * read only the few texts that have attributions and no quotation marks, sentences that begin in lower case, or punctuation of another
 * language.
 */
export function mayBeDamaged(text: string): boolean {
  if (text.length < SHORTEST) return false;
  if (!/["\u201c\u201d]|\s['\u2018]\w/.test(text) && countOf(text, ' said', ATTRIBUTIONS) >= ATTRIBUTIONS) return true;
  return brokenStarts(text) >= BREAKS || oddCommas(text) >= ODD || FOREIGN.some((mark) => text.includes(mark));
}

/** Marks that no English text sets; each is sought on its own, for that is quickest. */
const FOREIGN = ['\u201e', '\u00ab', '\uff0c', '\u3002', '\u060c', '\u300c'];

/** Sentences that begin in lower case or with a second period, counted up to what is enough. */
function brokenStarts(text: string): number {
  let breaks = 0;
  for (let at = text.indexOf('. '); at >= 0 && breaks < BREAKS; at = text.indexOf('. ', at + 2)) {
    if (text[at + 2] === '.' || (LOWER.test(text.slice(at + 2, at + 5)) && WORD_END.test(text.slice(Math.max(0, at - 4), at)))) breaks++;
  }
  return breaks;
}

/** Commas with a space before them, and commas before fractions, counted up to what is enough. */
function oddCommas(text: string): number {
  let odd = 0;
  for (let at = text.indexOf(','); at >= 0 && odd < ODD; at = text.indexOf(',', at + 1)) {
    if (text.charCodeAt(at - 1) === SPACE || (isDigit(text, at - 1) && beginsFraction(text, at + 1))) odd++;
  }
  return odd;
}

/** One digit or two, and no third that would make thousands of them. */
function beginsFraction(text: string, at: number): boolean {
  return isDigit(text, at) && !(isDigit(text, at + 1) && isDigit(text, at + 2));
}

function isDigit(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= ZERO && unit <= ZERO + 9;
}

/** Occurrences of `part`, counted up to `most`. */
function countOf(text: string, part: string, most: number): number {
  let count = 0;
  for (let at = text.indexOf(part); at >= 0 && count < most; at = text.indexOf(part, at + part.length)) count++;
  return count;
}
