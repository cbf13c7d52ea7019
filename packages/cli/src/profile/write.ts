/** A profile into its file: whole or not at all, so that no reader ever sees half of it. */
import { randomUUID } from 'node:crypto';
import { access, constants, open, realpath, rename, rm, stat, unlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Profile } from '@kernts/runtime';
import { errorCode, fileCause } from '../file-cause.js';
import { KerntsError } from '../messages.js';

/** `path` absolute; `shown` is how messages call it. */
export interface Outfile {
  readonly path: string;
  readonly shown: string;
}

/** Throws when a later {@link writeProfile} could not succeed; leaves nothing behind and an existing file untouched. */
export async function checkWritable({ path, shown }: Outfile): Promise<void> {
  await orProblem(shown, async () => {
    const target = await targetOf(path);
    if (target.exists) await access(target.path, constants.W_OK);
    if (target.replaceable) {
      const probe = temporaryBeside(target.path);
      await (await open(probe, 'wx')).close();
      await unlink(probe);
    }
  });
}

export async function writeProfile({ path, shown }: Outfile, profile: Profile): Promise<void> {
  const text = `${JSON.stringify(profile)}\n`;
  await orProblem(shown, async () => {
    const target = await targetOf(path);
    if (!target.replaceable) return writeFile(target.path, text);
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

interface Target {
  readonly path: string;
  readonly exists: boolean;
  /** False for a device or a pipe such as /dev/null: renaming onto it would put a file in its place. */
  readonly replaceable: boolean;
}

/** Follows symbolic links, so that the link stays and the file that it leads to is replaced. */
async function targetOf(path: string): Promise<Target> {
  try {
    const real = await realpath(path);
    const found = await stat(real);
    if (found.isDirectory()) throw Object.assign(new Error('is a directory'), { code: 'EISDIR' });
    return { path: real, exists: true, replaceable: found.isFile() };
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
    return { path, exists: false, replaceable: true };
  }
}

/** In the same folder, because a rename does not cross file systems; a name of its own length, because the outfile's may be the longest possible. */
function temporaryBeside(path: string): string {
  return join(dirname(path), `.kernts-${randomUUID()}.tmp`);
}

async function orProblem(shown: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    throw new KerntsError({ kind: 'outfile-unwritable', path: shown, cause: fileCause(error) });
  }
}
