import { resolve } from 'node:path';
import type { MergeOptions } from '../command-line/merge-usage.js';
import { KerntsError } from '../messages.js';
import type { Output } from '../output.js';
import { meanOf } from '../profile/mean.js';
import { checkProfile } from '../profile/schema.js';
import { checkWritable, writeProfile } from '../profile/write.js';
import { addUp } from './add-up.js';
import { findProfiles } from './find-profiles.js';

/** Adds profiles up into one file, one in memory at a time. */
export async function merge({ outfile, files, mean, quiet, cwd }: MergeOptions, output: Output): Promise<void> {
  const target = { path: resolve(cwd, outfile), shown: outfile };
  checkWritable(target);
  const named = await findProfiles(files, cwd);
  const title = quiet ? null : 'Merging profiles';
  const total = await addUp(named, { keepShares: named.length === 1, title }, output);
  if (total === null) throw new KerntsError({ kind: 'nothing-to-merge' });
  const merged = mean ? meanOf(total, named.length) : total;
  // What no reader would take back is not written.
  if ('defect' in checkProfile(merged)) throw new KerntsError({ kind: 'merged-too-large', files: named.length });
  writeProfile(target, merged);
  if (quiet) return;
  await output.say({ kind: 'profiles-merged', files: named.length, mean, path: outfile });
  await output.say({ kind: 'inspect-with', path: outfile });
}
