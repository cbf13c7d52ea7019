/** What speedscope's own page shows of the formats that it opens, in Chromium. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { startChromium } from '../readers/chromium.js';
import { serveFiles } from '../readers/serve-files.js';
import { testWith } from '../readers/with-reader.js';
import { type KnownProject, makeKnownProject, ODD } from './known-project.js';

const site = fileURLToPath(new URL('../node_modules/speedscope/dist/release/', import.meta.url));

let project: KnownProject;
let browser: Browser | undefined;
beforeAll(() => {
  project = makeKnownProject();
});
afterAll(async () => {
  await browser?.close();
  project.remove();
});

interface Shown {
  /** `name weight` of each profile in the file. */
  readonly profiles: readonly string[];
  /** `total self name` of each frame in the sandwich view. */
  readonly frames: readonly string[];
}

async function shownOf(chromium: string, format: string, name: string): Promise<Shown> {
  const file = await project.export(format, name);
  browser ??= await startChromium(chromium);
  const page = await browser.newPage();
  const server = await serveFiles(site, { [`/${basename(file)}`]: readFileSync(file) });
  try {
    await page.goto(`${server.url}/index.html#profileURL=/${basename(file)}&view=sandwich`);
    await page.waitForSelector('tr:has(td)', { timeout: 50_000 });
    const rows = await tableRows(page);
    const isFrame = ([first = '']: readonly string[]) => first.includes('%');
    return {
      profiles: rows.filter((row) => !isFrame(row)).map(([, profile, weight]) => `${profile} ${weight}`),
      frames: rows.filter(isFrame).map((cells) => cells.map((cell) => cell.replace(/ \(.*%\)$/, '')).join(' ')),
    };
  } finally {
    await page.close();
    server.stop();
  }
}

function tableRows(page: Page): Promise<string[][]> {
  return page.$$eval('tr:has(td)', (rows) =>
    rows.map((row) => [...row.querySelectorAll('td')].map((cell) => (cell.textContent ?? '').trim())),
  );
}

testWith('chromium', 'speedscope shows functions with their lines', async (chromium) => {
  const { profiles, frames } = await shownOf(chromium, 'speedscope', 'known.speedscope.json');
  expect(frames).toEqual([
    '70.00ms 70.00ms step:4 for (const cell of cells) sum += cell;',
    '9.00ms 9.00ms step:5 return await later(sum);',
    '1.00ms 1.00ms step:3 let sum = 0;',
    '80.00ms 0.00ns step',
  ]);
  expect(profiles).toEqual([
    'Time with callees: step (grid.ts:2) 80.00ms',
    `Time with callees: a;b "c" \`d\` (${ODD}:2) 15.00ms`,
    `Time with callees: (1) fn=(2) x (${ODD}:3) 4.00ms`,
    `Time with callees: 日本 (${ODD}:4) 1.00ms`,
    'Hits 242',
    'Await 500.00ms',
  ]);
});

testWith('chromium', 'speedscope reads collapsed stacks', async (chromium) => {
  const { frames } = await shownOf(chromium, 'collapsed', 'known.collapsed');
  expect(frames.map((frame) => frame.normalize('NFC')).sort()).toEqual(
    [
      '70,000,000 70,000,000 4 for (const cell of cells) sum += cell;',
      `15,000,000 15,000,000 2 'a;b "c" \`d\`': () => [1, 2].map((n) => n + 1),`,
      '9,000,000 9,000,000 5 return await later(sum);',
      "4,000,000 4,000,000 3 '(1) fn=(2) x': () => '<img src=x onerror=alert(1)>',",
      '1,000,000 1,000,000 3 let sum = 0;',
      '1,000,000 1,000,000 4 日本: () => "=1+1",',
      '80,000,000 0 grid.ts:step',
      `15,000,000 0 ${ODD}:a;b "c" \`d\``,
      `4,000,000 0 ${ODD}:(1) fn=(2) x`,
      `1,000,000 0 ${ODD}:日本`,
    ].sort(),
  );
});

/** Of these it takes functions alone; their lines are for other readers. */
const functions = [
  '80.00ms 80.00ms step',
  '15.00ms 15.00ms a;b "c" `d`',
  '4.00ms 4.00ms (1) fn=(2) x',
  '1.00ms 1.00ms 日本',
];

testWith('chromium', 'speedscope reads CPU profiles', async (chromium) => {
  expect((await shownOf(chromium, 'cpuprofile', 'known.cpuprofile')).frames).toEqual(functions);
});

testWith('chromium', 'speedscope reads pprof', async (chromium) => {
  expect((await shownOf(chromium, 'pprof', 'known.pb.gz')).frames).toEqual(functions);
});

testWith('chromium', 'speedscope reads callgrind', async (chromium) => {
  const { profiles, frames } = await shownOf(chromium, 'callgrind', 'callgrind.out');
  expect(profiles).toEqual(['callgrind.out -- ns 100,000,000', 'callgrind.out -- Hits 242']);
  expect(frames[0]).toBe('80,000,000 80,000,000 step');
});
