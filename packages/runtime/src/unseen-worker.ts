/**
 * A thread that the program does not see. Node tells the listeners of `process` of each new Worker, in a tick; and what
 * runs in a program's first tick has Node's queue in its stack traces, where it stands alone else.
 * https://github.com/nodejs/node/blob/v24.11.1/lib/internal/worker.js (`process.emit('worker', this)`)
 */
import { Worker, type WorkerOptions } from 'node:worker_threads';

export function startUnseenWorker(entry: string, options: WorkerOptions): Worker {
  const { nextTick } = process;
  process.nextTick = () => {};
  try {
    // Streams that are not asked for are piped to the process's own, with ticks as well.
    const worker = new Worker(entry, { env: {}, stdin: false, stdout: true, stderr: true, ...options });
    worker.unref();
    worker.on('error', () => {});
    return worker;
  } finally {
    process.nextTick = nextTick;
  }
}
