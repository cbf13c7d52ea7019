/** The page in a real browser: what a reader does with it. */
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { findReader } from '../../scripts/readers.mjs';
import { startChromium } from '../readers/chromium.js';
import { type OpenPage, openReport, phone, textsOf } from './pages.js';
import { fasterOrders, hostile, hostileTexts, longProfile, orders } from './profiles.js';

const chromium = findReader('chromium');
const reason = 'missing' in chromium ? `: ${chromium.missing}` : '';

describe.skipIf('missing' in chromium)(`a report in Chromium${reason}`, () => {
  let browser: Browser;
  let opened: OpenPage[] = [];

  beforeAll(async () => {
    if ('command' in chromium) browser = await startChromium(chromium.command);
  });
  afterAll(() => browser?.close());
  afterEach(async () => {
    for (const { page } of opened) await page.close();
    opened = [];
  });

  async function open(...args: Parameters<typeof openReport> extends [unknown, ...infer Rest] ? Rest : never) {
    const one = await openReport(browser, ...args);
    opened.push(one);
    return one;
  }

  const names = (page: Page) => textsOf(page, '.functions tbody a');
  const metricCells = (page: Page) => textsOf(page, '.functions td.metric');
  const shownFunction = async (page: Page) => (await textsOf(page, '.title h2'))[0];
  const chosenLine = async (page: Page) => (await textsOf(page, '.source tr[aria-current] th'))[0];
  const sortOf = (page: Page, column: string) =>
    page.$eval(`.functions thead .${column}`, (cell) => cell.getAttribute('aria-sort'));

  test('shows the head, the functions by time, and the hottest with its numbers', async () => {
    const { page, complaints } = await open([orders]);
    expect(await textsOf(page, '.facts div')).toEqual([
      'Timing: auto (4 lines by clock, 1 by sampling, 1,204 samples)',
      'Ran: 2.00 s',
      'Started: 2026-01-02T03:04:05.000Z',
      'Node: v20.20.2',
    ]);
    expect(await names(page)).toEqual(['total', 'price', 'load']);
    expect(await shownFunction(page)).toBe('total');
    expect(await textsOf(page, '.source tbody tr:nth-child(4) td.number')).toEqual([
      '11',
      '80.0 ms',
      '88.9',
      '7.27 ms',
    ]);
    expect(complaints).toEqual([]);
  });

  test('marks what was sampled, with its error, and what may be missing', async () => {
    const { page } = await open([orders]);
    await page.keyboard.press('n');
    expect(await textsOf(page, '.source thead th')).toContain('± Error');
    const cells = await textsOf(page, '.source tbody tr:nth-child(3) td.number');
    expect(cells.slice(1, 3)).toEqual(['70.0 ms~', '± 8.00 ms']);
    expect((await textsOf(page, '.notes'))[0]).toMatch(/^~ These times were sampled\. The standard error .* 11\.4 %/);
    await page.keyboard.press('n');
    expect(await textsOf(page, '.source td.chosen')).toContain('2.00 ms+');
  });

  test('finds functions, and says how many', async () => {
    const { page } = await open([orders]);
    await page.keyboard.press('/');
    await page.keyboard.type('pri');
    expect(await names(page)).toEqual(['price']);
    expect(await textsOf(page, '.count')).toEqual(['1 of 3 functions']);
    await page.keyboard.press('Enter');
    expect(await shownFunction(page)).toBe('price');
    await page.keyboard.press('/');
    await page.keyboard.press('Escape');
    expect(await names(page)).toHaveLength(3);
  });

  test('sorts by any column, and says so to readers of all kinds', async () => {
    const { page } = await open([orders]);
    expect(await sortOf(page, 'metric')).toBe('descending');
    await page.click('.functions thead .calls button');
    expect(await names(page)).toEqual(['price', 'total', 'load']);
    expect([await sortOf(page, 'metric'), await sortOf(page, 'calls')]).toEqual(['none', 'descending']);
    await page.click('.functions thead .name button');
    expect(await names(page)).toEqual(['load', 'price', 'total']);
    // The button that was pressed keeps the focus, for the next press.
    await page.keyboard.press('Space');
    expect(await names(page)).toEqual(['total', 'price', 'load']);
    expect(await sortOf(page, 'name')).toBe('descending');
  });

  test('heats by other metrics', async () => {
    const { page } = await open([orders]);
    expect(await textsOf(page, '.metrics label')).toEqual(['Time', 'Hits', 'Per hit', 'Await', 'Max']);
    await page.keyboard.press('2');
    expect(await names(page)).toEqual(['price', 'total', 'load']);
    expect(await metricCells(page)).toEqual(['5,000', '13', '1']);
    expect(await textsOf(page, '.source thead .chosen')).toEqual(['Hits']);
    await page.click('.metrics label:nth-of-type(4)');
    expect(await metricCells(page)).toEqual(['40.0 ms', '0 ns', '0 ns']);
  });

  test('is led by keys, which ? tells', async () => {
    const { page } = await open([orders]);
    await page.keyboard.press('h');
    expect(await chosenLine(page)).toBe('3');
    expect((await textsOf(page, '.details'))[0]).toMatch(/^Line 3\s+11 hits\s+time 80\.0 ms/);
    await page.keyboard.press('h');
    expect(await chosenLine(page)).toBe('4');
    await page.keyboard.press('k');
    expect(await chosenLine(page)).toBe('3');
    await page.keyboard.press('Enter');
    expect(await shownFunction(page)).toBe('price');
    await page.goBack();
    // The page hears of the address a little later.
    await expect.poll(() => shownFunction(page), { timeout: 10_000 }).toBe('total');
    await page.keyboard.press('?');
    expect((await textsOf(page, 'dialog kbd')).slice(0, 3)).toEqual(['/', 'n', 'p']);
    await page.keyboard.press('Escape');
    expect(await textsOf(page, 'dialog')).toEqual([]);
  });

  test('counts each key from where the last one led, however fast they come', async () => {
    const { page } = await open([orders]);
    await page.evaluate(() => {
      for (let at = 0; at < 2; at++)
        document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'n', bubbles: true }));
    });
    expect(await shownFunction(page)).toBe('load');
  });

  test('guesses what a line calls, and says that it does', async () => {
    const { page } = await open([orders]);
    expect(await textsOf(page, '.source .link')).toEqual(['price?']);
    const title = await page.$eval('.source .link', (link) => link.getAttribute('title'));
    expect(title).toMatch(/^Perhaps calls price, .* the profile does not tell who called it$/);
  });

  test('is light or dark as the system is, until somebody chooses', async () => {
    const { page } = await open([orders]);
    const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
    const dark = await ground();
    await page.keyboard.press('t');
    const light = await ground();
    await page.keyboard.press('t');
    expect([light, await ground()]).toEqual(['rgb(255, 255, 255)', dark]);
    expect(dark).not.toBe(light);
    expect(await page.$eval('.switches > button', (button) => button.getAttribute('aria-label'))).toBe('Theme: dark');
  });

  test.each(['light', 'dark'])('can be read: every %s text has a contrast of 4.5 with its ground', async (scheme) => {
    const { page } = await open([orders]);
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    await page.keyboard.press('h');
    expect(await page.evaluate(lowContrasts)).toEqual([]);
  });

  test('fits a phone: one pane at a time, nothing to scroll sideways but code', async () => {
    const { page, complaints } = await open([orders], phone);
    const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(await overflow()).toBe(0);
    expect(await textsOf(page, '.source-pane')).toEqual([]);
    // A tap becomes a click, and a link's address the page's, a little later.
    await page.tap('.functions tbody tr:nth-child(3)');
    await expect.poll(() => textsOf(page, '.functions-pane'), { timeout: 10_000 }).toEqual([]);
    expect(await shownFunction(page)).toBe('price');
    expect(await textsOf(page, '.source thead th')).toEqual(['Line', 'Time', '% Time', 'Source']);
    expect(await overflow()).toBe(0);
    await page.tap('.source tbody tr:nth-child(3)');
    await expect
      .poll(() => textsOf(page, '.details'), { timeout: 10_000 })
      .toContainEqual(expect.stringContaining('5,000 hits'));
    await page.tap('.back');
    await expect.poll(() => names(page), { timeout: 10_000 }).toHaveLength(3);
    expect(complaints).toEqual([]);
  });

  test('shows hostile texts as text', async () => {
    const { page, complaints } = await open([hostile]);
    for (const at of hostileTexts.keys()) {
      await page.evaluate((index) => {
        location.hash = `#f${index}-l1`;
      }, at);
      await page.waitForFunction(
        (index) => document.querySelectorAll('.functions tbody tr')[index + 1]?.matches('[aria-current]') ?? false,
        {},
        at,
      );
    }
    const all = [...(await names(page)), ...(await textsOf(page, '.functions .path'))].join('\n');
    for (const part of [
      '</script><script>alert(1)</script>',
      '<img src=x onerror=alert(2)>',
      '\\u202e;nimda',
      'null␀byte ␛[2J',
    ])
      expect(all).toContain(part);
    expect(
      await page.$$eval('script, img, svg, iframe, b, i', (found) => found.map(({ localName }) => localName)),
    ).toEqual(['script', 'script']);
    expect(complaints).toEqual([]);
  });

  test('takes 50,000 lines', async () => {
    const { page, complaints } = await open([longProfile(50_000)]);
    expect(await page.$$eval('.source tbody tr', (rows) => rows.length)).toBeLessThan(300);
    expect(await page.$eval('.source', (table) => table.getAttribute('aria-rowcount'))).toBe('50001');
    await page.evaluate(() => {
      location.hash = '#f0-l49990';
    });
    await page.waitForSelector('.source tr[aria-current]');
    expect(await chosenLine(page)).toBe('49990');
    const seen = await page.$eval('.source tr[aria-current]', (row) => row.getBoundingClientRect().top);
    expect(seen).toBeGreaterThan(100);
    expect(seen).toBeLessThan(800);
    expect(complaints).toEqual([]);
  });

  test('compares two profiles', async () => {
    const { page, complaints } = await open([orders, fasterOrders]);
    expect((await textsOf(page, '.facts'))[0]).toContain(
      'Total of the functions in both, calls among them twice: 160 ms → 120 ms (-40.0 ms, -25.0 %',
    );
    expect(await names(page)).toEqual(['total', 'price', 'load']);
    expect(await metricCells(page)).toEqual(['−60.0 ms', '+20.0 ms', '−2.00 ms']);
    expect(await shownFunction(page)).toBe('total');
    expect(await textsOf(page, '.source tr.added td.code')).toEqual(['const seen = new Set();']);
    expect(await textsOf(page, '.source tr.gain td.chosen')).toEqual(['−60.0 ms']);
    await page.keyboard.press('n');
    expect(await textsOf(page, '.source tr.loss td.chosen')).toEqual(['+20.0 ms']);
    expect(complaints).toEqual([]);
  });
});

/** Texts whose colour is too near to that of what is behind them, as WCAG 2 reckons. Runs in the page. */
function lowContrasts(): readonly string[] {
  const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;
  const paint = (colours: readonly string[]): readonly number[] => {
    for (const colour of colours) {
      context.fillStyle = colour;
      context.fillRect(0, 0, 1, 1);
    }
    return [...context.getImageData(0, 0, 1, 1).data.slice(0, 3)];
  };
  const luminance = (rgb: readonly number[]): number => {
    const [red = 0, green = 0, blue = 0] = rgb.map((value) => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const low: string[] = [];
  for (const found of document.querySelectorAll<HTMLElement>('body *')) {
    const text = [...found.childNodes].filter(
      (node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim() !== '',
    );
    if (text.length === 0 || !found.checkVisibility() || found.closest('script, style') !== null) continue;
    const grounds: string[] = [];
    for (let at: HTMLElement | null = found; at !== null; at = at.parentElement)
      grounds.unshift(getComputedStyle(at).backgroundColor);
    const [ground, ink] = [paint(grounds), paint([...grounds, getComputedStyle(found).color])].map(luminance);
    const ratio = (Math.max(ground!, ink!) + 0.05) / (Math.min(ground!, ink!) + 0.05);
    if (ratio < 4.5) low.push(`${ratio.toFixed(2)}: ${found.textContent}`);
  }
  return low;
}
