import fc from 'fast-check';

/** Pieces that have broken tokenizers: joiners, clitics, odd spaces, surrogates alone, invisible and right-to-left characters. */
const PIECES = [
  'word', 'Word', 'WORD', 'wOrd', '7', '1,200.5', 'U.S.', 'a.m.', "isn't", 'nation’s', 'people-to-people', 'then-House', "O'Brien", '’', "'", '-', '‑', '.', ',', '. ', '? ',
  '"', '“', '”', '(', ')', ' ', '  ', '\n', '\r\n', '\r', '\t', '\u00a0', '\u202f', '\u200b', '\u00ad', '\ufeff', '\u200f', '\u2028', '\u0000', '\ud800', '\udc00', '😀', '👩‍👩‍👧',
  'e\u0301', 'é', 'İ', 'ß', 'ﬁ', 'שלום', 'مرحبا', '北京', 'Москва', '__proto__', 'constructor', 'toString', '{dollars}', '{{', '}}', 'http://example.org/a-b', 'me@example.org', '@handle', '#tag', '%', '$5',
] as const;

/** Any sequence of UTF-16 code units, lone surrogates among them. */
export function anyUnits(): fc.Arbitrary<string> {
  return fc.array(fc.nat(0xffff), { maxLength: 60 }).map((units) => String.fromCharCode(...units));
}

/** Any text: random code units, any Unicode characters, or the pieces above with spaces between some of them. */
export function anyText(extra: readonly string[] = []): fc.Arbitrary<string> {
  const pieces = fc.array(fc.constantFrom(...PIECES, ' ', ' ', ' ', ...extra), { maxLength: 50 }).map((list) => list.join(''));
  return fc.oneof(anyUnits(), fc.string({ unit: 'binary', maxLength: 60 }), { arbitrary: pieces, weight: 3 });
}
