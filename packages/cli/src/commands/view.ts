import { resolve } from 'node:path';
import type { Profile } from '@kernts/runtime';
import type { ViewOptions } from '../command-line/view-usage.js';
import type { Output } from '../output.js';
import { mergeProfiles } from '../profile/merge.js';
import { readProfile } from '../profile/read.js';
import { shown } from './show.js';

/** Shows saved profiles, several of them as one. */
export async function view({ files, display, cwd }: ViewOptions, output: Output): Promise<void> {
  const profiles = await Promise.all(files.map((file) => readProfile(resolve(cwd, file), file)));
  const merged = mergeProfiles(profiles);
  if (merged === null) return;
  for (const path of pathsWithSeveralVersions(merged)) await output.say({ kind: 'sources-differ', path });
  await output.report(await shown(merged, display));
}

function pathsWithSeveralVersions({ files }: Profile): ReadonlySet<string> {
  const paths = files.map(({ path }) => path);
  return new Set(paths.filter((path, at) => paths.indexOf(path) !== at));
}
