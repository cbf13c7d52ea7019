/** What the scribe does in its own thread. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { wallNow } from './clock.js';
import { makeMemoryWatch } from './memory-watch.js';
import { type Costs, type Shared, snapshotOf } from './runtime.js';
import { watch } from './sampler.js';
import type { ScribeData, ScribeOrder } from './scribe.js';
import type { CountedFile, StackView } from './snapshot.js';
import { writeWhole } from './write-whole.js';

/** How often the scribe looks for files. */
const LOOK_EVERY_MS = 100;
/** How much longer it waits for an order than orders are apart: who gives them is late at times. */
const LATENESS_MS = 1_000;

export function runScribe(): void {
  const { task, timing, signals, isHeard, heapRoom } = workerData as ScribeData;
  const files: CountedFile[] = [];
  const costs: Costs = { probeMs: null, sampledMs: null };
  const isMemoryShort = makeMemoryWatch(heapRoom);
  let run: Extract<Shared, { kind: 'run' }> | undefined;
  let view: StackView | undefined;
  let carriedOut = 0;
  let writtenAt = performance.now();

  parentPort?.on('message', (shared: Shared) => {
    if (shared.kind === 'file') files.push(shared.file);
    else if (shared.kind === 'stack') view = shared;
    else if (shared.kind === 'run') run = shared;
    else if (view !== undefined) {
      watch(() => ({ view: view as StackView, files }), wallNow);
      view.sampler[0] = 1;
      Atomics.notify(view.sampler, 0);
    }
  });

  function write(path: string): void {
    if (run === undefined || view === undefined) return;
    const { command, debt, startedAt, startMs } = run;
    const source = { timing, files, view, command, debt, startedAt, startMs, wallNow, costs };
    writeWhole(path, () => snapshotOf(source));
    writtenAt = performance.now();
  }

  function stop(): void {
    const signal = readFileSync(task.stopFile, 'utf8').trim();
    const index = signals.indexOf(signal);
    if (index < 0 || isHeard[index] === 1) return;
    write(task.path);
    process.kill(process.pid, 'SIGKILL');
  }

  function carryOut({ number, bySignal }: ScribeOrder): void {
    if (number <= carriedOut) return;
    carriedOut = number;
    write(task.interimPath);
    writeFileSync(task.doneFile, String(number));
    const { handedOn } = task;
    if (bySignal && handedOn !== null && isHeard[signals.indexOf(handedOn)] === 1) process.kill(process.pid, handedOn);
  }

  setInterval(() => {
    if (run === undefined || view === undefined) return;
    if (existsSync(task.stopFile)) stop();
    if (existsSync(task.orderFile)) carryOut(JSON.parse(readFileSync(task.orderFile, 'utf8')) as ScribeOrder);
    const sinceMs = performance.now() - writtenAt;
    if (task.intervalMs !== null && sinceMs > task.intervalMs + LATENESS_MS) write(task.interimPath);
    else if (isMemoryShort(sinceMs)) write(task.interimPath);
  }, LOOK_EVERY_MS);
}
