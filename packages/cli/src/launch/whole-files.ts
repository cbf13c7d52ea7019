/** Files that a reader sees wholly or not at all. */
import { randomBytes } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';

/** Null when there is no such file. */
export function readWhole(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

export const UNFINISHED = '.unfinished';

/** A reader sees the whole text or none. Failing (a session that is over, a full disk) is no concern of the program. */
export function writeWhole(path: string, text: string): void {
  const unfinished = `${path}.${randomBytes(4).toString('hex')}${UNFINISHED}`;
  try {
    writeFileSync(unfinished, text);
    renameSync(unfinished, path);
  } catch {
    return;
  }
}
