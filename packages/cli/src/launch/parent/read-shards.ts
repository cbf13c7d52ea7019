/** What the threads of the program's processes left behind, one after the other: there may be thousands. */
import type { Profile, ProfiledFunction, ThreadShare } from '@kernts/runtime';
import { listPart, readPart } from '../session.js';
import { type ShardName, shardNameFrom } from '../shard-name.js';

export interface Shard extends ShardName {
  readonly file: string;
  /** True where what the thread counted after its last writing is missing. */
  readonly isCutOff: boolean;
}

export interface LeftShards {
  /** In the order in which the threads began. */
  readonly shards: readonly Shard[];
  /** Threads that began to count and left nothing. */
  readonly lost: readonly ShardName[];
}

export function listShards(folder: string): LeftShards {
  const files = new Set(listPart(folder, 'shards'));
  const names = [...files].filter((file) => file.endsWith('.started')).map((file) => file.replace(/\.started$/, ''));
  const shards: Shard[] = [];
  const lost: ShardName[] = [];
  for (const name of names.sort()) {
    const file = [`${name}.json`, `${name}.interim`].find((one) => files.has(one));
    if (file === undefined) lost.push(shardNameFrom(name));
    else shards.push({ ...shardNameFrom(name), file, isCutOff: file.endsWith('.interim') });
  }
  return { shards, lost };
}

/** Null where the disk has lost it. */
export function readShard(folder: string, { file }: Shard): Profile | null {
  const text = readPart(folder, 'shards', file);
  return text === null ? null : (JSON.parse(text) as Profile);
}

/** Lines of all shares together: some 100 MB of a profile, which has to be held in memory and in one text. */
const MOST_LINES = 500_000;

/** Gives profiles the share of their thread; when there are too many lines, functions without theirs. */
export function makeShareGiver(mostLines = MOST_LINES): (profile: Profile, shard: Shard) => Profile {
  let room = mostLines;
  /** `profile` is all that the shard's thread had. */
  return (profile, { pid, threadId, isCutOff }) => {
    const { command, startedAt, wallNs } = profile;
    const touched = profile.functions.flatMap(shareOf);
    const lines = touched.reduce((sum, fn) => sum + fn.lines.length, 0);
    const hasRoom = lines <= room;
    if (hasRoom) room -= lines;
    const functions = hasRoom ? touched : touched.map((fn) => ({ ...fn, lines: [] }));
    return { ...profile, shares: [{ pid, threadId, command, startedAt, wallNs, isCutOff, functions }] };
  };
}

function shareOf({ calls, totalNs, lines }: ProfiledFunction, fn: number): ThreadShare['functions'] {
  const touched = lines.filter(({ hits, timeNs, awaitNs }) => hits > 0 || timeNs > 0 || awaitNs > 0);
  return calls > 0 || totalNs > 0 || touched.length > 0 ? [{ fn, calls, totalNs, lines: touched }] : [];
}
