/** Files that a reader sees wholly or not at all. */
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
  // No other process or thread that writes at this time has the same.
  const unfinished = `${path}.${process.pid}-${process.hrtime.bigint()}${UNFINISHED}`;
  try {
    writeFileSync(unfinished, text);
    renameSync(unfinished, path);
  } catch {
    return;
  }
}
