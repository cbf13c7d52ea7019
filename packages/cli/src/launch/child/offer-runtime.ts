/** Makes the runtime available to woven code, and starts it when the first woven file asks. */
import { join } from 'node:path';
import { isMainThread, threadId } from 'node:worker_threads';
import {
  installRuntime,
  offerRuntimeOnDemand,
  type ProbeSource,
  type Runtime,
  startScribe,
  writeAtExit,
} from '@kernts/runtime';
import { describedName } from '../hook/weave-once.js';
import { readPart, type SessionConfig, stopFile, writePart } from '../session.js';
import { shardName } from '../shard-name.js';
import type { DescribedFile } from '../woven-file.js';

/**
 * A thread that never runs woven code keeps its signal handling and writes no shard: so it is with the thread of
 * tsx's hooks, and with a program in which nothing is marked.
 */
export function offerRuntime(folder: string, timing: SessionConfig['timing']): void {
  offerRuntimeOnDemand(() => {
    const runtime = installRuntime({ timing });
    const name = shardName({ pid: process.pid, threadId });
    writePart(folder, 'shards', `${name}.started`, '');
    const path = join(folder, 'shards', `${name}.json`);
    writeAtExit({ path, snapshot: () => runtime.snapshot() });
    // Signals reach the main thread only.
    if (isMainThread) startScribe(runtime, { entry: join(__dirname, 'scribe.cjs'), path, stopFile: stopFile(folder) });
    return inOriginalLines(runtime, folder);
  });
}

/** A compiled file describes its own lines; what is counted are those of its originals. */
function inOriginalLines(runtime: Runtime, folder: string): Runtime {
  const open: ProbeSource['open'] = (description) => {
    const text = readPart(folder, 'described', describedName(description));
    const described = text === null ? null : (JSON.parse(text) as DescribedFile);
    if (described === null || described.originals === null) return runtime.open(description);
    return runtime.open({ ...description, functions: described.functions, sites: described.sites });
  };
  return Object.create(runtime, { open: { value: open } }) as Runtime;
}
