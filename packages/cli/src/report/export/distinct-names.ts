/** Other formats know files by their path and functions by file and name; whatever shares these would be added up. */
import type { Profile } from '@kernts/runtime';

/** By index of `files`: the path; where the profile has several versions of it, with the beginning of the source's hash. */
export function distinctPaths({ files }: Pick<Profile, 'files'>): readonly string[] {
  const isShared = sharedAmong(files.map(({ path }) => path));
  return files.map(({ path, sha256 }) => (isShared(path) ? `${path}@${sha256.slice(0, 8)}` : path));
}

/** By index of `functions`: the name; where others of the file have it too, with the line. */
export function distinctFunctionNames({ functions }: Pick<Profile, 'functions'>): readonly string[] {
  const keys = functions.map(({ file, name }) => `${file} ${name}`);
  const isShared = sharedAmong(keys);
  return functions.map(({ name, line }, at) => (isShared(keys[at] ?? '') ? `${name}:${line}` : name));
}

function sharedAmong(names: readonly string[]): (name: string) => boolean {
  const times = new Map<string, number>();
  for (const name of names) times.set(name, (times.get(name) ?? 0) + 1);
  return (name) => (times.get(name) ?? 0) > 1;
}
