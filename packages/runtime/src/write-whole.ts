import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { threadId } from 'node:worker_threads';
import type { Profile } from './profile-format.js';

/** Writes under a temporary name and renames: a reader sees the whole profile or none. Never throws. */
export function writeWhole(path: string, snapshot: () => Profile): void {
  const temporary = `${path}.${process.pid}-${threadId}.tmp`;
  try {
    writeFileSync(temporary, JSON.stringify(snapshot()));
    renameSync(temporary, path);
  } catch {
    // The program must end as it would without us; the reader finds no profile and says so.
    rmSync(temporary, { force: true });
  }
}
