/** Makes the runtime available to woven code, and starts it when the first woven file asks. */
import { join } from 'node:path';
import { isMainThread, threadId } from 'node:worker_threads';
import { installRuntime, offerRuntimeOnDemand, startScribe, writeAtExit } from '@kernts/runtime';
import { type SessionConfig, stopFile, writePart } from '../session.js';
import { shardName } from '../shard-name.js';
import { describing } from './describing.js';
import { reachContexts } from './reach-contexts.js';

/**
 * A thread that never runs woven code keeps its signal handling and writes no shard: so it is with the thread of
 * tsx's hooks, and with a program in which nothing is marked.
 */
export function offerRuntime(folder: string, { timing, parentPid, isEntryWoven }: SessionConfig): void {
  reachContexts();
  const name = shardName({ pid: process.pid, threadId });
  const path = join(folder, 'shards', `${name}.json`);
  const scribe = () => startScribe({ timing, entry: join(__dirname, 'scribe.cjs'), path, stopFile: stopFile(folder) });
  // It starts while the program does: the first woven file waits for it.
  const early = isMainThread && isEntryWoven && process.ppid === parentPid ? scribe() : null;
  offerRuntimeOnDemand(() => {
    const runtime = installRuntime({ timing });
    writePart(folder, 'shards', `${name}.started`, '');
    writeAtExit({ path, snapshot: () => runtime.snapshot() });
    // Signals reach the main thread only.
    if (isMainThread) (early ?? scribe()).serve(runtime);
    return describing(runtime, folder);
  });
}
