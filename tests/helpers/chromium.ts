import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import type { Page } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** A Chromium of this computer: the one that CHROMIUM_PATH names, else the first on the path; undefined where there is none. */
export const CHROMIUM: string | undefined = process.env['CHROMIUM_PATH'] || findOnPath();

/** What to put behind the name of tests that need a browser. */
export const WITH_CHROMIUM: string = CHROMIUM ? 'in Chromium' : 'in Chromium (skipped: none was found; install chromium or set CHROMIUM_PATH)';

/** Arguments of the browser: root has no sandbox. */
export const CHROMIUM_ARGS: string[] = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

function findOnPath(): string | undefined {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/bin'];
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path));
}

/** What axe has to say of a page, as `impact rule: first element`; only what it calls serious or critical. */
export async function seriousViolations(page: Page): Promise<string[]> {
  const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  const { violations } = (await page.evaluate(`${source};axe.run()`)) as { violations: { id: string; impact: string; nodes: { html: string; failureSummary: string }[] }[] };
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, impact, nodes }) => `${impact} ${id}: ${nodes[0]!.html.slice(0, 200)} ${nodes[0]!.failureSummary.slice(0, 200)}`);
}
