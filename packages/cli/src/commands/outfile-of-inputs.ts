/** A report must not be written over one of the profiles that it is made of. */
import { statSync } from 'node:fs';
import { KerntsError } from '../messages.js';
import type { Outfile } from '../profile/write.js';
import { findProfiles, newestProfile } from './find-profiles.js';

/** Also by way of links. `typed`: paths and globs; none for the newest profile in `cwd`. */
export async function refuseInputAs({ path, shown }: Outfile, typed: readonly string[], cwd: string): Promise<void> {
  const written = statSync(path, { throwIfNoEntry: false });
  if (written === undefined) return;
  const inputs = typed.length > 0 ? await findProfiles(typed, cwd) : [newestProfile(cwd)];
  const isInput = inputs.some((input) => {
    const read = input === null ? undefined : statSync(input.path, { throwIfNoEntry: false });
    return read !== undefined && read.ino === written.ino && read.dev === written.dev;
  });
  if (isInput) throw new KerntsError({ kind: 'outfile-is-input', path: shown });
}
