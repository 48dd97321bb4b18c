import { tokenize } from '../../src/text/tokenize.js';
import { readArticles, SPUN_ARTICLES } from './articles.js';
import { makePipeline } from './pipeline.js';
import { auroc, falsePositiveRate } from './ranking.js';
import type { Request } from './request.js';
import { describeSimulation, simulate } from './simulated.js';
import { decimal, formatTable, whole } from './table.js';

const LENGTHS = [50, 100, 200, 500];
const RECALL = 0.95;

/** How well the verdict tells spun openings (simulated ones and the corpus's) from clean ones, at four lengths. */
export function reportVerdict(request: Request): string {
  const simulation = simulate(request);
  const { detect } = makePipeline({ lexicon: simulation.lexicon });
  const articles = readArticles().filter(({ number }) => SPUN_ARTICLES.includes(number)).map(({ gold }) => gold.text);
  const spun = [...simulation.documents.map(({ gold }) => gold.text), ...articles];
  const clean = simulation.documents.map((document) => document.clean);
  const rows = LENGTHS.map((words) => {
    const judge = (texts: readonly string[]): number[] =>
      texts.flatMap((text) => opening(text, words) ?? []).map((text) => detect(text).probability);
    const positives = judge(spun);
    const negatives = judge(clean);
    const caught = positives.filter((probability) => probability >= 0.5).length / positives.length;
    const accused = negatives.filter((probability) => probability >= 0.5).length / negatives.length;
    return [
      whole(words), whole(positives.length), whole(negatives.length), decimal(auroc(positives, negatives), 4),
      percent(falsePositiveRate(positives, negatives, RECALL)), percent(caught), percent(accused),
    ];
  });
  const heading = ['words', 'spun', 'clean', 'AUROC', 'false positives at 95 % recall', 'spun >= .5', 'clean >= .5'];
  return [`${describeSimulation(request, simulation)}\n`, formatTable(heading, rows)].join('\n');
}

/** The first words of a text, or nothing where it has fewer. */
function opening(text: string, words: number): string | undefined {
  const tokens = tokenize(text);
  return tokens.count < words ? undefined : text.slice(0, tokens.end[words - 1]);
}

function percent(value: number): string {
  return `${decimal(100 * value, 2)} %`;
}
