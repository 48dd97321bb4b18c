import { basename, dirname, extname, join } from 'node:path';
import type { IndexedDocument } from '../report/index-page.js';
import type { Restoration } from '../types.js';
import { UsageError, parseArguments, type Command } from './command.js';
import { eachInput } from './each-input.js';
import { makeRestorer } from './load-dictionaries.js';
import { inputsOf } from './read-input.js';
import { optionsOf } from './restore.js';
import type { Terminal } from './terminal.js';

const HELP = `Usage: unspun report [options] [FILE…|-]

Makes a page that shows what "restore" does to a text and why: both texts side by side, every edit
with its reasons, the verdict with its evidence. The page is one HTML file that needs no network.

Options:
  --out NAME.html       one text: its page (without --out, the page goes to stdout)
                        several texts: an index of them all, with the page of each in the
                        folder NAME-pages beside it
  --title TITLE         heading of the page or of the index; default: the file's name, "Reports"
  --mode MODE           as in restore: certain, balanced (default) or suggest
  --min-probability P   as in restore
  --dictionary FILE     a dictionary of your own beside the built-in one; may be given several times
  --help                this text

Files appear under their names only when they are complete, and replace those of an earlier run.

Exit code: 0 done, 1 a file could not be read or is too long, 2 wrong usage.

Examples:
  unspun report article.txt --out report.html
  unspun report --title "Crawl of March" --out march.html march/*.txt
  pdftotext report.pdf - | unspun report --title "Annual report" > page.html
`;

/** Longest text, in UTF-16 code units, that a page is made of: a page some fifty times as long still opens. */
const LONGEST = 1_000_000;

/** `unspun report`: writes pages for people. */
export const report: Command = { name: 'report', summary: 'show edits and verdicts on a page for people', help: HELP, run };

async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = parseArguments(args, {
    out: { type: 'string' }, title: { type: 'string' }, mode: { type: 'string' }, 'min-probability': { type: 'string' }, dictionary: { type: 'string', multiple: true },
  });
  const files = inputsOf(positionals);
  const { out, title } = values;
  if (out !== undefined && !/.\.html?$/i.test(out)) throw new UsageError(`got --out "${out}", expected a name that ends in .html`);
  if (out === undefined && files.length > 1) throw new UsageError(`got ${files.length} files without --out, expected --out NAME.html for the index`);
  const options = await optionsOf(values);
  const restorer = await makeRestorer(options);
  const write = out === undefined || files.length === 1 ? await onePage(out, title, terminal) : await manyPages(out, title, files.length);
  const code = await eachInput(files, terminal, async (file, text) => {
    if (text.length > LONGEST) {
      terminal.note(`${file}: got ${text.length} characters, expected at most ${LONGEST} on one page; split the text`);
      return false;
    }
    await write.add(file, text, restorer.restore(text));
    return true;
  });
  await write.close();
  return code;
}

/** Where the pages go. */
interface Pages {
  add(file: string, text: string, restoration: Restoration): Promise<void>;
  close(): Promise<void>;
}

async function onePage(out: string | undefined, title: string | undefined, terminal: Terminal): Promise<Pages> {
  const { renderReport } = await import('../report/report.js');
  return {
    add: async (file, text, restoration) => {
      const page = renderReport(text, restoration, { ...(title !== undefined && { title }), name: nameOf(file) });
      await (out === undefined ? terminal.write(page) : writePage(out, page));
    },
    close: async () => {},
  };
}

async function manyPages(out: string, title: string | undefined, number: number): Promise<Pages> {
  const [{ renderReport }, { indexedDocument, renderIndex }] = await Promise.all([import('../report/report.js'), import('../report/index-page.js')]);
  const folder = `${basename(out, extname(out))}-pages`;
  const documents: IndexedDocument[] = [];
  let next = 1;
  return {
    add: async (file, text, restoration) => {
      const page = `${String(next++).padStart(String(number).length, '0')}-${slug(file)}.html`;
      await writePage(join(dirname(out), folder, page), renderReport(text, restoration, { name: nameOf(file), index: `../${encodeURIComponent(basename(out))}` }));
      documents.push(indexedDocument(nameOf(file), restoration, `${encodeURIComponent(folder)}/${encodeURIComponent(page)}`));
    },
    close: async () => {
      if (documents.length > 0) await writePage(out, renderIndex(documents, title === undefined ? {} : { title }));
    },
  };
}

async function writePage(path: string, page: string): Promise<void> {
  const { openSink } = await import('./documents/sink.js');
  const sink = await openSink(path, 'none');
  try {
    await sink.write(Buffer.from(page));
    await sink.finish();
  } catch (error) {
    await sink.abandon();
    throw error;
  }
}

function nameOf(file: string): string {
  return file === '-' ? 'standard input' : file;
}

/** A file name without extension, in characters that no file system minds. */
function slug(file: string): string {
  const plain = basename(nameOf(file)).replace(/\.[A-Za-z0-9]{1,8}$/, '').normalize('NFC').replace(/[^\p{L}\p{N}_-]+/gu, '-');
  return Array.from(plain).slice(0, 60).join('') || 'text';
}
