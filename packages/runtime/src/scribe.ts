/**
 * The scribe: a thread that writes the profile when the program cannot. Node runs signal handlers between two turns of
 * the event loop, so a program that computes without end would neither end at Ctrl-C nor keep its profile, nor show
 * what it has so far. The scribe reads the counters from shared memory; whoever wants something of it leaves a file.
 */

import { offTheClock } from './clock.js';
import { stopLooking } from './looks.js';
import { heapRoom } from './memory-watch.js';
import type { Runtime, Shared } from './runtime.js';
import { sampling } from './sampling.js';
import { SIGNAL_OPTIONS } from './take-signals.js';
import { listenUnseen, programListenerCount } from './unseen-listeners.js';
import { startUnseenWorker } from './unseen-worker.js';
import { ENDING_SIGNALS } from './write-at-exit.js';

/** Paths, and what to do besides what their files say. */
export interface ScribeTask {
  /** Where the profile goes that is the program's last word. */
  readonly path: string;
  /** Where it goes as long as there may be more to come. */
  readonly interimPath: string;
  /** When this file appears and holds a signal's name, the program is to end by that signal. */
  readonly stopFile: string;
  /** Holds a {@link ScribeOrder} as JSON, once there was one. */
  readonly orderFile: string;
  /** Gets the number of the order that was carried out. */
  readonly doneFile: string;
  /** Writes as well when nobody has ordered it for so long; null: by order alone. */
  readonly intervalMs: number | null;
  /** A signal that an order may hand on, if the program listens to it. */
  readonly handedOn: NodeJS.Signals | null;
}

/** To write what was counted so far. */
export interface ScribeOrder {
  /** From 1; a higher one is a new order. */
  readonly number: number;
  /** Whether it came by a signal, which the program may be waiting for as well. */
  readonly bySignal: boolean;
}

export interface ScribeOptions {
  readonly timing: Runtime['timing'];
  /** A CommonJS file that calls `runScribe()`. */
  readonly entry: string;
  readonly task: ScribeTask;
  /** Whether it is to end the program by the signals that do: nobody is around who could tell it to. */
  readonly takesSignals: boolean;
  /** What the entry is given besides. */
  readonly carried: unknown;
}

export interface ScribeData {
  readonly kernts: 'scribe';
  readonly task: ScribeTask;
  readonly carried: unknown;
  readonly timing: Runtime['timing'];
  readonly signals: readonly string[];
  /** Per signal: 1 when the program listens to it and so decides itself. */
  readonly isHeard: Int32Array;
  /** [0]: 1 when it has taken the signals upon itself, 2 when it cannot; null where it is not to. */
  readonly hasSignals: Int32Array | null;
  /** Bytes by which the program's heap may grow. */
  readonly heapRoom: number;
}

/** How long a program waits at most for its scribe to start. */
const PATIENCE_MS = 1_000;

/** Keeps `isHeard` in step with the program's own listeners. */
function followListeners({ signals, isHeard }: ScribeData): void {
  const update = (name: string | symbol, added: number) => {
    const index = signals.indexOf(String(name));
    if (index >= 0) isHeard[index] = programListenerCount(String(name)) + added > 0 ? 1 : 0;
  };
  // Told before the listener is there, and after it is gone.
  listenUnseen('newListener', (name: string | symbol) => update(name, 1));
  listenUnseen('removeListener', (name: string | symbol) => update(name, 0));
  for (const signal of signals) update(signal, 0);
}

/** Of a thread of the process. Its shard, without the ending, is where what it had so far goes. */
export type ThreadNews =
  | { readonly kind: 'thread'; readonly shard: string; readonly shared: Shared }
  /** All that it had is written. */
  | { readonly kind: 'thread-done'; readonly shard: string };

export interface Scribe {
  /** Call it in the profiled thread, after `writeAtExit`. Whether the scribe writes when a signal ends the process. */
  serve(runtime: Runtime): boolean;
  /** Call it in the main thread: what is written so far is then that of the thread as well. */
  tell(news: ThreadNews): void;
  /** Call it when the process leaves, before the last word is written: the thread goes meanwhile, and Node waits for it. */
  dismiss(): void;
}

/** Starts the thread, which takes it some time; until it serves a runtime, it has nothing to do. */
export function startScribe({ timing, entry, task, takesSignals, carried }: ScribeOptions): Scribe {
  const signals = [...ENDING_SIGNALS, ...(task.handedOn === null ? [] : [task.handedOn])];
  const data: ScribeData = {
    kernts: 'scribe',
    task,
    carried,
    timing,
    signals,
    isHeard: new Int32Array(new SharedArrayBuffer(signals.length * Int32Array.BYTES_PER_ELEMENT)),
    hasSignals: takesSignals ? new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)) : null,
    heapRoom: heapRoom(),
  };
  try {
    const worker = startUnseenWorker(entry, { workerData: data, execArgv: takesSignals ? SIGNAL_OPTIONS : [] });
    return {
      serve(runtime) {
        followListeners(data);
        runtime.share((shared) => worker.postMessage(shared));
        if (timing === 'auto')
          sampling.request = askOnce(() => worker.postMessage({ kind: 'sample' } satisfies Shared));
        return data.hasSignals !== null && isTaken(data.hasSignals);
      },
      tell: (news) => worker.postMessage(news),
      dismiss() {
        // Without it, a signal would now end the program before its last word.
        if (takesSignals) return;
        stopLooking();
        worker.postMessage({ kind: 'over' } satisfies Shared);
      },
    };
  } catch {
    // Without a scribe, everything but a signal to a busy program and a profile so far still works.
    return { serve: () => false, tell: () => {}, dismiss: () => {} };
  }
}

/** What comes before the scribe has taken the signals would end the program and lose what it counted. */
function isTaken(hasSignals: Int32Array): boolean {
  offTheClock(() => Atomics.wait(hasSignals, 0, 0, PATIENCE_MS));
  return hasSignals[0] === 1;
}

function askOnce(ask: () => void): () => void {
  let asked = false;
  return () => {
    if (!asked) ask();
    asked = true;
  };
}
