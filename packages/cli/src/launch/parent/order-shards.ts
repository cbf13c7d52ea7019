/** Tells the scribes of the program's processes to write what was counted so far, and waits until they have. */
import { setTimeout as pause } from 'node:timers/promises';
import type { ScribeOrder } from '@kernts/runtime';
import { isRunning } from '../is-running.js';
import { listPart, orderFile, readPart } from '../session.js';
import { shardNameFrom } from '../shard-name.js';
import { writeWhole } from '../whole-files.js';

const LOOK_EVERY_MS = 20;
/** A thread of its own answers within 0.2 s, unless the machine is busy. */
const PATIENCE_MS = 5_000;

/** Returns how many processes have not answered. */
export async function orderShards(folder: string, order: ScribeOrder, over: AbortSignal): Promise<number> {
  writeWhole(orderFile(folder), JSON.stringify(order));
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    const silent = silentProcesses(folder, order);
    if (silent === 0 || over.aborted || Date.now() > until) return silent;
    await pause(LOOK_EVERY_MS);
  }
}

function silentProcesses(folder: string, { number }: ScribeOrder): number {
  const files = new Set(listPart(folder, 'shards'));
  return [...files].filter((file) => {
    if (!file.endsWith('.started')) return false;
    const name = file.replace(/\.started$/, '');
    const { pid, threadId } = shardNameFrom(name);
    // A scribe belongs to a main thread; what has its last word there already has nothing to add.
    if (threadId !== 0 || files.has(`${name}.json`) || !isRunning(pid)) return false;
    return Number(readPart(folder, 'shards', `${name}.done`) ?? 0) < number;
  }).length;
}
