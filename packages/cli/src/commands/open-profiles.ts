/** Saved profiles as one, with what has to be said about them; the beginning of every command that shows one. */
import type { Profile } from '@kernts/runtime';
import { KerntsError } from '../messages.js';
import type { Output } from '../output.js';
import { meanOf } from '../profile/mean.js';
import { type Selection, selectedFunctions } from '../profile/selection.js';
import { addUp } from './add-up.js';
import { editedSources } from './edited-sources.js';
import { findProfiles, newestProfile } from './find-profiles.js';

const READING = 'Reading profiles';

/** `typed`: paths and globs; none for the newest profile in `cwd`. Throws where one of them is no profile. */
export async function openProfiles(typed: readonly string[], cwd: string, output: Output): Promise<Profile> {
  const named = typed.length > 0 ? await findProfiles(typed, cwd) : await theNewest(cwd, output);
  const profile = await addUp(named, { keepShares: true, title: READING }, output);
  if (profile === null) throw new KerntsError({ kind: 'no-profile-file' });
  for (const path of pathsWithSeveralVersions(profile)) await output.say({ kind: 'sources-differ', path });
  for (const path of editedSources(profile, cwd)) await output.say({ kind: 'source-edited', path });
  return profile;
}

/** One side of a comparison: a profile, or the mean of those that a glob matches. */
export async function openRuns(typed: string, cwd: string, output: Output): Promise<Profile> {
  const named = await findProfiles([typed], cwd);
  const total = await addUp(named, { keepShares: false, title: READING }, output);
  if (total === null) throw new KerntsError({ kind: 'no-profile-file' });
  return named.length > 1 ? meanOf(total, named.length) : total;
}

/** Throws where a selection leaves nothing to show. */
export function requireFunctions(profile: Profile, selection: Selection): void {
  const asked = selection.functions.length > 0 || selection.files.length > 0;
  if (asked && selectedFunctions(profile, { ...selection, skipZero: false }).length === 0)
    throw new KerntsError({ kind: 'no-function-selected', functions: profile.functions.map(({ name }) => name) });
}

async function theNewest(cwd: string, output: Output) {
  const newest = newestProfile(cwd);
  if (newest === null) throw new KerntsError({ kind: 'no-profile-file' });
  await output.say({ kind: 'newest-profile', path: newest.shown });
  return [newest];
}

function pathsWithSeveralVersions({ files }: Profile): ReadonlySet<string> {
  const paths = files.map(({ path }) => path);
  return new Set(paths.filter((path, at) => paths.indexOf(path) !== at));
}
