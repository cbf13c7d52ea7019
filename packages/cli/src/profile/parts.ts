/** A profile of several processes or threads, taken apart again by what each of them had. */
import type { FunctionShare, Profile, ProfiledFunction, ThreadShare } from '@kernts/runtime';
import { addFunctions } from './add.js';

export interface Part {
  readonly who: Who;
  /** What it had of each function; its functions are those that it called or spent time in. */
  readonly profile: Profile;
}

export interface Who {
  readonly pid: number;
  /** Null for a process with all its threads. */
  readonly threadId: number | null;
  readonly command: readonly string[];
  readonly isCutOff: boolean;
}

/** In the order of the shares; null where the profile does not say who had what. */
export function partsOf(profile: Profile, by: 'process' | 'thread'): readonly Part[] | null {
  if (profile.shares === undefined) return null;
  const groups = new Map<string, [ThreadShare, ...ThreadShare[]]>();
  for (const share of profile.shares) {
    const key = keyOf(share, by);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [share]);
    else group.push(share);
  }
  return [...groups.values()].map((shares) => ({ who: whoOf(shares, by), profile: restrictedTo(profile, shares) }));
}

/** The main thread's share tells when the process began; a process that lacks it is told apart by its number alone. */
function keyOf({ pid, threadId, startedAt }: ThreadShare, by: 'process' | 'thread'): string {
  return by === 'thread' ? JSON.stringify([pid, threadId, startedAt]) : String(pid);
}

function whoOf(shares: readonly [ThreadShare, ...ThreadShare[]], by: 'process' | 'thread'): Who {
  const main = shares.find(({ threadId }) => threadId === 0) ?? shares[0];
  return {
    pid: main.pid,
    threadId: by === 'thread' ? main.threadId : null,
    command: main.command,
    isCutOff: shares.some(({ isCutOff }) => isCutOff),
  };
}

function restrictedTo(profile: Profile, shares: readonly ThreadShare[]): Profile {
  const { shares: _, ...whole } = profile;
  const functions = new Map<number, ProfiledFunction>();
  for (const one of shares.flatMap((share) => share.functions)) {
    const fn = profile.functions[one.fn];
    if (fn === undefined) continue;
    const part = partOf(fn, one);
    const known = functions.get(one.fn);
    functions.set(one.fn, known === undefined ? part : addFunctions(known, part));
  }
  return {
    ...whole,
    wallNs: Math.max(0, ...shares.map(({ wallNs }) => wallNs)),
    functions: [...functions].sort(([a], [b]) => a - b).map(([, fn]) => fn),
  };
}

function partOf(fn: ProfiledFunction, { calls, totalNs, lines }: FunctionShare): ProfiledFunction {
  return { ...fn, calls, totalNs, lines };
}
