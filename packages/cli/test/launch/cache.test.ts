import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openCache } from '../../src/launch/parent/cache.js';

const DAY_S = 24 * 60 * 60;
let parent: string;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'kernts-cache-test-'));
});
afterEach(() => rmSync(parent, { recursive: true, force: true }));

it('is the same folder every time', () => {
  const folder = openCache(parent);
  expect(folder).not.toBeNull();
  expect(openCache(parent)).toBe(folder);
});

it('is not used where others could write', () => {
  const folder = openCache(parent) ?? '';
  chmodSync(folder, 0o777);
  expect(openCache(parent)).toBeNull();
});

it('is not used where there is no folder', () => {
  const folder = openCache(parent) ?? '';
  rmSync(folder, { recursive: true });
  writeFileSync(folder, '', { mode: 0o600 });
  expect(openCache(parent)).toBeNull();
  expect(openCache(join(parent, 'no', '\0'))).toBeNull();
});

it('drops old files once a day', () => {
  const folder = openCache(parent) ?? '';
  const now = Date.now();
  mkdirSync(folder, { recursive: true });
  const old = join(folder, 'old.json');
  const recent = join(folder, 'recent.json');
  for (const file of [old, recent]) writeFileSync(file, '{}');
  utimesSync(old, now / 1_000 - 8 * DAY_S, now / 1_000 - 8 * DAY_S);

  openCache(parent, now);
  expect(existsSync(old)).toBe(true);
  openCache(parent, now + 1.1 * DAY_S * 1_000);
  expect(readdirSync(folder).sort()).toEqual(['pruned', 'recent.json']);
});
