/** Packages as the working directory sees them. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What kernts needs of a `package.json`; anybody may have written it. */
export interface Manifest {
  readonly name?: unknown;
  readonly bin?: unknown;
  readonly main?: unknown;
  readonly exports?: unknown;
}

/** As Node looks for it from the working directory; also the package that the working directory lies in. */
export function packageFolder(name: string, cwd: string): string | null {
  for (let folder = cwd; ; folder = dirname(folder)) {
    const installed = join(folder, 'node_modules', name);
    if (existsSync(join(installed, 'package.json'))) return installed;
    if (manifestIn(folder)?.name === name) return folder;
    if (folder === dirname(folder)) return null;
  }
}

/** Null where there is none that can be read. */
export function manifestIn(folder: string): Manifest | null {
  try {
    return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest | null;
  } catch {
    return null;
  }
}
