/**
 * The scribe: a thread that writes the profile when the program is too busy to do it. Node runs signal handlers
 * between two turns of the event loop, so a program that computes without end would neither end at Ctrl-C nor keep
 * its profile. The scribe reads the counters from shared memory; whoever wants the program to end leaves a file.
 */
import { existsSync, readFileSync } from 'node:fs';
import { parentPort, Worker, workerData } from 'node:worker_threads';
import { wallNow } from './clock.js';
import { type Runtime, type Shared, snapshotOf } from './runtime.js';
import { watch } from './sampler.js';
import { sampling } from './sampling.js';
import type { CountedFile, StackView } from './snapshot.js';
import { listenUnseen, programListenerCount } from './unseen-listeners.js';
import { ENDING_SIGNALS } from './write-at-exit.js';
import { writeWhole } from './write-whole.js';

/** How often the scribe looks for the file. */
const LOOK_EVERY_MS = 100;

export interface ScribeOptions {
  readonly timing: Runtime['timing'];
  /** A CommonJS file that calls `runScribe()`. */
  readonly entry: string;
  /** Where the profile goes. */
  readonly path: string;
  /** When this file appears and holds a signal's name, the program is to end by that signal. */
  readonly stopFile: string;
}

interface ScribeData {
  readonly kernts: 'scribe';
  readonly path: string;
  readonly stopFile: string;
  readonly timing: Runtime['timing'];
  /** Per ending signal: 1 when the program listens to it and so decides itself. */
  readonly isHeard: Int32Array;
}

function indexOfSignal(name: string): number {
  return (ENDING_SIGNALS as readonly string[]).indexOf(name);
}

/** Keeps `isHeard` in step with the program's own listeners. */
function followListeners(isHeard: Int32Array): void {
  const update = (name: string | symbol, added: number) => {
    const index = indexOfSignal(String(name));
    if (index >= 0) isHeard[index] = programListenerCount(String(name)) + added > 0 ? 1 : 0;
  };
  // Told before the listener is there, and after it is gone.
  listenUnseen('newListener', (name: string | symbol) => update(name, 1));
  listenUnseen('removeListener', (name: string | symbol) => update(name, 0));
  for (const signal of ENDING_SIGNALS) update(signal, 0);
}

export interface Scribe {
  /** Call it in the profiled thread, after `writeAtExit`. */
  serve(runtime: Runtime): void;
}

/** Starts the thread, which takes it some time; until it serves a runtime, it has nothing to do. */
export function startScribe({ timing, entry, path, stopFile }: ScribeOptions): Scribe {
  const isHeard = new Int32Array(new SharedArrayBuffer(ENDING_SIGNALS.length * Int32Array.BYTES_PER_ELEMENT));
  const data: ScribeData = {
    kernts: 'scribe',
    path,
    stopFile,
    timing,
    isHeard,
  };
  try {
    const worker = new Worker(entry, { workerData: data, execArgv: [], env: {}, stdin: false });
    worker.unref();
    worker.on('error', () => {});
    return {
      serve(runtime) {
        followListeners(isHeard);
        runtime.share((shared) => worker.postMessage(shared));
        if (timing === 'auto')
          sampling.request = askOnce(() => worker.postMessage({ kind: 'sample' } satisfies Shared));
      },
    };
  } catch {
    // Without a scribe, everything but a signal to a busy program still works.
    return { serve: () => {} };
  }
}

function askOnce(ask: () => void): () => void {
  let asked = false;
  return () => {
    if (!asked) ask();
    asked = true;
  };
}

export function isScribe(): boolean {
  return parentPort !== null && (workerData as Partial<ScribeData> | null)?.kernts === 'scribe';
}

/** The scribe's own thread. */
export function runScribe(): void {
  const { path, stopFile, timing, isHeard } = workerData as ScribeData;
  const files: CountedFile[] = [];
  let run: Extract<Shared, { kind: 'run' }> | undefined;
  let view: StackView | undefined;
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

  const timer = setInterval(() => {
    if (run === undefined || view === undefined || !existsSync(stopFile)) return;
    const signal = readFileSync(stopFile, 'utf8').trim();
    const index = indexOfSignal(signal);
    if (index < 0 || isHeard[index] === 1) return;
    clearInterval(timer);
    const { command, debt, startedAt, startMs } = run;
    const source = { timing, files, view, command, debt, startedAt, startMs, wallNow };
    writeWhole(path, () => snapshotOf(source));
    process.kill(process.pid, 'SIGKILL');
  }, LOOK_EVERY_MS);
}
