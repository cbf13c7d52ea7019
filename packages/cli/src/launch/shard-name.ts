/**
 * What one thread of one process counted, in the session folder's `shards`:
 *
 * ```
 * <shard>.started   is there as soon as the thread runs woven code
 * <shard>.interim   a Profile with `source: null`: what it had so far
 * <shard>.json      the same, its last word
 * <shard>.done      the number of the last order to write that its scribe has carried out
 * ```
 *
 * A shard is named `<start>-<pid>-<threadId>`, so that a list by name is one by time, and a pid that the system uses
 * again is another shard. The start is in ms since 1970.
 */
export interface ShardName {
  readonly pid: number;
  /** Node's: 0 for the main thread. */
  readonly threadId: number;
}

export function shardName({ pid, threadId }: ShardName): string {
  return `${Date.now()}-${pid}-${threadId}`;
}

export function shardNameFrom(name: string): ShardName {
  const [, pid = 0, threadId = 0] = name.split('-').map(Number);
  return { pid, threadId };
}
