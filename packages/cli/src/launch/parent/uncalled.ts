/** Files that were loaded and of which nothing was called: the runtime never heard of them, yet they are listed. */
import type { Profile, ProfiledFunction, ProfiledLine } from '@kernts/runtime';
import type { DescribedFile } from '../woven-file.js';

export function withUncalled(profile: Profile, described: readonly DescribedFile[]): Profile {
  const missing = described.filter(
    (file) => !profile.files.some(({ path, sha256 }) => path === file.path && sha256 === file.sha256),
  );
  const files = missing.map(({ path, sha256 }) => ({ path, sha256, source: null }));
  const functions = missing.flatMap((file, at) => uncalledFunctions(file, profile.files.length + at));
  return { ...profile, files: [...profile.files, ...files], functions: [...profile.functions, ...functions] };
}

function uncalledFunctions({ functions, sites }: DescribedFile, file: number): readonly ProfiledFunction[] {
  return functions.map((fn, at) => {
    // Site 0 is no place.
    const lines = new Set(sites.line.filter((_, site) => site > 0 && sites.fn[site] === at));
    return { ...fn, file, calls: 0, totalNs: 0, lines: [...lines].sort((a, b) => a - b).map(unhit) };
  });
}

function unhit(line: number): ProfiledLine {
  return { line, hits: 0, timeNs: 0, awaitNs: 0, maxNs: 0 };
}
