/** Functions of compiled files, which were counted in lines of their originals, handed to the originals. */
import type { Profile, ProfiledFile, ProfiledFunction } from '@kernts/runtime';
import { mergeProfiles } from '../../profile/merge.js';

export type OriginalsOf = (file: ProfiledFile) => readonly ProfiledFile[] | null;

export function toOriginal(profile: Profile, originalsOf: OriginalsOf): Profile {
  const files: ProfiledFile[] = [];
  const functions: ProfiledFunction[] = [];
  const indexOf = (file: ProfiledFile): number => {
    const known = files.findIndex(({ path, sha256 }) => path === file.path && sha256 === file.sha256);
    return known === -1 ? files.push(file) - 1 : known;
  };

  for (const [at, file] of profile.files.entries()) {
    const originals = originalsOf(file);
    for (const fn of profile.functions.filter((other) => other.file === at)) {
      // A block that the program times names its place itself.
      if (originals === null || fn.name.startsWith('[')) {
        functions.push({ ...fn, file: indexOf(file) });
        continue;
      }
      const colon = fn.name.indexOf(':');
      const original = originals[Number(fn.name.slice(0, colon))];
      if (original !== undefined) functions.push({ ...fn, name: fn.name.slice(colon + 1), file: indexOf(original) });
    }
  }
  // Generated code may hold the same function several times.
  return mergeProfiles([{ ...profile, files, functions }]) ?? profile;
}
