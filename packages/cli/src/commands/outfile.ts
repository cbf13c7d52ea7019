import { basename, resolve } from 'node:path';
import type { Entry } from '../launch/index.js';
import type { Outfile } from '../profile/write.js';

/** Fixed before the program starts, so that its `chdir` does not move the profile. `typed`: what `-o` says, or null. */
export function outfileFor(typed: string | null, entry: Entry, cwd: string): Outfile {
  const shown = typed ?? defaultName(entry);
  return { path: resolve(cwd, shown), shown };
}

function defaultName(entry: Entry): string {
  switch (entry.kind) {
    case 'script':
      return `${basename(entry.path)}.lprof`;
    case 'code':
      return 'kernts-command.lprof';
    case 'stdin':
      return 'kernts-stdin.lprof';
  }
}
