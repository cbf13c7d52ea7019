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

/** `profile` is all that the shard's thread had. */
export function withShare(profile: Profile, { pid, threadId, isCutOff }: Shard): Profile {
  const { command, startedAt, wallNs, functions } = profile;
  const shares: ThreadShare[] = [
    { pid, threadId, command, startedAt, wallNs, isCutOff, functions: functions.flatMap(shareOf) },
  ];
  return { ...profile, shares };
}

function shareOf({ calls, totalNs, lines }: ProfiledFunction, fn: number): ThreadShare['functions'] {
  const touched = lines.filter(({ hits, timeNs, awaitNs }) => hits > 0 || timeNs > 0 || awaitNs > 0);
  return calls > 0 || totalNs > 0 || touched.length > 0 ? [{ fn, calls, totalNs, lines: touched }] : [];
}
