/** Several profiles as one: what the same line of the same source got adds up. Pure; order is that of first appearance. */
import type { Profile, ProfiledFile, ProfiledFunction, ThreadShare } from '@kernts/runtime';
import { addFunctions } from './add.js';
import { makeTimingSum } from './timing-sum.js';

/** Null for none. Each is done with before the next is asked for. */
export function mergeProfiles(profiles: Iterable<Profile>): Profile | null {
  const sum = makeProfileSum({ keepShares: true });
  for (const profile of profiles) sum.add(profile);
  return sum.total();
}

export interface ProfileSum {
  add(profile: Profile): void;
  /** Null before the first. */
  total(): Profile | null;
}

/** Takes profiles one by one and keeps their sum alone, so that thousands find room; `keepShares` grows with their number. */
export function makeProfileSum({ keepShares }: { readonly keepShares: boolean }): ProfileSum {
  let first: Profile | undefined;
  let wallNs = 0;
  const timings = makeTimingSum();
  const files = new Map<string, ProfiledFile>();
  const functions = new Map<string, ProfiledFunction>();
  const fileIndices = new Map<string, number>();
  const functionIndices = new Map<string, number>();
  const shares: ThreadShare[] = [];

  function addFile(file: ProfiledFile): string {
    const key = JSON.stringify([file.path, file.sha256]);
    const known = files.get(key);
    if (known === undefined) fileIndices.set(key, files.size);
    files.set(key, known === undefined || (known.source === null && file.source !== null) ? file : known);
    return key;
  }

  function addFunction(fn: ProfiledFunction, fileKey: string): string {
    const key = JSON.stringify([fileKey, fn.name, fn.line]);
    const known = functions.get(key);
    if (known === undefined) functionIndices.set(key, functions.size);
    const file = fileIndices.get(fileKey) ?? 0;
    functions.set(key, known === undefined ? { ...fn, file } : addFunctions(known, fn));
    return key;
  }

  return {
    add(profile) {
      first ??= keepShares ? profile : { ...profile, files: [], functions: [], shares: [] };
      // Processes of one run overlap; the longest is the one that the others ran under.
      wallNs = Math.max(wallNs, profile.wallNs);
      timings.add(profile.timing);
      const fileKeys = profile.files.map(addFile);
      const functionKeys = profile.functions.map((fn) => addFunction(fn, fileKeys[fn.file] ?? ''));
      if (keepShares)
        for (const share of profile.shares ?? []) shares.push(withIndices(share, functionKeys, functionIndices));
    },
    total() {
      if (first === undefined) return null;
      const { shares: _, ...rest } = first;
      return {
        ...rest,
        wallNs,
        timing: timings.total(),
        files: [...files.values()],
        functions: [...functions.values()],
        ...(shares.length > 0 && { shares }),
      };
    },
  };
}

function withIndices(
  share: ThreadShare,
  functionKeys: readonly string[],
  indexOf: ReadonlyMap<string, number>,
): ThreadShare {
  return {
    ...share,
    functions: share.functions.map((one) => ({ ...one, fn: indexOf.get(functionKeys[one.fn] ?? '') ?? 0 })),
  };
}
