import type { Lexicon } from '../dictionary/lexicon.js';
import { raiseFirst } from '../dictionary/phrase.js';
import { SHAPE_RAISED } from '../match/find.js';
import type { Tokens } from '../text/tokenize.js';
import { agreeArticle } from '../rewrite/agree.js';
import type { Alternative, Edit } from '../types.js';
import { articleBefore } from './articles.js';
import { candidatesNear, standingKey, type Candidate, type Standing } from './candidates.js';
import type { Decision } from './lattice.js';
import { supports } from './support.js';

/** A candidate as text: the head in the case of what it replaces. */
export function wordingOf(candidate: Candidate, lexicon: Lexicon): string {
  const head = lexicon.textOf(candidate.head);
  return candidate.shape === SHAPE_RAISED ? raiseFirst(head) : head;
}

/** Turns a decision into edits, with the rivals of each. */
export function editsOf(
  decision: Decision, candidates: readonly Candidate[], tokens: Tokens, lexicon: Lexicon, standing: Standing, documentProbability: number,
  probabilityOf: (posterior: number) => number,
): Edit[] {
  const sure = supports(decision, candidates, tokens, lexicon);
  const taken = new Set(decision.chosen.map((i) => candidates[i]!.to - 1));
  return decision.chosen.map((number, place) => {
    const chosen = candidates[number]!;
    const wordings = new Map<string, number>();
    let touched = 0;
    for (const i of candidatesNear(candidates, chosen.from, chosen.to)) {
      const candidate = candidates[i]!;
      touched += decision.posterior[i]!;
      if (candidate.from !== chosen.from || candidate.to !== chosen.to) continue;
      const wording = wordingOf(candidate, lexicon);
      wordings.set(wording, (wordings.get(wording) ?? 0) + decision.posterior[i]!);
    }
    const wording = wordingOf(chosen, lexicon);
    const posterior = sure[place]!;
    const article = withArticle(tokens, chosen, wording, taken);
    const possessive = possessiveAfter(tokens, chosen, wording);
    const { start } = article;
    const end = tokens.end[chosen.to - 1]! + (possessive === '' ? 0 : 1);
    const observed = tokens.text.slice(start, end);
    const replacement = article.replacement + possessive;
    const keep = Math.max(1e-6, 1 - Math.max(touched, posterior));
    return {
      start, end, observed, replacement,
      alternatives: rivals(wordings, wording, observed, keep),
      type: lexicon.typeOf(chosen.entry),
      probability: probabilityOf(posterior) * documentProbability,
      entry: lexicon.idOf(chosen.entry),
      evidence: {
        family: lexicon.families[lexicon.entries.family[chosen.entry]!]!,
        document: documentProbability,
        survivors: standing.get(standingKey(chosen.head, chosen.shape)) ?? 0,
        context: Math.log(Math.max(posterior, 1e-6) / keep),
        match: chosen.kind,
      },
    };
  });
}

function rivals(wordings: ReadonlyMap<string, number>, chosen: string, observed: string, keep: number): Alternative[] {
  const others = [...wordings].filter(([wording, probability]) => wording !== chosen && probability >= 0.01);
  return [...others, [observed, keep] as const]
    .filter(([, probability]) => probability >= 0.001)
    .map(([text, probability]) => ({ text, probability }))
    .sort((a, b) => b.probability - a.probability || (a.text < b.text ? -1 : 1));
}

/** Takes the article before the span into the edit where the new words want the other form, unless another edit (`taken`: last tokens) has it. */
function withArticle(tokens: Tokens, chosen: Candidate, wording: string, taken: ReadonlySet<number>): { start: number; replacement: string } {
  const { text } = tokens;
  const start = tokens.start[chosen.from]!;
  const before = chosen.from - 1;
  const plain = { start, replacement: wording };
  if (taken.has(before) || articleBefore(tokens, chosen.from) === undefined) return plain;
  const article = text.slice(tokens.start[before], tokens.end[before]);
  const agreed = agreeArticle(article, wording);
  if (agreed === article) return plain;
  const from = tokens.start[before]!;
  return { start: from, replacement: agreed + text.slice(tokens.end[before]!, start) + wording };
}

/** Characters looked back for the quotation mark that an apostrophe may close. */
const QUOTED = 400;

/** What a bare apostrophe right after the span must become: nothing, or `'s` where it made a plural possessive and the new words end in no s. */
function possessiveAfter({ text, end: ends }: Tokens, chosen: Candidate, wording: string): string {
  const end = ends[chosen.to - 1]!;
  const mark = text[end];
  if ((mark !== "'" && mark !== '\u2019') || text[end - 1] !== 's' || /s$/i.test(wording) || /\w/.test(text[end + 1] ?? '')) return '';
  return /(?:^|[\s(])['\u2018]\S/.test(text.slice(Math.max(0, end - QUOTED), end)) ? '' : `${mark}s`;
}
