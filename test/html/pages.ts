/** Reports written by the command, open in Chromium. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Profile } from '@kernts/runtime';
import type { Browser, Page } from 'puppeteer-core';
import { makeProject } from '../support/project.js';
import { COMMAND, runNode } from '../support/run-kernts.js';

export interface OpenPage {
  readonly page: Page;
  /** What went wrong in it, or tried to run in it, so far. */
  readonly complaints: readonly string[];
}

export const wide = { width: 1280, height: 800 };
export const phone = { width: 390, height: 844, isMobile: true, hasTouch: true };

/** Of the profiles as `kernts html` gets them: one is shown, two are compared. */
export async function openReport(
  browser: Browser,
  profiles: readonly Profile[],
  viewport: typeof wide = wide,
): Promise<OpenPage> {
  const project = makeProject(
    Object.fromEntries(profiles.map((profile, at) => [`${at}.lprof`, JSON.stringify(profile)])),
  );
  try {
    const written = await runNode([COMMAND, 'html', '-o', 'report.html', ...profiles.map((_, at) => `${at}.lprof`)], {
      cwd: project.folder,
    });
    if (written.code !== 0) throw new Error(written.stderr);
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('dialog', (dialog) => {
      complaints.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('request', (request) => {
      if (!/^(file|data):/.test(request.url())) complaints.push(`request: ${request.url()}`);
    });
    await page.setViewport(viewport);
    await page.goto(pathToFileURL(join(project.folder, 'report.html')).href);
    await page.waitForSelector('.functions tbody tr');
    return { page, complaints };
  } finally {
    project.remove();
  }
}

/** Visible text of all elements that match. */
export function textsOf(page: Page, selector: string): Promise<readonly string[]> {
  return page.$$eval(selector, (found) =>
    found
      .filter((one) => one.checkVisibility())
      // biome-ignore lint/performance/useDomNodeTextContent: what is not shown is not meant.
      .map((one) => (one as HTMLElement).innerText.replaceAll('\u00a0', ' ').trim()),
  );
}
