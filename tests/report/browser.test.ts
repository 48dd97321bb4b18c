import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, test } from 'vitest';
import { applyEdits, indexedDocument, renderIndex, renderReport } from '../../src/index.js';
import { CHROMIUM, CHROMIUM_ARGS, WITH_CHROMIUM, seriousViolations } from '../helpers/chromium.js';
import { folderWith } from '../helpers/cli.js';
import { resultFor } from '../helpers/results.js';

const HOSTILE = '<img src="x" onerror="window.hacked=1"><script>window.hacked=1</script> \u202eevil\u202c';
const TEXT = `The warfare ended, she stated.\r\nNobody stated why.\r\n\r\nFolks had a port, a port ${HOSTILE}\r\n`;
const RESULT = resultFor(TEXT, [
  { observed: 'warfare', replacement: 'war', type: 'term', probability: 0.95 },
  { observed: 'stated', replacement: 'said', probability: 0.7 },
  { observed: 'stated', replacement: 'said', probability: 0.3, applied: false },
  { observed: 'Folks', replacement: 'People', probability: 0.9 },
  { observed: ' a port,', replacement: '', type: 'repeat', probability: 0.8 },
]);
const OTHER = resultFor('nothing', [], { family: 'none', probability: 0.001, words: 1, displaced: [], phrases: [], passages: [] });

describe.skipIf(!CHROMIUM)(WITH_CHROMIUM, () => {
  let browser: Browser;
  let folder: string;
  let remove: () => void;
  let page: Page;
  let trouble: string[];
  let requests: string[];

  beforeAll(async () => {
    ({ folder, remove } = folderWith({
      'report.html': renderReport(TEXT, RESULT, { name: 'story.txt', index: 'index.html' }),
      'clean.html': renderReport('nothing', OTHER),
      'index.html': renderIndex([indexedDocument('b story.txt', RESULT, 'report.html'), indexedDocument('a clean.txt', OTHER, 'clean.html')]),
    }));
    browser = await chromium.launch({ executablePath: CHROMIUM!, args: CHROMIUM_ARGS });
  });

  afterAll(async () => {
    await browser?.close();
    remove?.();
  });

  async function open(name: string, options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, acceptDownloads: true, ...options });
    page = await context.newPage();
    trouble = [];
    requests = [];
    page.on('console', (message) => trouble.push(message.text()));
    page.on('pageerror', (error) => trouble.push(error.message));
    page.on('request', (request) => requests.push(request.url()));
    await page.goto(pathToFileURL(join(folder, name)).href);
    return page;
  }

  afterEach(async () => {
    await page.context().close();
    expect(trouble).toEqual([]);
    expect(requests.filter((url) => !/^(?:data|blob):/.test(url))).toHaveLength(1);
  });

  /** What a reader sees of one text, lines joined by a bar. */
  async function shown(pane: 'observed' | 'restored'): Promise<string> {
    const lines = await page.locator(`p.${pane}:visible`).evaluateAll((all) => all.map((line) => (line as unknown as { innerText: string }).innerText));
    return lines.join(' | ');
  }

  async function downloaded(): Promise<{ name: string; text: string }> {
    const [download] = await Promise.all([page.waitForEvent('download'), page.click('#download')]);
    return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
  }

  const focused = (): Promise<string> => page.evaluate('document.activeElement.innerText');

  describe('the report', () => {
    beforeEach(() => open('report.html'));

    it('shows markup and bidi controls of the text as text, and runs none of it', async () => {
      expect(await shown('observed')).toContain('<img src="x" onerror="window.hacked=1"><script>window.hacked=1</script> U+202EevilU+202C');
      expect(await page.evaluate('[window.hacked, document.images.length, document.scripts.length]')).toEqual([undefined, 0, 2]);
    });

    it('shows the texts side by side, and one with both readings inline', async () => {
      expect(await shown('observed')).toMatch(/^The warfare ended, she stated\. \| Nobody stated why\. \| Folks had a port, a port /);
      expect(await shown('restored')).toMatch(/^The war ended, she said\. \| Nobody stated why\. \| People had∅ a port /);
      await page.click('label:has(input[value=inline])');
      expect(await shown('observed')).toBe('');
      expect(await shown('restored')).toMatch(/^The warfare war ended, she stated said\. \| Nobody stated said why\./);
    });

    it('gives the restored text, byte for byte', async () => {
      expect(await downloaded()).toEqual({ name: 'story.restored.txt', text: RESULT.text });
      expect(RESULT.text).toContain('\r\n');
    });

    it('copies the restored text', async () => {
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      await page.click('#copy');
      await page.waitForFunction("document.getElementById('status').textContent === 'Copied.'");
      expect(await page.evaluate('navigator.clipboard.readText()')).toBe(RESULT.text);
    });

    it('filters by type: what is filtered out stays as found', async () => {
      await page.uncheck('input[name=type][value=term]');
      await page.uncheck('input[name=type][value=repeat]');
      expect(await shown('restored')).toMatch(/^The warfare ended, she said\. \| Nobody stated why\. \| People had a port, a port /);
      expect(await page.textContent('#status')).toBe('2 edits applied, 1 only shown, 2 filtered out');
      expect((await downloaded()).text).toBe(applyEdits(TEXT, [RESULT.edits[1]!, RESULT.edits[2]!]));
      await page.click('#reset');
      expect((await downloaded()).text).toBe(RESULT.text);
    });

    it('filters by probability, from the keyboard', async () => {
      await page.focus('#least');
      await page.keyboard.press('End');
      expect(await page.textContent('#least-value')).toBe('1.00');
      expect((await downloaded()).text).toBe(TEXT);
      await page.focus('#least');
      for (let i = 0; i < 6; i++) await page.keyboard.press('ArrowLeft');
      expect(await page.textContent('#least-value')).toBe('0.94');
      expect((await downloaded()).text).toBe(applyEdits(TEXT, RESULT.edits.slice(0, 1)));
    });

    it('says why where the pointer is, in a card that can be pointed at and closed', async () => {
      await page.hover('.restored [data-edit="1"]');
      const card = page.locator('#card');
      await card.waitFor({ state: 'visible' });
      expect(await card.innerText()).toMatch(/stated → said[\s\S]*probability 0\.70[\s\S]*synonym-spin\/test\/said[\s\S]*said-other/);
      expect(await page.locator('.linked').count()).toBe(2);
      await card.locator('code').hover();
      await page.waitForTimeout(400);
      expect(await card.isVisible()).toBe(true);
      await page.keyboard.press('Escape');
      expect(await card.isVisible()).toBe(false);
    });

    it('can be worked from the keyboard alone', async () => {
      await page.focus('input[value=side]');
      await page.keyboard.press('ArrowRight');
      expect(await page.getAttribute('#texts', 'data-view')).toBe('inline');
      await page.focus('#reset');
      await page.keyboard.press('Tab');
      expect(await focused()).toBe('warfare war');
      await page.keyboard.press('ArrowRight');
      expect(await focused()).toBe('stated said');
      expect(await page.locator('#card').innerText()).toContain('stated → said');
      await page.keyboard.press('Enter');
      expect(await focused()).toBe('Take this edit back');
      await page.keyboard.press('Enter');
      expect(await focused()).toBe('Put this edit in');
      await page.keyboard.press('Escape');
      expect(await page.locator('#card').isVisible()).toBe(false);
      expect(await page.evaluate('document.activeElement.dataset.edit')).toBe('1');
      expect((await downloaded()).text).toBe(RESULT.text.replace('said', 'stated'));
    });

    it('stays closed under a pointer that has not moved', async () => {
      await page.click('.restored [data-edit="1"]');
      await page.keyboard.press('Escape');
      await page.waitForTimeout(300);
      expect(await page.locator('#card').isVisible()).toBe(false);
      await page.hover('.restored [data-edit="0"]');
      await page.locator('#card').waitFor({ state: 'visible' });
    });

    it('puts a suggestion in, and lists it as applied', async () => {
      await page.click('.observed [data-edit="2"]');
      await page.click('#card .toggle');
      expect(await shown('restored')).toContain('Nobody said why.');
      await page.keyboard.press('Escape');
      await page.click('label:has(input[value=list])');
      expect(await page.innerText('#edit-2 .state')).toBe('applied');
      expect(await page.locator('#texts').isVisible()).toBe(false);
      expect((await downloaded()).text).toBe(RESULT.text.replaceAll('stated', 'said'));
    });

    it('names each edit for screen readers, with one stop for the Tab key in each text', async () => {
      const mark = page.locator('.restored [data-edit="0"]');
      expect(await mark.getAttribute('aria-description')).toBe('“warfare” becomes “war”, term, probability 0.95, applied');
      expect(await page.locator('.mark[tabindex="0"]').count()).toBe(2);
      await page.uncheck('input[name=type][value=term]');
      expect(await mark.getAttribute('role')).toBe(null);
      expect(await page.locator('.mark[tabindex="0"]').evaluateAll((all) => all.map((each) => each.getAttribute('data-edit')))).toEqual(['1', '1']);
    });

    it('leaves the controls out in print', async () => {
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('#controls').isVisible()).toBe(false);
      expect(await shown('restored')).toContain('The war ended');
    });
  });

  it('can be read without scripts: both texts and all reasons', async () => {
    await open('report.html', { javaScriptEnabled: false });
    expect(await page.locator('#controls').isVisible()).toBe(false);
    expect(await page.locator('.row p.restored').first().innerText()).toBe('The war ended, she said.');
    expect(await page.locator('#edit-2').isVisible()).toBe(true);
  });

  it('a clean report has the text to copy and download', async () => {
    await open('clean.html');
    expect(await downloaded()).toEqual({ name: 'text.restored.txt', text: 'nothing' });
  });

  test.each(['report.html', 'clean.html', 'index.html'])('%s fits 360 pixels, and starts with one text where there is no room for two', async (name) => {
    await open(name, { viewport: { width: 360, height: 700 } });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
    if (name === 'report.html') expect(await page.getAttribute('#texts', 'data-view')).toBe('inline');
  });

  describe.each(['light', 'dark'] as const)('axe finds nothing serious in %s colours', (colorScheme) => {
    test.each([['report.html', 1280], ['report.html', 360], ['clean.html', 1280], ['index.html', 1280]] as const)('on %s, %d pixels wide', async (name, width) => {
      await open(name, { colorScheme, viewport: { width, height: 900 } });
      expect(await seriousViolations(page)).toEqual([]);
      for (const view of name === 'report.html' ? ['side', 'inline', 'list'] : []) {
        await page.click(`label:has(input[value=${view}])`);
        if (view === 'inline') await page.click('.restored [data-edit="0"]');
        expect(await seriousViolations(page), view).toEqual([]);
        await page.keyboard.press('Escape');
        await page.mouse.move(0, 0);
      }
    }, 180_000);
  });

  describe('the index', () => {
    const names = (): Promise<string[]> => page.locator('#documents tbody th').allInnerTexts();

    it('is sorted by the head that is pressed, numbers from above', async () => {
      await open('index.html');
      expect(await names()).toEqual(['b story.txt', 'a clean.txt']);
      await page.click('th button >> text=Document');
      expect(await names()).toEqual(['a clean.txt', 'b story.txt']);
      expect(await page.getAttribute('th:has-text("Document")', 'aria-sort')).toBe('ascending');
      await page.focus('th button >> text=Words');
      await page.keyboard.press('Enter');
      expect(await names()).toEqual(['b story.txt', 'a clean.txt']);
      expect(await page.textContent('#status')).toBe('Sorted by words, descending.');
    });
  });
});
