import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build, type Plugin } from 'esbuild';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const ROOT = resolve(HERE, '../..');

/** Builds the page into a folder, which is emptied first: `examples/playground/dist` unless another is named. */
export async function buildPlayground(out: string = join(HERE, 'dist')): Promise<void> {
  await rm(out, { recursive: true, force: true });
  await mkdir(join(out, 'articles'), { recursive: true });
  await Promise.all([bundle(out), copyPage(out), copyArticles(out), packModel(out)]);
}

/** The page and one worker for each build of the library. */
async function bundle(out: string): Promise<void> {
  await build({
    entryPoints: ['page', 'engine-full', 'engine-lite'].map((name) => join(HERE, 'src', `${name}.ts`)),
    outdir: out,
    bundle: true,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    minify: true,
    legalComments: 'none',
    logLevel: 'warning',
    plugins: [lateModel],
  });
}

/** The context model is no part of the bundle: the worker fetches it when the first text needs it. All other `#` imports are those of package.json. */
const lateModel: Plugin = {
  name: 'late-model',
  setup({ onResolve }) {
    onResolve({ filter: /^#lazy-model$/ }, () => ({ path: join(HERE, 'src', 'late-model.ts') }));
  },
};

async function copyPage(out: string): Promise<void> {
  await Promise.all(['index.html', 'style.css', 'icon.svg'].map((name) => cp(join(HERE, 'src', name), join(out, name))));
}

/** The corpus articles, and their names as corpus/README.md gives them. */
async function copyArticles(out: string): Promise<void> {
  const rows = (await readFile(join(ROOT, 'corpus', 'README.md'), 'utf8')).matchAll(/^\| `(\d{3}_\w+\.txt)` \| ([^|]+?) \|/gm);
  const articles = Array.from(rows, ([, file, title]) => ({ file: file!, title: title!.charAt(0).toUpperCase() + title!.slice(1) }));
  if (articles.length === 0) throw new Error('got no row such as "| `000_….txt` | a report … |" in corpus/README.md, expected one for each article');
  await Promise.all(articles.map(({ file }) => cp(join(ROOT, 'corpus', file), join(out, 'articles', file))));
  await writeFile(join(out, 'articles', 'index.json'), JSON.stringify(articles));
}

/** Compressed here and unpacked in the page, so that it travels small from any server. */
async function packModel(out: string): Promise<void> {
  const { model } = createRequire(import.meta.url)(join(ROOT, 'src', 'lazy-model.cjs')) as { model(): object };
  await writeFile(join(out, 'model.bin'), gzipSync(JSON.stringify(model()), { level: 9 }));
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  await buildPlayground();
  console.log('examples/playground/dist is built; serve the folder with any static server, or: npm run serve:playground');
}
