import { chmodSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openCache, tidyCache } from '../../src/launch/parent/cache.js';

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

describe('tidying', () => {
  const now = Date.now();
  let folder: string;
  beforeEach(() => {
    folder = openCache(parent) ?? '';
  });
  const add = (name: string, ageDays: number, bytes = 2) => {
    writeFileSync(join(folder, name), ' '.repeat(bytes));
    utimesSync(join(folder, name), now / 1_000 - ageDays * DAY_S, now / 1_000 - ageDays * DAY_S);
  };
  const files = () => readdirSync(folder).filter((name) => name !== 'tidied');

  it('drops what is older than a week', () => {
    add('old.json', 8);
    add('recent.json', 6);
    tidyCache(folder, { now });
    expect(files()).toEqual(['recent.json']);
  });

  it('drops the oldest of too much', () => {
    add('first.json', 3, 400);
    add('second.json', 2, 400);
    add('third.json', 1, 400);
    tidyCache(folder, { now, mostBytes: 1_000 });
    expect(files().sort()).toEqual(['second.json', 'third.json']);
  });

  it('looks again only when something was added or a day has passed', () => {
    tidyCache(folder, { now: now + 1_000 });
    add('old.json', 8);
    utimesSync(folder, now / 1_000, now / 1_000);
    tidyCache(folder, { now: now + 2_000 });
    expect(files()).toEqual(['old.json']);
    utimesSync(folder, now / 1_000 + 2, now / 1_000 + 2);
    tidyCache(folder, { now: now + 3_000 });
    expect(files()).toEqual([]);

    add('old.json', 8);
    utimesSync(folder, now / 1_000, now / 1_000);
    tidyCache(folder, { now: now + 1.1 * DAY_S * 1_000 });
    expect(files()).toEqual([]);
  });

  it('does nothing to a folder that is gone', () => {
    rmSync(folder, { recursive: true });
    expect(() => tidyCache(folder)).not.toThrow();
  });
});
