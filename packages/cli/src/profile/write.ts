/** What kernts writes into its file: whole or not at all, so that no reader ever sees half of it; into a stream as it comes. */
import { accessSync, closeSync, constants, openSync, renameSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Profile } from '@kernts/runtime';
import { fileCause } from '../file-cause.js';
import { KerntsError } from '../messages.js';
import { writeTargetOf } from './write-target.js';

/** `path` absolute; `shown` is how messages call it. */
export interface Outfile {
  readonly path: string;
  readonly shown: string;
}

/** Throws when a later {@link writeWhole} could not succeed; leaves nothing behind and an existing file untouched. */
export function checkWritable({ path, shown }: Outfile): void {
  orProblem(shown, () => {
    const target = writeTargetOf(path);
    if (target.kind === 'device' || (target.kind === 'file' && target.exists)) accessSync(target.path, constants.W_OK);
    if (target.kind === 'file') {
      const probe = temporaryBeside(target.path);
      closeSync(openSync(probe, 'wx'));
      unlinkSync(probe);
    }
  });
}

/** Whether it can be written several times over. */
export function isReplaceable({ path, shown }: Outfile): boolean {
  return orProblem(shown, () => writeTargetOf(path).kind === 'file');
}

export function writeProfile(outfile: Outfile, profile: Profile): void {
  writeWhole(outfile, `${JSON.stringify(profile)}\n`);
}

export function writeWhole({ path, shown }: Outfile, content: string | Uint8Array): void {
  orProblem(shown, () => {
    const target = writeTargetOf(path);
    if (target.kind === 'device') return writeFileSync(target.path, content);
    if (target.kind === 'open-file') return writeFileSync(target.descriptor, content);
    const temporary = temporaryBeside(target.path);
    try {
      writeFileSync(temporary, content, { flag: 'wx' });
      renameSync(temporary, target.path);
    } catch (error) {
      rmSync(temporary, { force: true });
      throw error;
    }
  });
}

/** In the same folder, because a rename does not cross file systems; a name of its own length, because the outfile's may be the longest possible. */
function temporaryBeside(path: string): string {
  return join(dirname(path), `.kernts-${process.pid}-${Date.now()}.tmp`);
}

function orProblem<T>(shown: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new KerntsError({ kind: 'outfile-unwritable', path: shown, cause: fileCause(error) });
  }
}
