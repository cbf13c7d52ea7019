/** Makes the runtime available to woven code, and starts it when the first woven file asks. */
import { join } from 'node:path';
import { isMainThread, threadId } from 'node:worker_threads';
import {
  installRuntime,
  type ProbeSource,
  RUNTIME_KEY_TEXT,
  type Runtime,
  startScribe,
  writeAtExit,
} from '@kernts/runtime';
import { readPart, type SessionConfig, stopFile } from '../session.js';
import type { CompiledFile } from '../woven-file.js';

/**
 * A thread that never runs woven code keeps its signal handling and writes no shard: so it is with the thread of
 * tsx's hooks, and with a program in which nothing is marked.
 */
export function offerRuntime(folder: string, timing: SessionConfig['timing']): void {
  const key = Symbol.for(RUNTIME_KEY_TEXT);
  const offer = (value: PropertyDescriptor): unknown =>
    Object.defineProperty(globalThis, key, { configurable: true, enumerable: false, ...value });
  offer({
    get(): ProbeSource {
      Reflect.deleteProperty(globalThis, key);
      const runtime = installRuntime({ timing });
      const path = join(folder, 'shards', `${process.pid}-${threadId}.json`);
      writeAtExit({ path, snapshot: () => runtime.snapshot() });
      // Signals reach the main thread only.
      if (isMainThread)
        startScribe(runtime, { entry: join(__dirname, 'scribe.cjs'), path, stopFile: stopFile(folder) });
      const source = inOriginalLines(runtime, folder);
      offer({ value: source });
      return source;
    },
  });
}

/** A compiled file describes its own lines; what is counted are those of its original. */
function inOriginalLines(runtime: Runtime, folder: string): Runtime {
  const open: ProbeSource['open'] = (description) => {
    const text = readPart(folder, 'compiled', `${description.sha256}.json`);
    if (text === null) return runtime.open(description);
    const { functions, sites } = JSON.parse(text) as CompiledFile;
    return runtime.open({ ...description, functions, sites });
  };
  return Object.create(runtime, { open: { value: open } }) as Runtime;
}
