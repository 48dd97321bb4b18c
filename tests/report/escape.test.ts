import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { attribute, content, dataBlock, safeAddress } from '../../src/report/escape.js';
import { anyText } from '../helpers/texts.js';

const sign = (label: string): string => `<span class="sign">${label}</span>`;

describe('content', () => {
  test.each([
    ['markup', '<b class="x">&amp;</b>', '&lt;b class=&quot;x&quot;&gt;&amp;amp;&lt;/b&gt;'],
    ['a single quote', "it's", 'it&#39;s'],
    ['letters of any script, tabs and line feeds', 'Größe\tשלום\n北京 👩‍👩‍👧', 'Größe\tשלום\n北京 👩‍👩‍👧'],
    ['a right-to-left override', 'a\u202eb', `a${sign('U+202E')}b`],
    ['isolates and marks', '\u2066x\u2069\u200f', `${sign('U+2066')}x${sign('U+2069')}${sign('U+200F')}`],
    ['half of a surrogate pair', 'a\ud83db', `a${sign('U+D83D')}b`],
    ['controls', '\u0000\u001b\u0085', sign('U+0000') + sign('U+001B') + sign('U+0085')],
    ['zero-width space and tag characters', '\u200b\u{e0041}', sign('U+200B') + sign('U+E0041')],
  ])('%s', (_, text, expected) => {
    expect(content(text)).toBe(expected);
  });
});

describe('attribute', () => {
  test.each([
    ['quotes and markup', `"><script>'`, '&quot;&gt;&lt;script&gt;&#39;'],
    ['a bidi control', 'a\u202eb', 'a[U+202E]b'],
  ])('%s', (_, text, expected) => {
    expect(attribute(text)).toBe(expected);
  });
});

it('leaves no markup, no bidi control and no half pair of any text', () => {
  const hostile = anyText(['<script>', '</script>', '<!--', ']]>', '&lt;', '\u202e', '\u2066', '"', "'"]);
  fc.assert(fc.property(hostile, (text) => {
    for (const shown of [content(text).replace(/<span class="sign">(U\+[0-9A-F]{4,6})<\/span>/g, '$1'), attribute(text)]) {
      expect(shown).not.toMatch(/[<>"']|&(?!(?:amp|lt|gt|quot|#39);)/);
      expect(shown).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]|\p{Cs}/u);
    }
  }));
});

it('carries any text through a data block, with nothing in it that a parser of markup could see', () => {
  fc.assert(fc.property(anyText(['</script>', '<!--', '\u202e']), (text) => {
    const block = dataBlock({ text });
    expect(block).not.toMatch(/[<>&\u2028\u2029\u202a-\u202e\u2066-\u2069]|\p{Cs}/u);
    expect(JSON.parse(block)).toEqual({ text });
  }));
});

test.each([
  ['pages/001-a.html', true],
  ['https://example.org/?a=b:c', true],
  ['#top', true],
  ['../x:y.html', true],
  ['javascript:alert(1)', false],
  [' JavaScript:alert(1)//', false],
  ['java\nscript:alert(1)', false],
  ['data:text/html,x', false],
])('the address %j is kept: %s', (address, kept) => {
  expect(safeAddress(address)).toBe(kept ? address : '#');
});
