/**
 * Makes docs/images/report.png, the picture of a report in the README, from examples/spun.txt. Needs a Chromium (see tests/helpers/chromium.ts).
 *
 * Run: npx tsx tools/screenshot-report.ts [OUT.png]
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { renderReport, restore } from '../src/index.js';
import { CHROMIUM, CHROMIUM_ARGS } from '../tests/helpers/chromium.js';
import { ROOT } from './dictionary-files.js';
import { shrinkPng } from './shrink-png.js';

const WIDTH = 1200;
const HEIGHT = 1450;
/** Room for the card below its words. */
const WINDOW = 1900;
/** The edit whose reasons the picture shows. */
const SHOWN = 'subsequent';
const LARGEST = 200_000;

const out = process.argv[2] ?? join(ROOT, 'docs', 'images', 'report.png');
const folder = mkdtempSync(join(tmpdir(), 'unspun-screenshot-'));
void main().finally(() => rmSync(folder, { recursive: true }));

async function main(): Promise<void> {
  const text = readFileSync(join(ROOT, 'examples', 'spun.txt'), 'utf8');
  const page = join(folder, 'report.html');
  writeFileSync(page, renderReport(text, restore(text), { title: 'Harbor City delays its tram', name: 'spun.txt' }));
  mkdirSync(dirname(out), { recursive: true });
  const picture = shrinkPng(await takePicture(page));
  if (picture.length > LARGEST) throw new Error(`got a picture of ${picture.length} bytes, expected at most ${LARGEST}; make it smaller`);
  writeFileSync(out, picture);
  console.log(`${out}: ${picture.length} bytes`);
}

async function takePicture(file: string): Promise<Buffer> {
  if (!CHROMIUM) throw new Error('found no Chromium, expected one on the path; install chromium or set CHROMIUM_PATH');
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: [...CHROMIUM_ARGS, '--disable-lcd-text'] });
  try {
    const page = await browser.newPage({ viewport: { width: WIDTH, height: WINDOW }, colorScheme: 'light' });
    await page.goto(pathToFileURL(file).href);
    await page.hover(`.restored .mark:has-text("${SHOWN}")`);
    await page.locator('#card').waitFor({ state: 'visible' });
    return await page.screenshot({ clip: { x: 0, y: 0, width: WIDTH, height: HEIGHT } });
  } finally {
    await browser.close();
  }
}
