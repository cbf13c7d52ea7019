/** What was woven is kept between runs, so that a second run need not load the parser. */
import { lstatSync, mkdirSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const DAY_MS = 24 * 60 * 60 * 1_000;
const KEPT_MS = 7 * DAY_MS;

/** Null where there is no folder that is certain to be the user's own: what lies in it is run. */
export function openCache(parent = tmpdir(), now = Date.now()): string | null {
  const uid = process.getuid?.();
  const folder = join(parent, uid === undefined ? 'kernts-cache' : `kernts-cache-${uid}`);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const { mode, uid: owner } = lstatSync(folder);
    const isOwn = uid === undefined || (owner === uid && (mode & 0o077) === 0);
    if (!isOwn || !lstatSync(folder).isDirectory()) return null;
    prune(folder, now);
    return folder;
  } catch {
    return null;
  }
}

/** Once a day, drops what was not made in the last days. */
function prune(folder: string, now: number): void {
  const stamp = join(folder, 'pruned');
  const last = statSync(stamp, { throwIfNoEntry: false })?.mtimeMs;
  if (last !== undefined && now - last < DAY_MS) return;
  if (last === undefined) writeFileSync(stamp, '');
  utimesSync(stamp, now / 1_000, now / 1_000);
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    const made = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? now;
    if (now - made > KEPT_MS) rmSync(path, { force: true });
  }
}
