import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import { createRequire } from 'node:module';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it, test } from 'vitest';
import { buildPlayground } from '../../examples/playground/build.js';
import { serveFolder } from '../../examples/playground/serve.js';
import { SAMPLE } from '../../examples/playground/src/sample.js';
import { builtin, createRestorer, loadDictionary, restore } from '../../src/index.js';
import { restore as restoreLite } from '../../src/lite.js';
import { ROOT } from '../../tools/dictionary-files.js';
import { CLEAN, SPUN } from '../helpers/articles.js';
import { CHROMIUM, CHROMIUM_ARGS, WITH_CHROMIUM, seriousViolations } from '../helpers/chromium.js';

const ARTICLES = readdirSync(join(ROOT, 'corpus')).filter((name) => /^\d{3}_\w+\.txt$/.test(name));
const WIDE = { width: 1280, height: 900 };
const NARROW = { width: 390, height: 844 };

let folder: string;
let server: Server;
let address: string;
let browser: Browser;
/** Bytes sent for each path since the last page was opened, and what pages complained of or asked other hosts for. */
const sent = new Map<string, number>();
const complaints: string[] = [];

describe.skipIf(!CHROMIUM)(`the playground ${WITH_CHROMIUM}`, () => {
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'unspun-playground-'));
    await buildPlayground(folder);
    ({ server, address } = await serveFolder(folder));
    server.on('request', (request, response) => response.on('finish', () => sent.set(request.url!, Number(response.getHeader('content-length') ?? 0))));
    browser = await chromium.launch({ executablePath: CHROMIUM!, args: CHROMIUM_ARGS });
  });

  afterAll(async () => {
    await browser?.close();
    server?.close();
    if (folder) rmSync(folder, { recursive: true, force: true });
  });

  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
    expect(complaints.splice(0)).toEqual([]);
  });

  it('restores the sample it opens with', async () => {
    const page = await open();
    expect(await page.inputValue('#text')).toBe(SAMPLE);
    expect(await copied(page)).toBe(restore(SAMPLE).text);
    expect(await page.textContent('#verdict')).toContain('Looks machine-paraphrased');
  });

  it('restores a pasted text', async () => {
    const page = await open();
    await page.evaluate((text) => navigator.clipboard.writeText(text), SPUN);
    await page.focus('#text');
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Control+V');
    await settled(page);
    expect(await copied(page)).toBe(restore(SPUN).text);
  });

  it('leaves clean text as it is', async () => {
    const page = await open();
    await fill(page, CLEAN);
    expect(await page.locator('#result .mark').count()).toBe(0);
    expect(await page.textContent('#verdict .family')).toBe('No sign of a machine paraphrase');
    expect(await copied(page)).toBe(CLEAN);
  });

  test.each(ARTICLES)('restores the corpus article %s', async (name) => {
    const page = await open();
    await page.selectOption('#article', name);
    const text = readFileSync(join(ROOT, 'corpus', name), 'utf8');
    await expect.poll(() => page.inputValue('#text')).toBe(text);
    await settled(page);
    expect(await copied(page)).toBe(restore(text).text);
  });

  it('turns an edit off and on again, with the pointer and with the keyboard', async () => {
    const page = await open();
    const before = await copied(page);
    const mark = page.locator('#result .mark', { hasText: /people$/ }).first();
    const off = before.replace('people', 'folks');
    await mark.click();
    expect(await copied(page)).toBe(off);
    await page.locator('#result .mark.off').press('Enter');
    expect(await copied(page)).toBe(before);
    await mark.press(' ');
    expect(await page.locator('#result .mark.off').getAttribute('aria-pressed')).toBe('false');
    expect(await copied(page)).toBe(off);
  });

  it('makes a suggestion that the reader presses', async () => {
    const page = await open();
    await page.selectOption('#mode', 'suggest');
    await settled(page);
    expect(await copied(page)).toBe(SAMPLE);
    await page.locator('#result .mark', { hasText: 'folks' }).click();
    expect(await copied(page)).toBe(SAMPLE.replace('folks', 'people'));
  });

  it('keeps what was turned off when an option changes, and forgets it with the text', async () => {
    const page = await open();
    await page.locator('#result .mark', { hasText: /people$/ }).first().click();
    await page.selectOption('#mode', 'certain');
    await settled(page);
    expect(await page.textContent('#result')).toContain('folks');
    await fill(page, `${SAMPLE}\n`);
    expect(await page.locator('#result .mark.off').count()).toBe(0);
  });

  it('gives the restored text alone to whoever selects and copies it', async () => {
    const page = await open();
    const selected = () => page.evaluate(() => {
      getSelection()!.selectAllChildren(document.querySelector('#result')!);
      return String(getSelection()).trimEnd();
    });
    expect(await selected()).toBe(restore(SAMPLE).text.trimEnd());
    await page.check('#changes');
    expect(await selected()).toBe(restore(SAMPLE).text.trimEnd());
  });

  it('downloads what it shows', async () => {
    const page = await open();
    await page.locator('#result .mark', { hasText: /people$/ }).first().click();
    const { name, content } = await downloaded(page);
    expect(name).toBe('restored.txt');
    expect(content).toBe(restore(SAMPLE).text.replace('people', 'folks'));
  });

  it('takes a dropped file and gives its line ends back', async () => {
    const page = await open();
    const text = SPUN.replaceAll('. ', '.\r\n');
    await drop(page, text);
    await expect.poll(() => page.inputValue('#text')).toBe(text.replaceAll('\r\n', '\n'));
    await settled(page);
    expect((await downloaded(page)).content).toBe(restore(text).text);
  });

  it('puts an own entry to use and says what is wrong with one', async () => {
    const page = await open();
    const mine = loadDictionary('family: synonym-spin\ntopic: yours\nentries:\n  port: [harbor]\n');
    await page.fill('#entries', 'port: [harbor]');
    await settled(page);
    expect(await page.locator('#result .mark.own').first().textContent()).toBe('harbor port');
    expect(await copied(page)).toBe(createRestorer({ dictionaries: [builtin, mine] }).restore(SAMPLE).text);
    await page.fill('#entries', 'port: [harbor]\nwall: [');
    await expect.poll(() => page.textContent('#entries-problem')).toMatch(/^Line 2: /);
    expect(await page.locator('#result .mark.own').count()).toBeGreaterThan(0);
    await page.fill('#entries', '');
    await settled(page);
    expect(await page.locator('#result .mark.own').count()).toBe(0);
    expect(await page.textContent('#entries-problem')).toBe('');
    expect(await copied(page)).toBe(restore(SAMPLE).text);
  });

  it('follows the mode, the build and the assumption', async () => {
    const page = await open();
    await fill(page, SPUN);
    await page.selectOption('#mode', 'certain');
    await settled(page);
    expect(await copied(page)).toBe(restore(SPUN, { mode: 'certain' }).text);
    await page.selectOption('#build', 'lite');
    await settled(page);
    expect(await copied(page)).toBe(restoreLite(SPUN, { mode: 'certain' }).text);
    await page.selectOption('#build', 'full');
    await page.selectOption('#mode', 'balanced');
    await fill(page, 'The folks left.');
    expect(await copied(page)).toBe('The folks left.');
    await page.check('#assume');
    await settled(page);
    expect(await copied(page)).toBe(restore('The folks left.', { assume: 'synonym-spin' }).text);
  });

  it('says why, on focus and on hover, until Escape is pressed', async () => {
    const page = await open();
    const mark = page.locator('#result .mark', { hasText: /people$/ }).first();
    await mark.hover();
    await expect.poll(() => page.locator('#reason').isVisible()).toBe(true);
    expect(await page.textContent('#reason')).toMatch(/folks → people.*Right with probability.*synonym-spin\/[a-z-]+\/people/);
    await page.keyboard.press('Escape');
    expect(await page.locator('#reason').isVisible()).toBe(false);
    await mark.focus();
    expect(await mark.getAttribute('aria-describedby')).toBe('reason');
    expect(await page.locator('#reason').isVisible()).toBe(true);
  });

  it('keeps the card off the mark in a narrow window', async () => {
    const page = await open({ viewport: NARROW });
    for (const place of [0, 12, 24]) {
      const mark = page.locator('#result .mark').nth(place);
      await mark.focus();
      const [card, word] = [await page.locator('#reason').boundingBox(), await mark.boundingBox()];
      expect(card!.y + card!.height <= word!.y || card!.y >= word!.y + word!.height, `mark ${place}`).toBe(true);
    }
  });

  it('has one stop for Tab among the marks and moves between them with the arrow keys', async () => {
    const page = await open();
    await page.focus('#download');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    const focused = () => page.evaluate(() => Array.from(document.querySelectorAll('#result .mark')).indexOf(document.activeElement!));
    expect(await focused()).toBe(0);
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowLeft']) await page.keyboard.press(key);
    expect(await focused()).toBe(1);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('entries');
    await page.keyboard.press('Shift+Tab');
    expect(await focused()).toBe(1);
  });

  it('shows markup and scripts in a text as text', async () => {
    const page = await open();
    const text = `<img src="x" onerror="document.title='run'"><script>document.title='run'</script> \u202e${SPUN}`;
    await fill(page, text);
    expect(await page.locator('#result img, #result script').count()).toBe(0);
    expect(await page.title()).toBe('unspun playground');
    expect(await copied(page)).toBe(restore(text).text);
  });

  test.each([
    ['full', '', 4_000_000],
    ['lite', '?build=lite', 1_000_000],
  ])('the %s build shows its first result within 2 seconds, for at most its share of bytes', async (build, query, most) => {
    const times: number[] = [];
    const limit = 2000 * crowding();
    while (times.length < 6 && !(Math.min(...times) < limit)) {
      const start = performance.now();
      const page = await open({}, query);
      times.push(performance.now() - start);
      await page.context().close();
    }
    const bytes = [...sent.values()].reduce((sum, size) => sum + size, 0);
    console.log(`playground, ${build}: ${bytes} bytes sent, first result after ${times.map((time) => Math.round(time)).join(', ')} ms`);
    expect(bytes).toBeLessThanOrEqual(most);
    expect(bytes).toBeGreaterThan(most / 4);
    expect(sent.has('/model.bin')).toBe(build === 'full');
    expect(Math.min(...times)).toBeLessThan(limit);
  });

  it('cannot send anything to another host, from the page or from its workers', async () => {
    const other = await serveFolder(folder);
    const asked: string[] = [];
    other.server.on('request', ({ url }) => asked.push(url!));
    const page = await open();
    const tryFetch = (target: string) => fetch(target, { mode: 'no-cors' }).then(() => 'sent', () => 'refused');
    expect(await page.evaluate(tryFetch, other.address)).toBe('refused');
    expect(page.workers()).toHaveLength(1);
    expect(await page.workers()[0]!.evaluate(tryFetch, other.address)).toBe('refused');
    other.server.close();
    expect(asked).toEqual([]);
    expect(complaints.splice(0).filter((complaint) => !/Content Security Policy|not allowed|Refused/.test(complaint))).toEqual([]);
  });

  test.each<[string, BrowserContextOptions]>([
    ['wide and light', { viewport: WIDE, colorScheme: 'light' }],
    ['wide and dark', { viewport: WIDE, colorScheme: 'dark' }],
    ['narrow and light', { viewport: NARROW, colorScheme: 'light' }],
    ['narrow and dark', { viewport: NARROW, colorScheme: 'dark' }],
  ])('passes axe and fits its window, %s', async (_, options) => {
    const page = await open(options);
    await page.locator('#result .mark').first().click();
    await page.fill('#entries', 'port: [harbor]\nwall: [');
    await page.check('#changes');
    await page.click('#verdict summary');
    await expect.poll(() => page.textContent('#entries-problem')).not.toBe('');
    await page.locator('#result .mark').nth(3).focus();
    expect(await seriousViolations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  });
});

test('the playground has no mistake in its types, which only its own settings know', () => {
  const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
  expect(execFileSync(process.execPath, [tsc, '--noEmit', '-p', join(ROOT, 'examples', 'playground')], { encoding: 'utf8' })).toBe('');
});

/** How many want each processor at present, at least 1: on a crowded computer the clock says little about the page. */
function crowding(): number {
  return Math.max(1, loadavg()[0]! / availableParallelism());
}

/** Opens the page in a window of its own and waits for the first result. */
async function open(options: BrowserContextOptions = {}, query = ''): Promise<Page> {
  const context = await browser.newContext({ viewport: WIDE, permissions: ['clipboard-read', 'clipboard-write'], ...options });
  const page = await context.newPage();
  sent.clear();
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(address) && !url.startsWith(`blob:${address}`)) complaints.push(`a request to ${url}`);
  });
  await page.goto(address + query);
  await page.waitForSelector('#result .mark');
  return page;
}

async function fill(page: Page, text: string): Promise<void> {
  await page.fill('#text', text);
  await settled(page);
}

/** Waits until the page has restored what it was given last. */
async function settled(page: Page): Promise<void> {
  await page.waitForTimeout(300);
  await page.waitForSelector('#result[aria-busy="false"]');
}

async function copied(page: Page): Promise<string> {
  await page.click('#copy');
  await expect.poll(() => page.textContent('#status')).toBe('Copied.');
  return page.evaluate(() => navigator.clipboard.readText());
}

async function downloaded(page: Page): Promise<{ name: string; content: string }> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('#download')]);
  return { name: download.suggestedFilename(), content: readFileSync(await download.path(), 'utf8') };
}

async function drop(page: Page, text: string): Promise<void> {
  await page.evaluate((content) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([content], 'dropped.txt', { type: 'text/plain' }));
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
  }, text);
}
