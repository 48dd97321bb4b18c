/**
 * Speed, memory and bookkeeping of the built command line over documents. Medians; all programs run in turn over the same input.
 *
 *     npm run build && npm run bench:pipeline [-- FOLDER…] [--mb 300] [--rounds 5] [--memory 10,2000] [--documents 100000]
 *
 * Clean text is drawn from the folders of gzipped JSONL given, else it is the clean article of corpus/, its paragraphs shuffled; 2 % of the
 * documents are spun: paragraphs of the spun articles of corpus/. A part is left out with 0. Needs a temporary folder with room for twice the largest size.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { reportAccounts } from './pipeline/accounts.js';
import { crawlTexts } from './pipeline/crawl.js';
import { reportPipelineMemory } from './pipeline/memory.js';
import { reportPipelineSpeed } from './pipeline/speed.js';

const { values, positionals } = parseArgs({
  options: {
    mb: { type: 'string', default: '300' }, rounds: { type: 'string', default: '5' },
    memory: { type: 'string', default: '10,2000' }, documents: { type: 'string', default: '100000' },
  },
  allowPositionals: true,
});
const texts = crawlTexts(positionals);
const folder = mkdtempSync(join(tmpdir(), 'bench-pipeline-'));
try {
  console.log(`node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, load ${loadavg()[0]!.toFixed(1)} before`);
  const megabytes = Number(values.mb);
  if (megabytes > 0) console.log(`\n${await reportPipelineSpeed({ folder, texts, megabytes, rounds: Number(values.rounds) })}`);
  const sizes = values.memory.split(',').map(Number).filter((size) => size > 0);
  if (sizes.length > 0) console.log(`\n${await reportPipelineMemory(folder, texts, sizes)}`);
  const documents = Number(values.documents);
  if (documents > 0) console.log(`\n${await reportAccounts(folder, texts, documents)}`);
} finally {
  rmSync(folder, { recursive: true });
}
