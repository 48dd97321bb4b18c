/** Shorter texts are never called round-trip damaged, so they need not be looked at. */
const SHORTEST = 600;
/** Attributions in a text without one quotation mark, and broken sentence starts, from which on the detectors are asked. */
const ATTRIBUTIONS = 4;
const BREAKS = 3;
const LOWER = /^[a-z]{3}/;
const WORD_END = /[a-z]{4}$/;

/**
 * Whether a text may have gone through translation and back: a look at its characters that costs next to nothing, so that the detectors read only the few
 * texts that have attributions and no quotation marks, or sentences that begin in lower case.
 */
export function mayBeDamaged(text: string): boolean {
  if (text.length < SHORTEST) return false;
  if (!/["\u201c\u201d]|\s['\u2018]\w/.test(text) && countOf(text, ' said', ATTRIBUTIONS) >= ATTRIBUTIONS) return true;
  let breaks = 0;
  for (let at = text.indexOf('. '); at >= 0 && breaks < BREAKS; at = text.indexOf('. ', at + 2)) {
    if (text[at + 2] === '.' || (LOWER.test(text.slice(at + 2, at + 5)) && WORD_END.test(text.slice(Math.max(0, at - 4), at)))) breaks++;
  }
  return breaks >= BREAKS;
}

/** Occurrences of `part`, counted up to `most`. */
function countOf(text: string, part: string, most: number): number {
  let count = 0;
  for (let at = text.indexOf(part); at >= 0 && count < most; at = text.indexOf(part, at + part.length)) count++;
  return count;
}
