/**
 * Characters that are not shown as themselves: controls (but for tab and line feed), marks that reorder or hide text, halves of surrogate pairs
 * standing alone. ZWJ and ZWNJ stay: emoji and several scripts are spelled with them.
 */
const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]|\p{Cs}/gu;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** A text as the content of an element: markup escaped, unseen characters as small labels with their code point. Well-formed Unicode. */
export function content(text: string): string {
  return render(text, (label) => `<span class="sign">${label}</span>`);
}

/** A text as the value of an attribute, in either quotes, or of an element that holds text only: unseen characters as `[U+202E]`. */
export function attribute(text: string): string {
  return render(text, (label) => `[${label}]`);
}

/** A value as JSON that may stand inside a script element: no markup, no unseen character, no half of a pair in it. */
export function dataBlock(value: unknown): string {
  return JSON.stringify(value).replace(/[<>&]/g, escapeUnit).replace(UNSEEN, escapeUnits);
}

/** The address, or `#` in place of one that could run a script; still to be escaped as an attribute. */
export function safeAddress(address: string): string {
  return /^(?:https?:|file:|[^:]*$|[^:]*[/?#])/i.test(address.trim()) ? address : '#';
}

function render(text: string, show: (label: string) => string): string {
  let result = '';
  let from = 0;
  for (const match of text.matchAll(UNSEEN)) {
    result += entities(text.slice(from, match.index)) + show(labelOf(match[0]));
    from = match.index + match[0].length;
  }
  return result + entities(text.slice(from));
}

function entities(text: string): string {
  return text.replace(/[&<>"']/g, (char) => ENTITIES[char]!);
}

function labelOf(char: string): string {
  return `U+${char.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
}

function escapeUnits(char: string): string {
  return Array.from({ length: char.length }, (_, i) => escapeUnit(char[i]!)).join('');
}

function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
