/** Functions of compiled files, which the runtime counted in lines of their originals, handed to the originals. */
import type { Profile, ProfiledFile, ProfiledFunction } from '@kernts/runtime';
import { mergeProfiles } from '../../profile/merge.js';
import type { CompiledFile } from '../woven-file.js';

export function toOriginal(profile: Profile, compiledFile: (file: ProfiledFile) => CompiledFile | null): Profile {
  const files: ProfiledFile[] = [];
  const functions: ProfiledFunction[] = [];
  const indexOf = (file: ProfiledFile): number => {
    const known = files.findIndex(({ path, sha256 }) => path === file.path && sha256 === file.sha256);
    return known === -1 ? files.push(file) - 1 : known;
  };

  for (const [at, file] of profile.files.entries()) {
    const compiled = compiledFile(file);
    for (const fn of profile.functions.filter((other) => other.file === at)) {
      if (compiled === null) {
        functions.push({ ...fn, file: indexOf(file) });
        continue;
      }
      const colon = fn.name.indexOf(':');
      const original = compiled.originals[Number(fn.name.slice(0, colon))];
      if (original !== undefined) functions.push({ ...fn, name: fn.name.slice(colon + 1), file: indexOf(original) });
    }
  }
  // Generated code may hold the same function several times.
  return mergeProfiles([{ ...profile, files, functions }]) ?? profile;
}
