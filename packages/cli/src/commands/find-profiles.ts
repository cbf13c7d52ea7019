/** The profiles that somebody named: by a path, by a glob, or, where that is allowed, by naming none. */
import { readdirSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { loadGlobs } from '../globs.js';
import { KerntsError } from '../messages.js';
import { visible } from '../visible-text.js';

/** `path` absolute; `shown` is how messages call it. */
export interface NamedProfile {
  readonly path: string;
  readonly shown: string;
}

/** Each file once, those of a glob by name. A path that leads nowhere stays, for whoever reads it to say so. */
export async function findProfiles(typed: readonly string[], cwd: string): Promise<readonly NamedProfile[]> {
  const found = new Map<string, NamedProfile>();
  for (const one of typed) {
    for (const shown of await expanded(one, cwd)) {
      const path = resolve(cwd, shown);
      if (!found.has(path)) found.set(path, { path, shown: visible(shown) });
    }
  }
  return [...found.values()];
}

/** The profile in the directory that was written last; null where there is none. */
export function newestProfile(cwd: string): NamedProfile | null {
  const profiles = readdirSync(cwd, { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.lprof'))
    .map(({ name }) => ({ path: resolve(cwd, name), shown: visible(name), writtenMs: writtenMsOf(resolve(cwd, name)) }))
    .sort((a, b) => b.writtenMs - a.writtenMs || (a.shown < b.shown ? -1 : 1));
  return profiles[0] ?? null;
}

function writtenMsOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/** A file may be called as a glob is: it is meant before what it would match. */
async function expanded(typed: string, cwd: string): Promise<readonly string[]> {
  if (typed === '') throw new KerntsError({ kind: 'no-profile-file' });
  if (statSync(resolve(cwd, typed), { throwIfNoEntry: false }) !== undefined) return [typed];
  const { glob, isDynamicPattern } = loadGlobs();
  if (!isDynamicPattern(typed)) return [typed];
  const ignore = typed.includes('node_modules') ? [] : ['**/node_modules/**'];
  const matches = await glob(typed, { cwd, ignore, expandDirectories: false });
  if (matches.length === 0) throw new KerntsError({ kind: 'glob-matches-no-profile', glob: typed });
  return matches.sort();
}
