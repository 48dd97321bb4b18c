import { BOUNDARY, Places, type ContextModel } from '../decode/context-model.js';
import { modelGap, modelHash } from '../decode/model-tokens.js';
import { tokenize, type Tokens } from '../text/tokenize.js';
import type { Edit } from '../types.js';

/** The context model and what it was asked, shared by the sentences of a text. */
export class Language {
  private readonly model: ContextModel;
  private readonly places = new Places();
  private readonly known = new Map<string, readonly number[]>();

  constructor(model: ContextModel) {
    this.model = model;
  }

  /** Hashes of the words of a phrase, as the context model knows them. */
  hashesOf(phrase: string): readonly number[] {
    let hashes = this.known.get(phrase);
    if (!hashes) {
      const tokens = tokenize(phrase);
      this.known.set(phrase, (hashes = Array.from({ length: tokens.count }, (_, i) => modelHash(tokens, i))));
    }
    return hashes;
  }

  /** Natural-log probability of words after two others. */
  log(before2: number, before1: number, words: readonly number[]): number {
    const { model, places } = this;
    places.count = 0;
    let sum = 0;
    let [second, first] = [before2, before1];
    for (const word of words) {
      sum += model.logProbability(places, model.open(places, second, first), word);
      [second, first] = [first, word];
    }
    return sum;
  }
}

/** Words after a stretch whose probability depends on it. */
const AFTER = 2;

/** How well a wording goes with the words around, once the edits believed in are made. */
export class Fluency {
  readonly language: Language;
  private readonly tokens: Tokens;
  private readonly from: number;
  private readonly to: number;
  /** Stretches believed to stand for other words: token span, hashes. */
  private readonly believed: { from: number; to: number; hashes: readonly number[] }[];

  /** For the sentence of the tokens `from` to `to`; `edits` are those of the whole text. */
  constructor(tokens: Tokens, from: number, to: number, edits: readonly Edit[], language: Language) {
    this.language = language;
    this.tokens = tokens;
    this.from = from;
    this.to = to;
    this.believed = edits.flatMap((edit) => spanOf(tokens, from, to, edit, language));
  }

  /** Natural-log probability of the wording in the place of the tokens `from` to `to`, and of the words that follow. */
  log(from: number, to: number, wording: readonly number[]): number {
    const [before2, before1] = this.before(from);
    const gap = from === this.from ? 0 : modelGap(this.tokens, from);
    return this.language.log(before2, before1, [...(gap === 0 ? [] : [gap]), ...wording, ...this.after(to)]);
  }

  /** Believes in a wording from now on. */
  believe(from: number, to: number, hashes: readonly number[]): void {
    const others = this.believed.filter((item) => item.to <= from || item.from >= to);
    this.believed.splice(0, this.believed.length, ...others, { from, to, hashes });
  }

  private before(at: number): [number, number] {
    const words: number[] = [];
    for (let i = at; i > this.from && words.length < 2; ) {
      const item = this.believed.find((other) => other.to === i && other.from < i);
      const start = item ? item.from : i - 1;
      const own = item ? item.hashes : [modelHash(this.tokens, start)];
      words.unshift(...(start === this.from ? [] : gapOf(this.tokens, start)), ...own);
      i = start;
    }
    return [words.at(-2) ?? BOUNDARY, words.at(-1) ?? BOUNDARY];
  }

  private after(at: number): number[] {
    const words: number[] = [];
    for (let i = at; words.length < AFTER && i < this.to; ) {
      const item = this.believed.find((other) => other.from === i && other.to > i);
      words.push(...gapOf(this.tokens, i), ...(item ? item.hashes : [modelHash(this.tokens, i)]));
      i = item ? item.to : i + 1;
    }
    return words.length < AFTER ? [...words, BOUNDARY] : words.slice(0, AFTER);
  }
}

function gapOf(tokens: Tokens, i: number): number[] {
  const gap = modelGap(tokens, i);
  return gap === 0 ? [] : [gap];
}

/** The token span of an edit that lies in the sentence, article and all. */
function spanOf(tokens: Tokens, from: number, to: number, edit: Edit, language: Language): { from: number; to: number; hashes: readonly number[] }[] {
  if (edit.end <= tokens.start[from]! || edit.start >= tokens.end[to - 1]!) return [];
  let first = from;
  while (first < to && tokens.start[first]! < edit.start) first++;
  let last = first;
  while (last < to && tokens.end[last]! <= edit.end) last++;
  return last > first ? [{ from: first, to: last, hashes: language.hashesOf(edit.replacement) }] : [];
}
