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
  const started = [...files].filter((file) => file.endsWith('.started')).map((file) => file.replace(/\.started$/, ''));
  // What has its last word there already has nothing to add.
  const counting = started.filter((name) => !files.has(`${name}.json`)).map((name) => shardNameFrom(name).pid);
  const answers = [...files].filter((file) => file.endsWith('.done'));
  const hasAnswered = (pid: number) =>
    // One scribe writes for all threads of a process.
    answers.some((file) => shardNameFrom(file).pid === pid && Number(readPart(folder, 'shards', file)) >= number);
  return [...new Set(counting)].filter((pid) => isRunning(pid) && !hasAnswered(pid)).length;
}
