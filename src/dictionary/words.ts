/** The words of a dictionary as code units laid end to end: word i is `units` from `start[i]` up to `start[i + 1]`. Folded, sorted. */
export interface WordTable {
  readonly start: Int32Array;
  readonly units: Uint16Array;
}

/** Lays words end to end. */
export function wordTable(words: readonly string[]): WordTable {
  const start = new Int32Array(words.length + 1);
  words.forEach((word, i) => (start[i + 1] = start[i]! + word.length));
  const units = new Uint16Array(start[words.length]!);
  words.forEach((word, i) => {
    for (let at = 0; at < word.length; at++) units[start[i]! + at] = word.charCodeAt(at);
  });
  return { start, units };
}

/** Word `i` as a string. */
export function wordAt({ start, units }: WordTable, i: number): string {
  return String.fromCharCode(...units.subarray(start[i], start[i + 1]));
}

const FIRST = 65;
/** Leading letters that one letter of the code can count. */
const MOST_SHARED = 57;

/** Front-codes sorted words, one a line: a letter for the number of leading letters shared with the word before, then the rest. */
export function frontCode(words: WordTable): string {
  const { start } = words;
  let before = '';
  return Array.from({ length: start.length - 1 }, (_, i) => {
    const word = wordAt(words, i);
    let shared = 0;
    while (shared < MOST_SHARED && shared < before.length && word[shared] === before[shared]) shared++;
    before = word;
    return String.fromCharCode(FIRST + shared) + word.slice(shared);
  }).join('\n');
}

const NEW_LINE = 10;

/** Reads what {@link frontCode} wrote of `count` words with `total` code units; makes no strings, for few of the words are ever looked at as such. */
export function unfrontCode(coded: string, count: number, total: number): WordTable {
  const start = new Int32Array(count + 1);
  const units = new Uint16Array(total);
  let to = 0;
  let from = 0;
  for (let word = 0, at = 0; word < count; word++) {
    const end = from + coded.charCodeAt(at++) - FIRST;
    start[word] = to;
    // The shared letters stand at the start of the word before.
    let unit = 0;
    for (let i = from; i < end; i++) units[to++] = units[i]!;
    while (at < coded.length && (unit = coded.charCodeAt(at++)) !== NEW_LINE) units[to++] = unit;
    from = start[word]!;
  }
  start[count] = to;
  return { start, units };
}
