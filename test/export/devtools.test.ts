/** What Chrome DevTools themselves make of a CPU profile. */
import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { startChromium } from '../readers/chromium.js';
import { testWith } from '../readers/with-reader.js';
import { makeKnownProject } from './known-project.js';

const PERFORMANCE = 'devtools://devtools/bundled/devtools_app.html?panel=timeline';
const BOTTOM_UP = '>>> [role=tab][aria-label="Bottom-up"]';

testWith(
  'chromium',
  'DevTools list the functions of a CPU profile with times and places',
  async (chromium, context) => {
    const project = makeKnownProject();
    const file = await project.export('cpuprofile', 'known.cpuprofile');
    const browser = await startChromium(chromium);
    try {
      const page = await browser.newPage();
      await page.setViewport({ width: 1400, height: 900 });
      if (!(await loads(page, file))) return context.skip('the DevTools of this Chromium are laid out in another way');

      // The tab takes clicks only some time after it has come up.
      const rows = expect.poll(() => page.click(BOTTOM_UP).then(() => tableRows(page)), {
        timeout: 30_000,
        interval: 500,
      });
      await rows.toEqual([
        expect.stringMatching(/^80\.0 ms80\.0 %80\.0 ms80\.0 %step\/.*\/grid\.ts:2:1$/),
        expect.stringMatching(/^15\.0 ms15\.0 %15\.0 ms15\.0 %a;b "c" `d`\/.*\/odd%20dir\/.*\.ts:2:1$/),
        expect.stringMatching(/^4\.0 ms4\.0 %4\.0 ms4\.0 %\(1\) fn=\(2\) x\/.*:3:1$/),
        expect.stringMatching(/^1\.0 ms1\.0 %1\.0 ms1\.0 %日本\/.*:4:1$/),
      ]);
    } finally {
      await browser.close();
      project.remove();
    }
  },
);

/** False where DevTools have neither the input for files nor the tab that is known here; both are their own affair. */
async function loads(page: Page, file: string): Promise<boolean> {
  try {
    await page.goto(PERFORMANCE);
    const input = await page.waitForSelector('>>> input[type=file]', { timeout: 10_000 });
    await (await input?.toElement('input'))?.uploadFile(file);
    await page.waitForSelector(BOTTOM_UP, { timeout: 10_000 });
    return true;
  } catch {
    return false;
  }
}

async function tableRows(page: Page): Promise<readonly string[]> {
  const rows = await page.$$eval('>>> tr', (all) => all.map((row) => row.textContent ?? ''));
  // With spaces that do not break lines, and with signs of no width where lines may break.
  return rows.filter((row) => row.includes('%')).map((row) => row.replaceAll(/\p{Cf}/gu, '').replaceAll(/\s/g, ' '));
}
