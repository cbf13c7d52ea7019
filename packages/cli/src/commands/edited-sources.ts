/**
 * Which sources of a profile are another text on disk by now. A profile may name any path, so only regular files below
 * the working directory are looked at, and only their hashes are compared.
 */
import { createHash } from 'node:crypto';
import { readFileSync, realpathSync, statSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import type { Profile } from '@kernts/runtime';

const MOST_BYTES = 32 * 1024 * 1024;

export function editedSources({ files }: Profile, cwd: string): readonly string[] {
  const paths = new Set(files.map(({ path }) => path));
  return [...paths].filter((path) => {
    const hash = hashOnDisk(path, cwd);
    return hash !== null && !files.some((file) => file.path === path && file.sha256 === hash);
  });
}

/** Null where there is nothing to compare with. */
function hashOnDisk(path: string, cwd: string): string | null {
  try {
    const real = realpathSync(resolve(cwd, path));
    if (!real.startsWith(realpathSync(cwd) + sep)) return null;
    const stats = statSync(real);
    if (!stats.isFile() || stats.size > MOST_BYTES) return null;
    return createHash('sha256').update(readFileSync(real)).digest('hex');
  } catch {
    return null;
  }
}
