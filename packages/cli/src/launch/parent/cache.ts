/** What was woven is kept between runs, so that a second run need not load the parser. */
import { lstatSync, mkdirSync, readdirSync, rmSync, type Stats, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const DAY_MS = 24 * 60 * 60 * 1_000;
const KEPT_MS = 7 * DAY_MS;
/** Some 3,000 files of 300 lines. */
const MOST_BYTES = 64 * 1_024 * 1_024;

/** Makes the folder where there is none, see `findCache`. */
export function openCache(parent = tmpdir()): string | null {
  try {
    mkdirSync(folderIn(parent), { recursive: true, mode: 0o700 });
  } catch {
    return null;
  }
  return findCache(parent);
}

/** Null where there is no folder that is certain to be the user's own: what lies in it is run. */
export function findCache(parent = tmpdir()): string | null {
  const folder = folderIn(parent);
  const found = statOf(folder);
  if (found?.isDirectory() !== true) return null;
  const uid = process.getuid?.();
  return uid === undefined || (found.uid === uid && (found.mode & 0o077) === 0) ? folder : null;
}

function folderIn(parent: string): string {
  const uid = process.getuid?.();
  return join(parent, uid === undefined ? 'kernts-cache' : `kernts-cache-${uid}`);
}

function statOf(folder: string): Stats | undefined {
  try {
    return lstatSync(folder, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

export interface Bounds {
  readonly now?: number;
  readonly mostBytes?: number;
}

/** When something was added, or a day has passed: drops what was not made in the last days, then the oldest. */
export function tidyCache(folder: string, { now = Date.now(), mostBytes = MOST_BYTES }: Bounds = {}): void {
  try {
    const stamp = join(folder, 'tidied');
    const last = statSync(stamp, { throwIfNoEntry: false })?.mtimeMs;
    if (last !== undefined && now - last < DAY_MS && statSync(folder).mtimeMs <= last) return;
    if (last === undefined) writeFileSync(stamp, '');
    let bytes = 0;
    for (const { path, madeMs, size } of entriesIn(folder).sort((a, b) => b.madeMs - a.madeMs)) {
      if (path === stamp) continue;
      bytes += size;
      if (now - madeMs > KEPT_MS || bytes > mostBytes) rmSync(path, { force: true });
    }
    utimesSync(stamp, now / 1_000, now / 1_000);
  } catch {
    // Another run may be tidying up, or the folder is gone: the next run comes by again.
  }
}

interface Entry {
  readonly path: string;
  readonly madeMs: number;
  readonly size: number;
}

function entriesIn(folder: string): Entry[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    const found = statSync(path, { throwIfNoEntry: false });
    return found === undefined ? [] : [{ path, madeMs: found.mtimeMs, size: found.size }];
  });
}
