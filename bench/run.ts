/**
 * Speed and memory of the built package. Speeds are per second of processor time: what one core does.
 *
 *     npm run build && npm run bench [-- FOLDER…]
 *
 * Clean text is drawn from the folders of gzipped JSONL given, else it is the clean article of corpus/; spun text is its three spun ones.
 */
import { cpus } from 'node:os';
import { loadBuilt } from './built.js';
import { reportGrowth, reportWorst } from './linear.js';
import { reportColdStart, reportMemory } from './process.js';
import { reportSpeed } from './speed.js';
import { cleanDocuments, spunDocuments } from './texts.js';

const folders = process.argv.slice(2);
const { builtin, createRestorer } = await loadBuilt();
const restorer = createRestorer();
const spun = spunDocuments();
const phrases = [...new Set(builtin.entries.flatMap(({ observed }) => observed))].filter((phrase) => phrase.includes(' ')).sort();

console.log(`node ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}\n`);
console.log(await reportSpeed(restorer, phrases, cleanDocuments(folders), spun));
console.log(`\n${reportMemory(spun[0]!)}`);
console.log(`\n${reportColdStart(spun[0]!)}`);
console.log(`\n${reportGrowth(restorer)}`);
console.log(`\n${reportWorst(createRestorer({ assume: 'synonym-spin' }))}`);
