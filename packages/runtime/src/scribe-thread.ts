/** What the scribe does in its own thread. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { wallNow } from './clock.js';
import { makeMemoryWatch } from './memory-watch.js';
import type { Profile } from './profile-format.js';
import type { Shared } from './runtime.js';
import type { ScribeData, ScribeOrder, ThreadNews } from './scribe.js';
import { takeSignals } from './take-signals.js';
import { type Watched, watch } from './watch.js';
import { makeWitness, type Witness } from './witness.js';
import { ENDING_SIGNALS } from './write-at-exit.js';
import { writeWhole } from './write-whole.js';

/** How often the scribe looks for files. */
const LOOK_EVERY_MS = 100;
/** How much longer it waits for an order than orders are apart: who gives them is late at times. */
const LATENESS_MS = 1_000;

/** `afterwards` gets what the scribe was given to carry, when it has written the program's last word. */
export function runScribe(afterwards: (carried: unknown) => void): void {
  const { task, carried, timing, signals, isHeard, hasSignals, heapRoom } = workerData as ScribeData;
  const witness = makeWitness(timing);
  /** By shard. */
  const threads = new Map<string, Witness>();
  const isMemoryShort = makeMemoryWatch(heapRoom);
  let carriedOut = 0;
  let writtenAt = performance.now();

  parentPort?.on('message', (message: Shared | ThreadNews) => {
    if (message.kind === 'thread') witnessOf(message.shard).receive(message.shared);
    else if (message.kind === 'thread-done') threads.delete(message.shard);
    else if (message.kind === 'over') process.exit();
    else if (message.kind !== 'sample') witness.receive(message);
    else if (witness.watched() !== null) sample();
  });

  function witnessOf(shard: string): Witness {
    const known = threads.get(shard) ?? makeWitness(timing);
    threads.set(shard, known);
    return known;
  }

  function sample(): void {
    const { sampler } = (witness.watched() as Watched).view;
    sampler[0] = 1;
    // The program waits for this, and the first looks take some milliseconds.
    Atomics.notify(sampler, 0);
    watch(() => witness.watched() as Watched, wallNow);
  }

  function write(path: string): void {
    if (witness.watched() !== null) writeWhole(path, () => witness.snapshot(false) as Profile);
    for (const [shard, thread] of threads) writeThread(shard, thread);
    writtenAt = performance.now();
  }

  /** Without the line that is open: whether the thread still runs, only the main one knows. */
  function writeThread(shard: string, thread: Witness): void {
    if (existsSync(`${shard}.json`)) {
      threads.delete(shard);
      return;
    }
    const soFar = thread.snapshot(true);
    if (soFar !== null) writeWhole(`${shard}.interim`, () => soFar);
  }

  /** Unless the program listens to the signal, and so decides itself. */
  function end(signal: string, kill: () => void): void {
    const index = signals.indexOf(signal);
    if (index < 0 || isHeard[index] === 1) return;
    write(task.path);
    afterwards(carried);
    kill();
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
    const isCounting = witness.watched() !== null;
    if (!isCounting && threads.size === 0) return;
    if (isCounting && existsSync(task.stopFile))
      end(readFileSync(task.stopFile, 'utf8').trim(), () => process.kill(process.pid, 'SIGKILL'));
    if (existsSync(task.orderFile)) carryOut(JSON.parse(readFileSync(task.orderFile, 'utf8')) as ScribeOrder);
    const sinceMs = performance.now() - writtenAt;
    if (task.intervalMs !== null && sinceMs > task.intervalMs + LATENESS_MS) write(task.interimPath);
    else if (isMemoryShort(sinceMs)) write(task.interimPath);
  }, LOOK_EVERY_MS);

  if (hasSignals === null) return;
  hasSignals[0] = takeSignals(ENDING_SIGNALS, end) ? 1 : 2;
  Atomics.notify(hasSignals, 0);
}
