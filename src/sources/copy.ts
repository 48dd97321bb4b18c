import type { Lexicon } from '../dictionary/lexicon.js';
import type { Document } from './document.js';
import { readStretches, type Stretch } from './readings.js';
import type { Sentence } from './take-apart.js';

/** One of several texts, with what its words may stand for. */
export class Copy {
  readonly document: Document;
  /** Number of the family that spun it, or -1 for a clean text. */
  readonly family: number;
  private readonly lexicon: Lexicon;
  private readonly sentences: (Sentence | undefined)[] = [];
  private readonly spans: (Map<number, Stretch[]> | undefined)[] = [];
  private standing: Map<number, number> | undefined;

  constructor(document: Document, family: number, lexicon: Lexicon) {
    this.document = document;
    this.family = family;
    this.lexicon = lexicon;
  }

  /** A sentence by its number. */
  sentence(number: number): Sentence {
    const { tokens, starts } = this.document;
    const from = starts[number]!;
    const to = starts[number + 1]!;
    return (this.sentences[number] ??= { tokens, from, to, stretches: readStretches(tokens, this.lexicon, this.family, from, to) });
  }

  /** The phrases of the dictionary that the tokens `from` to `to` of a sentence are. */
  stretchesAt(sentence: number, from: number, to: number): Stretch[] {
    const { from: start, to: end } = this.sentence(sentence);
    const spans = (this.spans[sentence] ??= this.indexSpans(sentence));
    return spans.get((from - start) * (end - start + 1) + to - start) ?? [];
  }

  /** Times a phrase stands in the text in this case shape. */
  survivors(phrase: number, shape: number): number {
    return (this.standing ??= this.countStanding()).get(keyOf(phrase, shape)) ?? 0;
  }

  /** The words of the tokens `from` to `to` as they stand. */
  words(from: number, to: number): string {
    const { text, start, end } = this.document.tokens;
    return from === to ? '' : text.slice(start[from], end[to - 1]);
  }

  private indexSpans(sentence: number): Map<number, Stretch[]> {
    const { from: start, to: end, stretches } = this.sentence(sentence);
    const spans = new Map<number, Stretch[]>();
    for (const stretch of stretches) {
      const key = (stretch.from - start) * (end - start + 1) + stretch.to - start;
      const list = spans.get(key);
      if (list) list.push(stretch);
      else spans.set(key, [stretch]);
    }
    return spans;
  }

  private countStanding(): Map<number, number> {
    const standing = new Map<number, number>();
    for (let s = 0; s + 1 < this.document.starts.length; s++) {
      for (const { phrase, shape } of this.sentence(s).stretches) standing.set(keyOf(phrase, shape), (standing.get(keyOf(phrase, shape)) ?? 0) + 1);
    }
    return standing;
  }
}

function keyOf(phrase: number, shape: number): number {
  return phrase * 4 + shape;
}
