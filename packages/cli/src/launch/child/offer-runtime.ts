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
export function offerRuntime(folder: string, timing: SessionConfig['timing']): void {
  reachContexts();
  offerRuntimeOnDemand(() => {
    const runtime = installRuntime({ timing });
    const name = shardName({ pid: process.pid, threadId });
    writePart(folder, 'shards', `${name}.started`, '');
    const path = join(folder, 'shards', `${name}.json`);
    writeAtExit({ path, snapshot: () => runtime.snapshot() });
    // Signals reach the main thread only.
    if (isMainThread) startScribe(runtime, { entry: join(__dirname, 'scribe.cjs'), path, stopFile: stopFile(folder) });
    return describing(runtime, folder);
  });
}
