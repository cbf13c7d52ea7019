/** Makes the profile of a session that has no kernts, or no more, in the process that ends last. */
import { rmSync } from 'node:fs';
import { isRunning } from '../launch/is-running.js';
import { collectProfile } from '../launch/parent/collect-profile.js';
import { listPart, openSession } from '../launch/session.js';
import { shardNameFrom } from '../launch/shard-name.js';
import { KerntsError } from '../messages.js';
import { writeProfile } from '../profile/write.js';
import { saySync } from './say-sync.js';

/** What a process writes that ends later is added by it: the folder stays for it. */
export function settleSession(folder: string): void {
  const config = openSession(folder);
  if (config === null) return;
  const { outfile, quiet, isOwn } = config;
  try {
    const profile = collectProfile(folder, config);
    if (profile !== null && profile.functions.length > 0) {
      writeProfile(outfile, profile);
      if (!quiet) saySync({ kind: isOwn ? 'profile-written' : 'profile-rescued', path: outfile.shown });
    }
  } catch (error) {
    if (error instanceof KerntsError) saySync(error.problem);
  }
  if (!hasOthers(folder)) rmSync(folder, { recursive: true, force: true });
}

function hasOthers(folder: string): boolean {
  return listPart(folder, 'shards').some((file) => {
    const { pid } = shardNameFrom(file.replace(/\.\w+$/, ''));
    return file.endsWith('.started') && pid !== process.pid && isRunning(pid);
  });
}
