/** A profile into its file: whole or not at all, so that no reader ever sees half of it; into a stream as it comes. */
import { writeFileSync } from 'node:fs';
import { access, constants, open, rename, rm, unlink, writeFile } from 'node:fs/promises';
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

/** Throws when a later {@link writeProfile} could not succeed; leaves nothing behind and an existing file untouched. */
export async function checkWritable({ path, shown }: Outfile): Promise<void> {
  await orProblem(shown, async () => {
    const target = await writeTargetOf(path);
    if (target.kind === 'device' || (target.kind === 'file' && target.exists))
      await access(target.path, constants.W_OK);
    if (target.kind === 'file') {
      const probe = temporaryBeside(target.path);
      await (await open(probe, 'wx')).close();
      await unlink(probe);
    }
  });
}

export async function writeProfile({ path, shown }: Outfile, profile: Profile): Promise<void> {
  const text = `${JSON.stringify(profile)}\n`;
  await orProblem(shown, async () => {
    const target = await writeTargetOf(path);
    if (target.kind === 'device') return writeFile(target.path, text);
    if (target.kind === 'open-file') return writeFileSync(target.descriptor, text);
    const temporary = temporaryBeside(target.path);
    try {
      await writeFile(temporary, text, { flag: 'wx' });
      await rename(temporary, target.path);
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
  });
}

/** In the same folder, because a rename does not cross file systems; a name of its own length, because the outfile's may be the longest possible. */
function temporaryBeside(path: string): string {
  return join(dirname(path), `.kernts-${process.pid}-${Date.now()}.tmp`);
}

async function orProblem(shown: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    throw new KerntsError({ kind: 'outfile-unwritable', path: shown, cause: fileCause(error) });
  }
}
